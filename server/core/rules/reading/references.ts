/** The references in everything that a file says: read once, and shared by the rules and features that look at them. */
import type { Assessment } from '../../assessment/model.ts';
import type { Library } from '../../library.ts';
import { referencesIn } from '../../sources/in-text.ts';
import { knownBy, type FoundReference, type Known } from '../../sources/references.ts';
import type { ScalarNode } from '../../syntax/nodes.ts';
import { visitScalars } from '../support/walk.ts';

/** The references of one answer, explanation and reason included, or of one text of the head. In the file's order. */
export interface Citations {
  /** A question id, or the path of a text of the head. */
  at: string;
  found: FoundReference[];
}

interface Read {
  citations: Citations[];
  known: Known;
}

const done = new WeakMap<Assessment, Read>();

/** What a file refers to, by answer; acts that it only names included. `text` is the file's own. */
export function citationsOf(assessment: Assessment, text: string, library: Library): Citations[] {
  return readAll(assessment, text, library).citations;
}

/**
 * What the parser needs to read this file: a «§ 4-24» without an act belongs to the act that the file names elsewhere,
 * where it names only one that is numbered by chapters.
 */
export function knownIn(assessment: Assessment, text: string, library: Library): Known {
  return readAll(assessment, text, library).known;
}

function readAll(assessment: Assessment, text: string, library: Library): Read {
  let result = done.get(assessment);
  if (result) return result;
  const texts: { node: ScalarNode; path: string; found: FoundReference[] }[] = [];
  let known: Known = { ...knownBy(library), names: true };
  visitTexts(assessment, (node, path) => texts.push({ node, path, found: referencesIn(text, node, known) }));
  const named = new Set(texts.flatMap(({ found }) => found.flatMap(({ parts }) => parts.act ?? [])));
  const chaptered = known.laws!.filter(({ name, numbering }) => numbering === 'chapters' && named.has(name));
  if (chaptered.length === 1) {
    known = { ...known, fallback: chaptered[0] };
    for (const each of texts) if (CHAPTERED.test(String(each.node.value))) each.found = referencesIn(text, each.node, known);
  }
  const places = new Map<string, FoundReference[]>();
  for (const { path, found } of texts) {
    if (!found.length) continue;
    const first = path.split('/')[0]!;
    const at = assessment.answers.has(first) ? first : path;
    const before = places.get(at);
    if (before) before.push(...found);
    else places.set(at, found);
  }
  result = { known, citations: [...places].map(([at, found]) => ({ at, found })) };
  done.set(assessment, result);
  return result;
}

const CHAPTERED = /(?:§|paragraf)[\s.]*\d{1,3}\s?[-‐‑‒–]\s?\d/i;

/** Every text but the file's own machinery. */
function visitTexts(assessment: Assessment, visit: (node: ScalarNode, path: string) => void): void {
  visitScalars(assessment, (node, path) => {
    if (typeof node.value === 'string' && node.value.length > 4 && !path.startsWith('undertrykk')) visit(node, path);
  });
}
