import type { Library } from '../../library.ts';
import type { Repeal } from '../../sources/model.ts';
import { lawOf, sectionsOf, type FoundReference } from '../../sources/references.ts';
import type { RuleCheck } from '../model.ts';
import { citationsOf } from '../reading/references.ts';

/** More than this are counted, not named. */
const MOST = 3;
/** The author knows: «etter den tidligere barnevernloven». */
const SAYS_SO = /(?<![a-zA-ZÀ-ɏ])(?:tidligere|tidlegare|forrige|førre|gamle|gammel|daværende|dåverande|dagjeldende|dågjeldande|opphevede|opphevet|oppheva)\s+$/i;

export const check: RuleCheck = ({ assessment, text, library, texts, today }) => citationsOf(assessment, text, library).flatMap(({ at, found }) => {
  const outdated = found.flatMap((each) => {
    const repeal = repealOf(library, each);
    const isPast = repeal && (repeal.on === undefined || repeal.on <= today);
    return isPast && !SAYS_SO.test(text.slice(Math.max(0, each.range.start - 16), each.range.start)) ? [{ found: each, repeal }] : [];
  });
  // An act that is cited by section is not named once more.
  const cited = new Set(outdated.filter(({ found: { parts } }) => parts.number).map(({ found: { parts } }) => parts.act));
  const shown = new Map(outdated.filter(({ found: { parts } }) => parts.number || !cited.has(parts.act)).map((each) => [each.found.reference, each]));
  const all = [...shown.values()];
  const first = all[0];
  if (!first) return [];
  const names = all.slice(0, MOST).map(({ found: { reference }, repeal }) => {
    const now = texts.and(repeal.replacedBy);
    return now ? texts('law.replaced', { henvisning: reference, nå: now }) : reference;
  });
  if (all.length > MOST) names.push(texts('law.more', { antall: all.length - MOST }));
  return [{ at, range: first.found.range, variant: all.length === 1 && !first.found.parts.number ? 'lov' : 'paragrafer', params: { henvisninger: names, merknad: noteOf(all.map(({ repeal }) => repeal)) } }];
});

/** Why a reference is outdated: its section was repealed, or the act that it belongs to. */
function repealOf(library: Library, { parts, kind }: FoundReference): Repeal | undefined {
  if (kind !== 'law') return undefined;
  return (parts.number ? sectionsOf(library, parts).find((section) => section.repealed)?.repealed : undefined) ?? lawOf(library, parts)?.repealed;
}

/** What the reader has to know about the change; of many changes, nothing. */
function noteOf(repeals: Repeal[]): string {
  const notes = [...new Set(repeals.flatMap((repeal) => repeal.note ?? []))];
  return notes.length <= 2 ? notes.map((note) => ` ${note}`).join('') : '';
}
