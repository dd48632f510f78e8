/** Text → configuration. Never throws: what is written wrong counts as left out, and config/check.ts says so. */
import { LineIndex } from '../syntax/lines.ts';
import { entryOf, type Range, type SyntaxNode } from '../syntax/nodes.ts';
import { parse } from '../syntax/parse.ts';
import { STATUSES, type Status } from '../templates/model.ts';
import { languageNamed } from '../texts/language.ts';
import { isOutside } from './globs.ts';
import { fieldAt, type Shape } from './keys.ts';
import { CONFIG_NAME, LEVELS, type ConfigFile, type Configuration, type Level, type RuleLevels } from './model.ts';

/** Whether a file is a configuration, by its name. */
export const isConfigName = (name: string): boolean => name === CONFIG_NAME;

/** Reads a configuration file. Values of the wrong form are left out. */
export function readConfiguration(text: string): ConfigFile {
  const tree = parse(text);
  return { text, tree, lines: new LineIndex(text), configuration: configurationIn(tree.root), broken: tree.problems.some(({ id }) => id !== 'dobbel-nokkel'), places: placesIn(tree.root) };
}

function configurationIn(root: SyntaxNode | undefined): Configuration {
  const at = (...path: string[]): SyntaxNode | undefined => path.reduce<SyntaxNode | undefined>((node, key) => entryOf(node, key)?.value, root);
  const list = (...path: string[]): string[] => listAt(at(...path), fieldAt(path)!.shape);
  const text = (...path: string[]): string | undefined => textOf(at(...path));
  const number = (...path: string[]): number | undefined => numberOf(at(...path), fieldAt(path)!.shape);
  const language = languageNamed(text('språk'));
  const [likelihood, consequence] = [list('risikoskala', 'sannsynlighet'), list('risikoskala', 'konsekvens')];
  return {
    folders: list('mapper'), excluded: list('utelat'), rules: rulesIn(at('regler')), templates: list('maler'), ruleFiles: list('regelfiler'),
    organisation: given({ name: text('virksomhet', 'navn'), number: text('virksomhet', 'organisasjonsnummer'), officer: text('virksomhet', 'personvernombud'), contact: text('virksomhet', 'kontakt') }),
    scale: given({ likelihood: likelihood.length ? likelihood : undefined, consequence: consequence.length ? consequence : undefined, medium: number('risikoskala', 'middels'), high: number('risikoskala', 'høy') }),
    roles: list('roller'),
    ...(language ? { language } : {}),
  };
}

/** Without what is undefined. */
function given<T extends object>(values: T): { [key in keyof T]?: Exclude<T[key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [key in keyof T]?: Exclude<T[key], undefined> };
}

/** A text on one line; a number that is written bare is text here too. */
export function textOf(node: SyntaxNode | undefined): string | undefined {
  const value = node?.kind === 'scalar' && (typeof node.value === 'string' || typeof node.value === 'number') ? String(node.value).replace(/\s+/g, ' ').trim() : '';
  return value || undefined;
}

/** The items of a list that are texts, of paths those that stay inside; none where there are too few or too many of them. One text alone is a list of one. */
function listAt(node: SyntaxNode | undefined, shape: Shape): string[] {
  if (shape.type !== 'list' || !node) return [];
  const items = (node.kind === 'sequence' ? node.items : [node]).flatMap((item) => textOf(item) ?? []).filter((item) => shape.of === 'text' || !isOutside(item));
  return items.length < (shape.least ?? 0) || items.length > (shape.most ?? Infinity) ? [] : items;
}

function numberOf(node: SyntaxNode | undefined, shape: Shape): number | undefined {
  const value = node?.kind === 'scalar' ? node.value : undefined;
  return shape.type === 'number' && typeof value === 'number' && Number.isInteger(value) && value >= shape.least && value <= shape.most ? value : undefined;
}

const levelOf = (node: SyntaxNode | undefined): Level | undefined => LEVELS.find((level) => level === textOf(node));

function rulesIn(node: SyntaxNode | undefined): Map<string, RuleLevels> {
  const rules = new Map<string, RuleLevels>();
  for (const { key, value } of node?.kind === 'map' ? node.entries : []) {
    if (rules.has(key)) continue;
    const all = levelOf(value);
    const levels: { [status in Status]?: Level } = {};
    for (const status of STATUSES) {
      const level = all ?? levelOf(entryOf(value, status)?.value);
      if (level) levels[status] = level;
    }
    if (Object.keys(levels).length) rules.set(key, levels);
  }
  return rules;
}

/** What the user's settings say of the rules (`vurdert.regler`), in the file's own form. Anything else is nothing. */
export function levelsFrom(value: unknown): Map<string, RuleLevels> {
  const rules = new Map<string, RuleLevels>();
  for (const [code, said] of Object.entries(isRecord(value) ? value : {})) {
    const level = (of: unknown): Level | undefined => LEVELS.find((each) => each === of);
    const levels: { [status in Status]?: Level } = {};
    for (const status of STATUSES) {
      const found = level(said) ?? (isRecord(said) ? level(said[status]) : undefined);
      if (found) levels[status] = found;
    }
    if (Object.keys(levels).length) rules.set(code, levels);
  }
  return rules;
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where every key's value stands, three steps down: the value, or the key where the value is blank. */
function placesIn(root: SyntaxNode | undefined): Map<string, Range> {
  const places = new Map<string, Range>();
  const visit = (node: SyntaxNode | undefined, path: string, depth: number): void => {
    if (node?.kind === 'map' && depth < 3) {
      for (const { key, keyRange, value } of node.entries) {
        const at = path ? `${path}/${key}` : key;
        if (!places.has(at)) places.set(at, keyRange);
        visit(value, at, depth + 1);
      }
    } else if (node?.kind === 'sequence') node.items.forEach((item, i) => places.set(`${path}/${i}`, item.range));
  };
  visit(root, '', 0);
  return places;
}
