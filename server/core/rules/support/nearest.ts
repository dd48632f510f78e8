/** «Mente du …?»: the known word that a written one most likely stands for. */
import { distance } from 'fastest-levenshtein';
import type { Assessment } from '../../assessment/model.ts';
import type { MapNode } from '../../syntax/nodes.ts';

/** Longer than any key or id; what is longer is a sentence, not a slip. */
const MAX_LENGTH = 60;

/** Without what people get wrong without noticing: case, spaces, hyphens, punctuation. */
export function simplified(text: string): string {
  return text.toLowerCase().replace(/[^a-zA-ZÀ-ɏ\d]+/g, '');
}

/** The candidate nearest to what is written; undefined when none is near enough to be meant. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  if (written.length > MAX_LENGTH) return undefined;
  const own = simplified(written);
  if (!own) return undefined;
  let best: { candidate: string; cost: number } | undefined;
  for (const candidate of candidates) {
    const cost = costOf(own, simplified(candidate));
    if (cost !== undefined && (!best || cost < best.cost)) best = { candidate, cost };
  }
  return best?.candidate;
}

/** How far apart two words are; undefined when one cannot be meant by the other. A word broken off is near. */
function costOf(own: string, other: string): number | undefined {
  if (own === other) return 0;
  if (own.length >= 4 && other.startsWith(own)) return 0.5;
  const cost = distance(own, other);
  return cost <= Math.max(1, Math.floor(Math.max(own.length, other.length) / 3)) ? cost : undefined;
}

/**
 * The known keys that the unknown ones of a map most likely mean: those are written, if with a slip, and so not
 * missing as well.
 */
export function meantKeys(node: MapNode, known: Iterable<string>): Set<string> {
  const free = new Set(known);
  const strangers = node.entries.filter((entry) => !free.has(entry.key)).slice(0, 50);
  for (const entry of node.entries) free.delete(entry.key);
  return new Set(strangers.flatMap((entry) => (free.has(beforeColon(entry.key)) ? beforeColon(entry.key) : nearest(entry.key, free)) ?? []));
}

/** The question ids that the unknown ones under `svar` most likely mean. */
export function meantQuestions(assessment: Assessment): Set<string> {
  const given = assessment.head.get('svar')?.value;
  const strangers = given?.kind === 'map' ? given.entries.filter((entry) => !assessment.index.questions.has(entry.key)).slice(0, 50) : [];
  return new Set(strangers.flatMap((entry) => (assessment.index.questions.has(beforeColon(entry.key)) ? beforeColon(entry.key) : nearestQuestion(entry.key, assessment)) ?? []));
}

/** «status:utkast», without the space, is one word to YAML. */
const beforeColon = (key: string): string => key.slice(0, Math.max(0, key.indexOf(':')));

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** What an unknown id is near to: one id, which may be answered already, or several of the section that are equally near. */
export interface NearQuestions {
  id?: string;
  /** The unanswered ids of the section, where more than one could be meant. */
  open?: string[];
}

/** The one question id that an unknown one most likely means; undefined where none or several could be meant. */
function nearestQuestion(written: string, assessment: Assessment): string | undefined {
  return nearQuestions(written, assessment).id;
}

/**
 * The questions that an unknown id may mean. Ids of the same section come first; «II.4.22» is II.4.2 even where that
 * one is answered. Behind «II.4.9» any of II.4.1–II.4.8 may be meant: then none is picked.
 */
export function nearQuestions(written: string, assessment: Assessment): NearQuestions {
  if (written.length > MAX_LENGTH) return {};
  // «2.4.1» is «II.4.1» to those who write Arabic numerals.
  const text = written.replace(/^\d+(?=\.)/, (number) => ROMAN[Number(number)] ?? number);
  const own = simplified(text);
  if (!own) return {};
  const parent = parentOf(text).toLowerCase();
  const number = lastNumber(text);
  let best: { ids: string[]; order: number[] } | undefined;
  for (const { question } of assessment.index.questions.values()) {
    if (question.answeredIn) continue;
    // The dots tell sections apart, so they count here.
    const exact = simplified(question.id) === own;
    const cost = exact ? 0 : distance(text.toLowerCase(), question.id.toLowerCase());
    if (cost > 2) continue;
    const sameSection = parentOf(question.id).toLowerCase() === parent;
    if (!exact && !sameSection && (cost > 1 || assessment.answers.has(question.id))) continue;
    const order = [exact ? 0 : 1, sameSection ? 0 : 1, cost, sameSection ? 0 : Math.abs(lastNumber(question.id) - number)];
    if (!best || isBefore(order, best.order)) best = { ids: [question.id], order };
    else if (!isBefore(best.order, order)) best.ids.push(question.id);
  }
  if (!best) return {};
  if (best.ids.length === 1) return { id: best.ids[0]! };
  const section = parentOf(best.ids[0]!);
  return { open: [...assessment.index.questions.values()].filter(({ question }) => !question.answeredIn && parentOf(question.id) === section && !assessment.answers.has(question.id)).map(({ question }) => question.id) };
}

const parentOf = (id: string): string => id.replace(/\.?[^.]*$/, '');
const lastNumber = (id: string): number => Number(/(\d+)\D*$/.exec(id)?.[1] ?? 0);

function isBefore(one: number[], other: number[]): boolean {
  const i = one.findIndex((value, at) => value !== other[at]);
  return i >= 0 && one[i]! < other[i]!;
}
