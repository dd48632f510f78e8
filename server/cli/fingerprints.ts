/**
 * What a finding is known by from one run to the next: its rule, its file, its place in the assessment, and what tells
 * it from its twins. Never a line number or a message, so that text that moves and words that are mended do not make
 * an old finding new.
 */
import { createHash } from 'node:crypto';
import type { Analysis } from '../core/analysis.ts';
import type { Assessment } from '../core/assessment/model.ts';
import { locate, rangeOf, resolve } from '../core/assessment/paths.ts';
import type { Finding } from '../core/findings.ts';
import { entryOf, type SyntaxNode } from '../core/syntax/nodes.ts';

/** What the rows of each list are called, by the list's path: a row that moves keeps its name. */
export type RowNames = ReadonlyMap<string, readonly string[]>;

/** What a row is told apart by, best first. */
const NAMING = ['id', 'navn', 'tittel', 'scenario', 'tiltak'];
/** How much of the text under a finding is its mark. Characters. */
const MARK = 200;

/** The names of the rows of every list in a file. A row without words is called by its number. */
export function rowNames({ root }: Assessment): RowNames {
  const names = new Map<string, readonly string[]>();
  const visit = (node: SyntaxNode, path: string): void => {
    if (node.kind === 'sequence') {
      const row = named(node.items.map(nameOfRow));
      names.set(path, row);
      node.items.forEach((item, i) => visit(item, `${path}/${i}`));
    } else if (node.kind === 'map') {
      for (const { key, value } of node.entries) {
        if (path === '' && key === 'svar' && value.kind === 'map') for (const answer of value.entries) visit(answer.value, answer.key);
        else visit(value, path === '' ? key : `${path}/${key}`);
        // `II.4.2: {svar: […]}` answers II.4.2: its rows are II.4.2/0 and so on.
        if (key === 'svar' && path !== '' && value.kind === 'sequence') visit(value, path);
      }
    }
  };
  if (root) visit(root, '');
  return names;
}

/** Equal names are numbered. */
function named(rows: readonly (string | undefined)[]): string[] {
  const seen = new Map<string, number>();
  return rows.map((row, i) => {
    if (row === undefined) return String(i);
    const count = (seen.get(row) ?? 0) + 1;
    seen.set(row, count);
    return count === 1 ? row : `${row}~${count}`;
  });
}

/** An id as it stands; other words as their hash: what is written of risks and people goes into no baseline. */
function nameOfRow(item: SyntaxNode): string | undefined {
  const entry = NAMING.map((key) => entryOf(item, key)).find((each) => wordsIn(each?.value)) ?? (item.kind === 'map' ? item.entries.find(({ value }) => wordsIn(value)) : undefined);
  const words = wordsIn(entry?.value ?? item);
  if (!words) return undefined;
  return entry?.key === 'id' && /^[\p{L}\d_.-]{1,60}$/u.test(words) ? words : `~${hash([words]).slice(0, 8)}`;
}

const wordsIn = (node: SyntaxNode | undefined): string => (node?.kind === 'scalar' && node.value !== null ? folded(String(node.value)) : '');
const folded = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** A finding's path with its rows by name: `risikoer/~3fa9c1d2/restrisiko`. */
export function placeOf(rows: RowNames, path: string): string {
  const steps = path.split('/');
  return steps.map((step, i) => (/^\d+$/.test(step) ? (rows.get(steps.slice(0, i).join('/'))?.[Number(step)] ?? step) : step)).join('/');
}

/**
 * The words that a finding stands on, where they are a part of an answer, or where it has no place in the assessment
 * (YAML that cannot be read); otherwise ''. An answer as a whole is no mark: it may be mended, and the finding stands.
 */
export function markOf({ text, assessment }: Analysis, { path, range }: Finding): string {
  const whole = rangeOf(assessment, path);
  if (range.start === whole.start && range.end === whole.end) return '';
  if (path !== '') {
    const node = resolve(assessment, path).found ? locate(assessment, range.start)?.node : undefined;
    if (node?.kind !== 'scalar' || range.end - range.start >= node.range.end - node.range.start) return '';
  }
  return folded(text.slice(range.start, Math.min(range.end, range.start + MARK)));
}

/** A fingerprint for each identity, in order: 32 hexadecimal digits. Equal ones are numbered from the top. */
export function fingerprintsOf(identities: readonly (readonly string[])[]): string[] {
  const seen = new Map<string, number>();
  return identities.map((identity) => {
    const key = JSON.stringify(identity);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return hash([...identity, String(count)]).slice(0, 32);
  });
}

const hash = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
