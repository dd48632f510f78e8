import { entryOf, isBlank, toJson, type Entry, type Json, type MapNode, type SyntaxNode } from '../syntax/nodes.ts';
import { indexOf, NOT_RELEVANT, STATUSES, type AssessmentKind, type Question, type Status, type Template } from '../templates/model.ts';
import { WRAPPER_KEYS } from '../templates/schema.ts';
import type { Facts } from '../rules/model.ts';
import type { Library } from '../library.ts';
import type { Answer, AnswerState, Assessment, Words } from './model.ts';
import { folded, isPlaceholder, verdictOf } from './normalise.ts';

/** Reads a file's tree with its template. Never throws; what is not there is a gap. */
export function readAssessment(root: SyntaxNode | undefined, kind: AssessmentKind, template: Template, library: Library): Assessment {
  const map = root?.kind === 'map' ? root : undefined;
  const index = indexOf(template);
  const head = new Map<string, Entry>();
  for (const entry of map?.entries ?? []) if (!head.has(entry.key)) head.set(entry.key, entry);

  const answers = new Map<string, Answer>();
  const given = head.get('svar')?.value;
  for (const entry of given?.kind === 'map' ? given.entries : []) {
    const placed = index.questions.get(entry.key);
    if (placed && !answers.has(entry.key) && !placed.question.answeredIn) answers.set(entry.key, readAnswer(placed.question, entry, entry.key));
  }
  for (const { question } of index.questions.values()) {
    const entry = question.answeredIn && entryAt(map, question.answeredIn.split('.'));
    if (entry) answers.set(question.id, readAnswer(question, entry, question.answeredIn!.replaceAll('.', '/')));
  }

  const facts = factsOf(answers, head, template);
  const applicable = new Map<string, boolean>();
  return {
    kind, template, index, root: map, answers, head, facts,
    // A record has no status: it is in force as it stands.
    status: index.head.has('status') ? statusOf(head.get('status')?.value) : 'besluttet',
    applies(question) {
      if (question.hidden !== undefined) return false;
      if (!question.condition) return true;
      let holds = applicable.get(question.id);
      if (holds === undefined) applicable.set(question.id, (holds = library.holds(question.condition, facts)));
      return holds;
    },
  };
}

function entryAt(map: MapNode | undefined, path: string[]): Entry | undefined {
  let entry: Entry | undefined;
  for (const key of path) entry = entryOf(entry ? entry.value : map, key);
  return entry;
}

function statusOf(node: SyntaxNode | undefined): Status {
  const value = node?.kind === 'scalar' ? String(node.value).toLowerCase().trim().replace(/\s+/g, '-') : '';
  return STATUSES.find((status) => status === value) ?? 'utkast';
}

/** Whether a map is `{svar, forklaring, begrunnelse}` around an answer, not a group that is the answer. */
export function isWrapper(question: Question, node: SyntaxNode): node is MapNode {
  if (node.kind !== 'map') return false;
  if (question.kind.type !== 'group') return true;
  return node.entries.some((entry) => entry.key === 'svar') && node.entries.every((entry) => (WRAPPER_KEYS as readonly string[]).includes(entry.key));
}

function readAnswer(question: Question, entry: Entry, path: string): Answer {
  const node = entry.value;
  const wrapper = isWrapper(question, node) ? node : undefined;
  // A head field that answers a question is bare: its map is the block itself.
  const bare = question.answeredIn !== undefined;
  const valueNode = wrapper && !bare ? (entryOf(wrapper, 'svar')?.value ?? { kind: 'scalar', range: { start: entry.keyRange.end, end: entry.keyRange.end }, value: null, style: 'empty' }) : node;
  const explanation = bare ? undefined : words(entryOf(wrapper, 'forklaring')?.value);
  const reason = bare ? undefined : words(entryOf(wrapper, 'begrunnelse')?.value);
  const answer: Answer = { question, path, keyRange: entry.keyRange, node, valueNode, state: 'answered', value: undefined, ...(explanation ? { explanation } : {}), ...(reason ? { reason } : {}) };
  Object.assign(answer, valueOf(question, valueNode));
  return answer;
}

function words(node: SyntaxNode | undefined): Words | undefined {
  if (!node || isBlank(node)) return undefined;
  const value = toJson(node);
  const text = Array.isArray(value) ? value.map(String).join('\n') : typeof value === 'object' ? '' : String(value);
  return text.trim() ? { text: text.trim(), range: node.range } : undefined;
}

