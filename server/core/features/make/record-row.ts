/** The row of a record of processing activities (art. 30) that an assessment gives, and the way from the one to the other. */
import { addressOf, linkTo } from '../../across/addresses.ts';
import { fingerprint, recordFields, rowFor } from '../../across/carried.ts';
import { textOf } from '../../assessment/facts.ts';
import { isPlaceholder, PLACEHOLDER } from '../../assessment/normalise.ts';
import type { Analysis } from '../../analysis.ts';
import { contextIn, templateFor, type Context } from '../../library.ts';
import { entryOf, isBlank, toJson, type Entry, type MapNode } from '../../syntax/nodes.ts';
import { indexOf, type Question } from '../../templates/model.ts';
import { addField, setField } from '../fixes/head.ts';
import { appendItem, fillEmpty, insertEntry, item } from '../fixes/write.ts';
import type { TextEdit } from '../model.ts';
import { frame } from './frame.ts';
import type { Change, Located, NewFile } from './model.ts';
import { fileNameFor, stemOf } from './names.ts';
import { keyed, value } from './yaml.ts';

/** The key of the head that names the row. */
const KEY = 'behandlingsoversikt';

/**
 * Enters an assessment in the record, or brings its row up to date: what the assessment answers is taken from there,
 * the rest is for the author to fill in. Without a record one is made at `newRecord`. The assessment gets its link to
 * the row. Undefined where the file is a record itself or the product has no template for one; no edits where the row
 * and the link already say what the assessment says.
 */
export function recordRow(reader: Context, { address, analysis }: Located, record: Located | undefined, newRecord: string): Change | undefined {
  const context = contextIn(reader, (record?.analysis ?? analysis).language);
  const template = templateFor(context.library, KEY, undefined);
  const question = template && [...indexOf(template).questions.values()].find(({ question: each }) => each.role === 'behandlinger')?.question;
  if (!template || question?.kind.type !== 'group' || analysis.assessment.kind === KEY) return undefined;
  const words = rowFor(analysis.assessment, context.library);
  const to = record?.address ?? newRecord;
  const known = record && rowNaming(record, address, idIn(analysis));
  const id = (known && textOf(toJson(entryOf(known.row, 'id')?.value ?? NOTHING))) || freeId(analysis, address, record, question);
  const link = linkTo(to, address);
  const lines = rowLines(context, question.kind.fields, { ...words, id, vurdering: link, ført: context.today });
  const edits: Change['edits'] = [];
  let create: NewFile | undefined;
  if (!record) create = { address: newRecord, text: frame(context, template, { head: recordHead(context, analysis), answers: new Map([[question.id, { value: item(lines, 2).map((line) => `\n${line}`).join('') }]]) }) };
  else {
    const own = known ? updates(record.analysis, known.row, question.kind.fields, { ...words, ...(isBlank(entryOf(known.row, 'vurdering')?.value) ? { vurdering: link } : {}) }) : appended(record.analysis, question, lines);
    if (own.length) edits.push({ address: record.address, edits: own });
  }
  const named = linkToRow(analysis, linkTo(address, to), id, context.today);
  if (named.length) edits.push({ address, edits: named });
  return { ...(create ? { create } : {}), edits, show: to };
}

const NOTHING = { kind: 'scalar', range: { start: 0, end: 0 }, value: null, style: 'empty' } as const;

/** The id that the assessment names its row by. */
function idIn({ assessment }: Analysis): string {
  const named = assessment.facts[KEY];
  return named !== null && typeof named === 'object' && !Array.isArray(named) ? textOf(named['id']) : '';
}

function rowsOf({ assessment }: Analysis): MapNode[] {
  const answer = [...assessment.answers.values()].find(({ question }) => question.role === 'behandlinger');
  return answer?.valueNode.kind === 'sequence' ? answer.valueNode.items.filter((row): row is MapNode => row.kind === 'map') : [];
}

function rowNaming({ address, analysis }: Located, assessment: string, id: string): { row: MapNode } | undefined {
  const rows = rowsOf(analysis);
  const said = (row: MapNode, key: string): string => textOf(toJson(entryOf(row, key)?.value ?? NOTHING));
  const row = rows.find((each) => addressOf(address, said(each, 'vurdering')) === assessment) ?? rows.find((each) => id !== '' && said(each, 'id') === id);
  return row && { row };
}

