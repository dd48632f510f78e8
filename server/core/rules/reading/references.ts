/** The references in everything that a file says: read once, and shared by the rules that look at them. */
import type { Assessment } from '../../assessment/model.ts';
import type { Library } from '../../library.ts';
import { referencesIn } from '../../sources/in-text.ts';
import { knownBy, type FoundReference, type Known, type LawName } from '../../sources/references.ts';
import type { ScalarNode } from '../../syntax/nodes.ts';
import { visitScalars } from '../support/walk.ts';

/** The references of one answer, explanation and reason included, or of one text of the head. In the file's order. */
export interface Citations {
  /** A question id, or the path of a text of the head. */
  at: string;
  found: FoundReference[];
}

const read = new WeakMap<Assessment, Citations[]>();

/** What a file refers to, by answer; acts that it only names included. `text` is the file's own. */
export function citationsOf(assessment: Assessment, text: string, library: Library): Citations[] {
  const done = read.get(assessment);
  if (done) return done;
  const places = new Map<string, FoundReference[]>();
  const known = knownIn(assessment, text, library);
  visitTexts(assessment, (node, path) => {
    const found = referencesIn(text, node, known);
    if (!found.length) return;
    const first = path.split('/')[0]!;
    const at = assessment.answers.has(first) ? first : path;
    places.set(at, [...(places.get(at) ?? []), ...found]);
  });
  const citations = [...places].map(([at, found]) => ({ at, found }));
  read.set(assessment, citations);
  return citations;
}

const parsers = new WeakMap<Assessment, Known>();

/**
 * What the parser needs to read this file: a «§ 4-24» without an act belongs to the act that the file names elsewhere,
 * where it names only one that is numbered by chapters.
 */
export function knownIn(assessment: Assessment, text: string, library: Library): Known {
  const done = parsers.get(assessment);
  if (done) return done;
  const known: Known = { ...knownBy(library), names: true };
  const named = new Set<LawName>();
  visitTexts(assessment, (node) => {
    if (!/lov/i.test(String(node.value))) return;
    for (const { parts } of referencesIn(text, node, known)) {
      const law = known.laws!.find(({ name }) => name === parts.act);
      if (law?.numbering === 'chapters') named.add(law);
    }
  });
  const result = named.size === 1 ? { ...known, fallback: [...named][0] } : known;
  parsers.set(assessment, result);
  return result;
}

/** Every text but the file's own machinery. */
function visitTexts(assessment: Assessment, visit: (node: ScalarNode, path: string) => void): void {
  visitScalars(assessment, (node, path) => {
    if (typeof node.value === 'string' && node.value.length > 4 && !path.startsWith('undertrykk')) visit(node, path);
  });
}