function valueOf(question: Question, node: SyntaxNode): { state: AnswerState; value: Json | undefined; writtenAs?: string } {
  if (isBlank(node) || (node.kind !== 'scalar' && !sizeOf(node))) return { state: question.kind.type === 'some-of' && node.kind === 'sequence' ? 'answered' : 'blank', value: node.kind === 'sequence' ? [] : undefined };
  if (node.kind === 'scalar' && isPlaceholder(node.value)) return { state: 'placeholder', value: undefined };
  const written = node.kind === 'scalar' ? node.value : undefined;
  const verdict = written !== undefined ? verdictOf(written) : undefined;
  if (verdict === NOT_RELEVANT) return { state: 'irrelevant', value: NOT_RELEVANT, ...(written === verdict ? {} : { writtenAs: String(written) }) };
  if (question.kind.type === 'yes-no') {
    if (!verdict || (verdict === 'delvis' && !question.kind.partial)) return { state: 'invalid', value: undefined };
    return { state: 'answered', value: verdict, ...(written === verdict ? {} : { writtenAs: String(written) }) };
  }
  if (question.kind.type === 'group') {
    const value = groupValue(question, node);
    return value === undefined ? { state: 'invalid', value: undefined } : { state: 'answered', value };
  }
  const value = toJson(node);
  if (typeof value === 'string' && isTemplateText(question, value)) return { state: 'template-text', value: undefined };
  // A bare `true` is no text, and a map no answer of any other kind.
  const isWrong = node.kind === 'map' || typeof value === 'boolean';
  return { state: isWrong ? 'invalid' : 'answered', value: isWrong ? undefined : value };
}

function sizeOf(node: SyntaxNode): number {
  return node.kind === 'map' ? node.entries.length : node.kind === 'sequence' ? node.items.length : 1;
}

/** A group's fields, normalised each as its own kind. */
function groupValue(question: Question, node: SyntaxNode): Json | undefined {
  if (question.kind.type !== 'group') return undefined;
  const { fields, repeated, forEach } = question.kind;
  const row = (part: SyntaxNode): Json => {
    const object: { [key: string]: Json } = {};
    if (part.kind !== 'map') return object;
    for (const entry of part.entries) {
      const field = fields.find((candidate) => candidate.id === entry.key);
      const value = field ? valueOf(field, entry.value).value : undefined;
      if (value !== undefined) object[entry.key] = value;
    }
    return object;
  };
  if (forEach) return node.kind === 'map' ? Object.fromEntries(node.entries.map((entry) => [entry.key, row(entry.value)])) : undefined;
  if (repeated) return node.kind === 'sequence' ? node.items.map(row) : undefined;
  return node.kind === 'map' ? row(node) : undefined;
}

/** The question's own words, its preprinted text or its lead, standing where the answer should. */
function isTemplateText(question: Question, value: string): boolean {
  const start = firstWord(value);
  if (!start) return false;
  // Most answers differ at the first word: only those that do not are folded, which takes its time on long prose.
  const own = [question.preprinted, ...[question, question.inBokmål].flatMap((words) => (words ? [words.text, words.guidance, ...words.points] : []))].filter((part): part is string => Boolean(part) && firstWord(part!) === start);
  return own.length > 0 && own.some((part) => folded(part) === folded(value));
}

const firstWord = (text: string): string => /[a-zA-ZÀ-ɏ\d]+/.exec(text)?.[0].toLowerCase() ?? '';

/**
 * What conditions and rules read: answers by question id, head values by key, and `forklaringer` by question id.
 * A fact that is missing is a question without an answer.
 */
function factsOf(answers: Map<string, Answer>, head: Map<string, Entry>, template: Template): Facts {
  const facts: Facts = {};
  const explanations: { [id: string]: Json } = {};
  for (const [id, answer] of answers) {
    if (answer.value !== undefined) facts[id] = answer.value;
    if (answer.explanation && !isPlaceholder(answer.explanation.text)) explanations[id] = answer.explanation.text;
  }
  for (const field of template.head) {
    const entry = head.get(field.id);
    if (!entry || field.kind.type === 'answers') continue;
    const { value, state } = valueOf(field, entry.value);
    if (value !== undefined && state !== 'placeholder') facts[field.id] = value;
  }
  facts['forklaringer'] = explanations;
  return facts;
}