/** Short words with hyphens that no other row has. */
function freeId(analysis: Analysis, address: string, record: Located | undefined, question: Question): string {
  const wanted = idIn(analysis);
  const folder = address.split('/').at(-2) ?? '';
  const base = wanted || fileNameFor(folder && !folder.includes(':') ? `${folder} ${stemOf(address)}` : stemOf(address)) || question.id;
  const taken = new Set(record ? rowsOf(record.analysis).map((row) => textOf(toJson(entryOf(row, 'id')?.value ?? NOTHING))) : []);
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Every field of the row in order: the words there are, «fyll ut» for the others that a record takes over or requires. */
function rowLines({ library }: Context, fields: readonly Question[], words: { [field: string]: string }): string[] {
  const carried = new Set(recordFields(library).filter(({ carriedFrom }) => carriedFrom.length).map(({ id }) => id));
  return fields.flatMap((field) => {
    const written = words[field.id] ?? (field.required || carried.has(field.id) ? PLACEHOLDER : undefined);
    return written === undefined ? [] : keyed(field.id, value(written));
  });
}

function recordHead({ texts }: Context, { assessment }: Analysis): Map<string, { value: string }> {
  const controller = textOf(assessment.facts['behandlingsansvarlig']);
  return new Map([
    ['tittel', { value: value(controller ? texts('make.record', { virksomhet: controller }) : texts(`kind.${KEY}`)) }],
    ...(controller ? [['behandlingsansvarlig', { value: value(controller) }] as const] : []),
  ]);
}

/** The row behind the last one, or the first. */
function appended(record: Analysis, question: Question, lines: string[]): TextEdit[] {
  const { assessment } = record;
  const svar = assessment.head.get('svar');
  if (!svar || isBlank(svar.value)) {
    const block = [`${question.id}:`, ...item(lines, 2)];
    return setField(record, 'svar', block);
  }
  const existing = entryOf(svar.value, question.id);
  if (existing) {
    if (isBlank(existing.value) || (existing.value.kind === 'sequence' && !existing.value.items.length)) return [emptyFilled(record, existing, item(lines, 0))];
    const edit = existing.value.kind === 'sequence' ? appendItem(record, existing.value, lines) : undefined;
    return edit ? [edit] : [];
  }
  return svar.value.kind === 'map' && !svar.value.flow ? [insertEntry(record, svar.value, svar.value.entries.at(-1), [`${question.id}:`, ...item(lines, 2)])] : [];
}

/** `[]` goes, too. */
function emptyFilled(record: Analysis, entry: Entry, lines: string[]): TextEdit {
  const edit = fillEmpty(record, entry, lines);
  return entry.value.kind === 'sequence' ? { ...edit, range: { start: edit.range.start, end: entry.value.range.end } } : edit;
}

/** One edit for each field that says something else than the assessment. What holds a comment is left to the author. */
function updates(record: Analysis, row: MapNode, fields: readonly Question[], words: { [field: string]: string }): TextEdit[] {
  const edits: TextEdit[] = [];
  const { newline } = record.lines;
  for (const [i, field] of fields.entries()) {
    const written = words[field.id];
    if (written === undefined) continue;
    const entry = entryOf(row, field.id);
    if (!entry) {
      const before = fields.slice(0, i).flatMap((each) => entryOf(row, each.id) ?? []).at(-1);
      if (!row.flow) edits.push(insertEntry(record, row, before, keyed(field.id, value(written))));
      continue;
    }
    if (isBlank(entry.value)) {
      edits.push(fillEmpty(record, entry, oneLine(written)));
      continue;
    }
    const said = inWords(entry);
    // What the row calls itself is its own matter: a name may be shorter here.
    if (!isPlaceholder(said) && (field.kind.type === 'text' || fingerprint(said) === fingerprint(written))) continue;
    const { range } = entry.value;
    const text = record.text.slice(range.start, range.end);
    const header = entry.value.kind === 'scalar' ? (entry.value.style === 'block' ? text.split('\n')[0]! : '') : text;
    if (/(^|\s)#/m.test(header)) continue;
    // A block's header and comment stay on the key's line; the new words are a line, or a block in step with the key.
    const { character } = record.lines.position(entry.keyRange.start);
    const fresh = written.includes('\n') && !row.flow ? value(written).split('\n').map((line, at) => (at && line ? ' '.repeat(character) + line : line)).join(newline) : oneLine(written);
    edits.push({ range, newText: fresh });
  }
  return edits;
}

const oneLine = (words: string): string => value(words.replace(/\s*\n\s*/g, ' '));

function inWords({ value: node }: Entry): string {
  const json = toJson(node);
  return Array.isArray(json) ? json.map((line) => textOf(line)).join('\n') : textOf(json);
}

function linkToRow(analysis: Analysis, file: string, id: string, today: string): TextEdit[] {
  const { assessment } = analysis;
  const entry = assessment.head.get(KEY);
  if (!assessment.index.head.has(KEY)) return [];
  if (!entry || isBlank(entry.value)) return setField(analysis, KEY, [...keyed('fil', value(file)), ...keyed('id', value(id)), `dato: ${today}`]);
  if (entry.value.kind !== 'map') return [];
  // A link that is there is the author's; what it lacks, or has «fyll ut» for, is filled in.
  return Object.entries({ fil: value(file), id: value(id), dato: today }).flatMap(([key, written]) => {
    const field = entryOf(entry.value, key);
    if (!field) return entry.value.kind === 'map' && entry.value.flow ? [] : addField(analysis, `${KEY}/${key}`).map((edit) => ({ ...edit, newText: edit.newText.replace(PLACEHOLDER, written) }));
    if (isBlank(field.value)) return [fillEmpty(analysis, field, written)];
    return field.value.kind === 'scalar' && isPlaceholder(field.value.value) ? [{ range: field.value.range, newText: written }] : [];
  });
}
