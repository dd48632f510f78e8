/** One template or rule file, read by itself: text → what is written, and what is wrong with its form. Total, however large the text is. */
import type { Rule } from '../rules/model.ts';
import { LineIndex } from '../syntax/lines.ts';
import { toJson, type Json } from '../syntax/nodes.ts';
import type { parse, SyntaxTree } from '../syntax/parse.ts';
import type { Written } from '../templates/load.ts';
import type { Template } from '../templates/model.ts';
import type { Path, Problem } from '../templates/problems.ts';
import type { Texts } from '../texts/texts.ts';
import { formProblems, type OwnKind } from './form.ts';

export interface OwnText {
  address: string;
  text: string;
}

/** One own file, read once. */
export interface OwnRead {
  address: string;
  kind: OwnKind;
  text: string;
  lines: LineIndex;
  tree: SyntaxTree;
  /** Undefined where the file is no map, or too large to be looked at. */
  written: Written | undefined;
  problems: Problem[];
  /** What it brings; undefined where it cannot be used. */
  template?: Template;
  places?: ReadonlyMap<object, Path>;
  rule?: Rule;
  /** The text of the last version that could be used: this one, or an earlier one while this is being written. */
  usable?: string;
}

/** What own files are read with. */
export interface OwnReader {
  /** Handed in, so that what reads own files (dist/own.cjs) need not hold the YAML parser once more. */
  parse: typeof parse;
  /** What a retired question is marked with. */
  texts: Texts;
}

/** Larger than any template that somebody can answer; what is more is not looked at, so that no file can make the server wait. */
const MOST_LETTERS = 400_000;
const MOST_VALUES = 20_000;
const MOST_WORDS = 20_000;

/** Reads one file as far as it can be without the others. */
export function readOwn({ address, text: written }: OwnText, kind: OwnKind, { parse }: OwnReader): OwnRead {
  const lines = new LineIndex(written);
  const empty = (problem: Problem, tree: SyntaxTree): OwnRead => ({ address, kind, text: written, lines, tree, written: undefined, problems: [problem] });
  const tooLarge: Problem = { code: 'egen-for-stor', at: [], text: 'own.too-large' };
  if (written.length > MOST_LETTERS) return empty(tooLarge, { root: undefined, problems: [] });
  const tree = parse(written);
  if (tree.root?.kind !== 'map') return tree.problems.length ? { address, kind, text: written, lines, tree, written: undefined, problems: [] } : empty({ code: 'egen-form', at: [], text: kind === 'template' ? 'own.not-template' : 'own.not-rule' }, tree);
  const json = toJson(tree.root) as Written;
  if (!isModest(json)) return empty(tooLarge, tree);
  const problems = formProblems(kind, json);
  // What lacks may stand in the part that YAML could not read.
  return { address, kind, text: written, lines, tree, written: json, problems: isWhole(tree) ? problems : problems.filter(({ text: key }) => key !== 'own.form.missing' && key !== 'own.form.missing-here') };
}

function isModest(json: Json): boolean {
  let count = 0;
  const visit = (value: Json): boolean => {
    if (++count > MOST_VALUES) return false;
    if (typeof value === 'string') return value.length <= MOST_WORDS;
    if (value === null || typeof value !== 'object') return true;
    return Array.isArray(value) ? value.every(visit) : Object.entries(value).every(([key, inner]) => key.length <= MOST_WORDS && visit(inner));
  };
  return visit(json);
}

const isWhole = (tree: SyntaxTree): boolean => !tree.problems.some(({ id }) => id !== 'dobbel-nokkel');
/** Whether it can be used: all of it was read, and nothing is wrong with it that matters beyond its place. */
export const isUsable = ({ tree, problems }: OwnRead): boolean => isWhole(tree) && !problems.some(({ minor }) => !minor);

/**
 * Looks for what the schema cannot see. A file whose form is wrong is looked at all the same, so that its author is told
 * of everything at once; what the wrong form keeps from being looked at waits until it is mended.
 */
export function look(file: OwnRead, work: () => void): void {
  if (!isWhole(file.tree)) return;
  if (isUsable(file)) return work();
  try {
    work();
  } catch {
    // The form has findings of its own.
  }
}
/** One more thing that is wrong with a file. */
export const add = (file: OwnRead, ...problems: Problem[][]): void => void file.problems.push(...problems.flat());

/** The name that a text gives itself, without reading it; a byte order mark read as Latin-1 may stand before it. */
export const nameWritten = (text: string, key: 'mal' | 'kode'): string | undefined => new RegExp(`^(?:\uFEFF|ÿþ|þÿ)?${key}:\\s*['"]?([^\\s'"#]+)`, 'm').exec(text)?.[1];
export const nameOf = (address: string): string => address.split('/').at(-1)!;
