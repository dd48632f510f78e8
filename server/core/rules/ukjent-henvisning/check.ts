import type { FoundReference, Reference } from '../../sources/references.ts';
import { canonical } from '../../sources/references/print.ts';
import { extent, missing, nearestReference, type Missing } from '../../sources/references/structure.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { citationsOf } from '../reading/references.ts';

interface Unknown {
  found: FoundReference;
  level: Missing;
  nearest: Reference;
}

export const check: RuleCheck = ({ assessment, text, library }) => citationsOf(assessment, text, library).flatMap(({ at, found }) => {
  const unknown = found.flatMap((each): Unknown[] => {
    const level = missing(library.structure, each.parts);
    return level ? [{ found: each, level, nearest: nearestReference(library.structure, each.parts) }] : [];
  });
  const [first] = unknown;
  if (!first) return [];
  const each = unknown.map((one) => ({ range: replaced(one.found), text: replacement(one, text.slice(one.found.start, one.found.range.end)) }));
  const hit: RuleHit = { at, range: first.found.range, ...says(unknown, first) };
  return [{ ...hit, fixes: [each.length === 1 ? { kind: 'replace', ...each[0]! } : { kind: 'replace-each', each }] }];

  function says(all: Unknown[], one: Unknown): Pick<RuleHit, 'variant' | 'params'> {
    const nearest = canonical(one.nearest);
    const own = { henvisning: one.found.reference, nærmest: nearest };
    if (all.length > 1) {
      const names = [...new Set(all.map((each) => each.found.reference))];
      if (names.length > 1) return { variant: 'flere', params: { henvisninger: names, nærmest: [...new Set(all.map((each) => canonical(each.nearest)))] } };
    }
    const there = extent(library.structure, one.found.parts, one.level);
    if (!there) return { variant: one.level === 'paragraph' ? 'uten-nr' : 'uten-bokstaver', params: { ...own, sted: canonical({ ...one.found.parts, letter: undefined, upTo: undefined, ...(one.level === 'paragraph' ? { paragraph: undefined, sub: undefined } : {}) }) } };
    return { variant: one.level === 'number' ? 'artikkel' : 'har', params: { ...own, sted: there.place, omfang: there.first === `bokstav ${there.last}` ? there.first : `${there.first}–${there.last}` } };
  }
});

/** «GDPR» before the reference stays. */
function replaced({ range, start }: FoundReference): { start: number; end: number } {
  return { start, end: range.end };
}

/** In a list only what differs is written: «h og k» becomes «h og bokstav j». Who writes «artikkel», keeps it. */
function replacement({ found, level, nearest }: Unknown, written: string): string {
  const whole = canonical(nearest);
  if (!found.continued || level === 'number') return whole.replace('art.', /^artikkel(?=\s)/i.exec(written)?.[0] ?? 'art.');
  if (nearest.letter && nearest.paragraph === found.parts.paragraph) return `bokstav ${nearest.letter}`;
  return whole.replace(/^art\. \d+ (?=nr\.)/, '');
}
