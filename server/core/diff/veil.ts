/**
 * What the public edition of a comparison does not show: whatever either version keeps back, in both of them. The
 * internal edition shows everything.
 */
import { hiding, isRedacted, redacted, secretsOf } from '../assessment/secrets.ts';
import type { Analysis } from '../analysis.ts';
import type { Edition } from '../report/edition.ts';
import type { Json } from '../syntax/nodes.ts';
import type { Pair } from './model.ts';
import { unwrapped } from './values.ts';
import { aligned, tokens } from './words.ts';

export interface Veil {
  /** A value of one version, or of a pair that belongs together, as it may be shown. Give the path of each that has it. */
  value(paths: Pair<string>, value: Json | undefined): Json | undefined;
  /** Two versions of a text, where what is gone may be an earlier wording of what is kept back now. */
  texts(pair: Pair<string>): Pair<string>;
  text(value: string): string;
}

const OPEN: Veil = { value: (_, value) => value, texts: (pair) => pair, text: (value) => value };

/** @param analyses the two versions; one is undefined where the file was not there */
export function veilFor(edition: Edition, analyses: Pair<Analysis>): Veil {
  if (edition === 'internal') return OPEN;
  const secrets = [analyses.before, analyses.after].map((analysis) => (analysis ? secretsOf(analysis.assessment, analysis.text) : { places: [], words: [] }));
  const [before, after] = secrets as [(typeof secrets)[0], (typeof secrets)[0]];
  const text = hiding(secrets);
  const isBoth = analyses.before !== undefined && analyses.after !== undefined;
  const every = [...before.places, ...after.places].map(({ path, ground }) => ({ path: anyRow(path), ground }));
  const cover = ({ before: a, after: b }: Pair<string>): string | undefined => {
    const covers = (places: readonly { path: string; ground: string }[], path: string | undefined): { ground: string } | undefined => (path === undefined ? undefined : places.find((place) => path === place.path || path.startsWith(`${place.path}/`)));
    const found = covers(before.places, a) ?? covers(after.places, b) ?? (isBoth && (a === undefined || b === undefined) ? covers(every, anyRow(a ?? b ?? '')) : undefined);
    return found && redacted(found.ground);
  };
  const below = (path: string | undefined, step: string | number): string | undefined => (path === undefined ? undefined : `${path}/${step}`);
  const value: Veil['value'] = (paths, given) => {
    if (given === undefined || given === null) return given;
    const covered = cover(paths);
    if (covered !== undefined) return covered;
    if (typeof given === 'string') return text(given);
    if (Array.isArray(given)) return given.map((each, i) => value({ before: below(paths.before, i), after: below(paths.after, i) }, each) ?? null);
    if (typeof given === 'object') return Object.fromEntries(Object.entries(given).map(([name, each]) => [text(name), value({ before: below(paths.before, name), after: below(paths.after, name) }, each) ?? null]));
    return given;
  };
  return { value, text, texts: (pair) => closed(pair) };
}

/** A place in a list means the same place in every row, where rows cannot be told to belong together. */
const anyRow = (path: string): string => path.replaceAll(/\/\d+(?=\/|$)/g, '/*');

/**
 * Where one version keeps something back that the other does not hold in those words, what only the other holds may be
 * the same in other words: it is not shown either.
 */
function closed({ before, after }: Pair<string>): Pair<string> {
  if (before === undefined || after === undefined || isRedacted(before) || isRedacted(after)) return { before, after };
  const marks = (text: string): string[] => text.match(/«sladdet: [^»]*»/g) ?? [];
  const [a, b] = [marks(before), marks(after)];
  if (a.length === b.length) return { before, after };
  return a.length < b.length ? { before: onlyShared(before, after, b[0]!), after } : { before, after: onlyShared(after, before, a[0]!) };
}

function onlyShared(text: string, other: string, mark: string): string {
  const [mine, theirs] = [tokens(unwrapped(text)), tokens(unwrapped(other))];
  return aligned(mine, theirs).map(({ same, from, to }) => (same ? mine.slice(from, to).map(({ word, space }) => word + space).join('') : to > from ? `${mark} ` : '')).join('').trim();
}
