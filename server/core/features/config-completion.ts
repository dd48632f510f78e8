/** Completion in vurdert.config.yaml: keys, values, rule codes with their titles, and the files that paths may lead to. */
import { FIELDS, fieldAt, LEVEL_SHAPE, STATUS_FIELDS, type Field, type Shape } from '../config/keys.ts';
import { LEVELS, type ConfigFile } from '../config/model.ts';
import { lowestOf } from '../rules/severity.ts';
import type { Context } from '../library.ts';
import type { Texts } from '../texts/texts.ts';
import { asScalar } from './completion-write.ts';
import { cursorAt, ROW, type Cursor } from './cursor.ts';
import type { Completion } from './model.ts';

export interface ConfigSurroundings {
  /** How many findings of each code the configuration's assessments have now. */
  counts?: ReadonlyMap<string, number>;
  /** The folders and YAML files below, from the configuration's folder; folders end in `/`. */
  paths?: readonly string[];
}

/** What can be written at an offset of a configuration, in the order to show it. */
export function configCompletions(file: ConfigFile, context: Pick<Context, 'library' | 'texts'>, offset: number, around: ConfigSurroundings = {}): Completion[] {
  const cursor = cursorAt(file.lines, offset);
  if (cursor.part === 'comment' || cursor.part === 'text') return [];
  const path = cursor.path.filter((step) => step !== ROW);
  const inRow = cursor.path.at(-1) === ROW || cursor.part === 'item';
  if (cursor.part === 'key' && !inRow) return keys(path, cursor, context, around);
  return values(path, cursor, context, around);
}

function keys(path: readonly string[], cursor: Cursor, { library, texts }: Pick<Context, 'library' | 'texts'>, { counts = new Map() }: ConfigSurroundings): Completion[] {
  const free = <T extends { key: string }>(fields: readonly T[]): T[] => fields.filter(({ key }) => !cursor.siblings.includes(key));
  if (!path.length) return free(FIELDS).map((field, order) => keyItem(field, cursor, texts, order));
  if (path.length === 1 && path[0] === 'regler') {
    const rules = [...library.rules].filter(({ code }) => !cursor.siblings.includes(code)).sort((a, b) => (counts.get(b.code) ?? 0) - (counts.get(a.code) ?? 0));
    return rules.map(({ code, title }, order) => ({
      label: code, kind: 'code', detail: title, ...(counts.get(code) ? { documentation: `${counts.get(code)} ${texts('config.completion.has-findings')}` } : {}),
      insert: cursor.hasColon ? code : `${code}: `, snippet: false, range: cursor.typed, order, filter: `${code} ${title}`, ...(cursor.hasColon ? {} : { continues: true }),
    }));
  }
  if (path.length === 2 && path[0] === 'regler') return free(STATUS_FIELDS).map((field, order) => keyItem(field, cursor, texts, order));
  const field = fieldAt(path);
  if (field?.shape.type === 'map') return free(field.shape.fields).map((each, order) => keyItem(each, cursor, texts, order));
  return [];
}

function keyItem({ key, shape, words, example }: Field, cursor: Cursor, texts: Texts, order: number): Completion {
  const base = { label: key, kind: 'key' as const, detail: texts(words), documentation: `\`\`\`yaml\n${example}\n\`\`\``, range: cursor.typed, order };
  if (cursor.hasColon) return { ...base, insert: key, snippet: false };
  const pad = ' '.repeat(cursor.hang + 2);
  const isBlock = (shape.type === 'map' || shape.type === 'rules') && !cursor.flow;
  const insert = isBlock ? `${key}:\n${pad}$0` : shape.type === 'list' ? `${key}: [$0]` : `${key}: $0`;
  return { ...base, insert, snippet: true, ...(isBlock || shape.type === 'choice' || (shape.type === 'list' && shape.of !== 'text') ? { continues: true } : {}) };
}

function values(path: readonly string[], cursor: Cursor, { library, texts }: Pick<Context, 'library' | 'texts'>, { paths = [] }: ConfigSurroundings): Completion[] {
  const shape = path[0] === 'regler' && path.length === 2 ? LEVEL_SHAPE : fieldAt(path)?.shape;
  if (!shape) return [];
  const item = (value: string, detail: string | undefined, order: number, kind: Completion['kind'] = 'value'): Completion => {
    const inList = shape.type === 'list' && cursor.part === 'value' && cursor.path.at(-1) !== ROW;
    return { label: value, kind, ...(detail ? { detail } : {}), insert: inList ? `[${asScalar(value)}]` : asScalar(value), snippet: false, range: cursor.typed, order };
  };
  if (shape.type === 'choice') {
    const rule = path[0] === 'regler' ? library.rules.find(({ code }) => code === path[1]) : undefined;
    const lowest = rule ? LEVELS.indexOf(lowestOf(rule)) : 0;
    return shape.values.filter((value) => !rule || LEVELS.findIndex((level) => level === value) >= lowest).map((value, order) => item(value, texts(shape.words(value)), order));
  }
  if (shape.type === 'list' && shape.of !== 'text') {
    const shown = shape.of === 'path' ? paths : paths.filter((each) => each.endsWith('/')).map((each) => each.slice(0, -1));
    return shown.map((each, order) => item(each.replace(/\/$/, ''), undefined, order, 'file'));
  }
  return [];
}

/** What a shape allows, for a hover. */
export function valuesOf(shape: Shape): readonly string[] {
  return shape.type === 'choice' ? shape.values : [];
}
