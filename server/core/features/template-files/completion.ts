/** What can be written in a template or rule file: keys, kinds of answer, questions, articles, templates. */
import type { Context } from '../../library.ts';
import { propertiesOf, schemaAt } from '../../own/form.ts';
import type { OwnRead } from '../../own/load.ts';
import type { Json } from '../../syntax/nodes.ts';
import { CONDITION_KEYWORDS } from '../../templates/conditions.ts';
import { fullText } from '../../templates/model.ts';
import type { Path } from '../../templates/problems.ts';
import { asScalar } from '../completion-write.ts';
import { cursorAt, ROW, type Cursor } from '../cursor.ts';
import type { Completion } from '../model.ts';
import { isCondition, isOverFacts, namesAt, placesOf, questionsOf, templatesFor } from './place.ts';

export function ownCompletions(file: OwnRead, context: Context, offset: number): Completion[] {
  const cursor = cursorAt(file.lines, offset);
  if (cursor.part === 'comment' || cursor.part === 'text') return [];
  const path: Path = cursor.path.map((step) => (step === ROW ? 0 : step));
  if (cursor.part === 'key') return keys(file, context, cursor, path);
  return values(file, context, path).map(({ value, words, kind }, order) => ({ label: value, kind, detail: words, insert: kind === 'value' && /^(true|false)$/.test(value) ? value : inPlace(value, cursor), snippet: false, range: cursor.typed, order, filter: `${value} ${words}` }));
}

/** In brackets a comma would end the item. */
const inPlace = (value: string, { flow }: Cursor): string => (flow && /[,[\]{}]/.test(value) ? `'${value.replaceAll("'", "''")}'` : asScalar(value));

function keys(file: OwnRead, context: Context, cursor: Cursor, path: Path): Completion[] {
  const item = (key: string, detail: string, kind: Completion['kind'], order: number, below = false): Completion => ({
    label: key, kind, detail, insert: cursor.hasColon ? asScalar(key) : `${asScalar(key)}:${below ? '' : ' '}`, snippet: false, range: cursor.typed, order, filter: `${key} ${detail}`, ...(cursor.hasColon || below ? {} : { continues: true }),
  });
  if (isCondition(path)) {
    if (path.at(-1) === 'properties') return isOverFacts(path) ? [...questionsOf(templatesFor(file, context))].filter(([id]) => !cursor.siblings.includes(id)).map(([id, question], order) => item(id, fullText(question), 'question', order)) : [];
    return CONDITION_KEYWORDS.filter((key) => !cursor.siblings.includes(key)).map((key, order) => item(key, '', 'key', order));
  }
  if (path.at(-1) === 'veiledninger') return placesOf(templatesFor(file, context)).map(({ id, words }, order) => item(id, words, 'question', order));
  // A list's rows are written where the key stood.
  const schema = schemaAt(file.kind, path);
  const known = propertiesOf(schema);
  const values = cursor.part === 'key' && !Object.keys(known).length ? named(file, context, path) : [];
  if (values.length) return values.map(({ value, words, kind }, order) => ({ label: value, kind, detail: words, insert: inPlace(value, cursor), snippet: false, range: cursor.typed, order, filter: `${value} ${words}` }));
  const required = Array.isArray(schema?.['required']) ? schema['required'].map(String) : [];
  const free = Object.entries(known).filter(([key]) => !cursor.siblings.includes(key) && isMeant(file, path, key));
  return [...free.filter(([key]) => required.includes(key)), ...free.filter(([key]) => !required.includes(key))].map(([key], order) => item(key, describe(schemaAt(file.kind, [...path, key])), 'key', order, isBelow(schemaAt(file.kind, [...path, key]))));
}

/** Keys that are only for the product's own, or for the other sort of template, are not offered. */
function isMeant({ kind, written }: OwnRead, path: Path, key: string): boolean {
  if (kind === 'rule') return !['rader', 'sitat', 'leser', 'sist'].includes(key);
  if (path.length) return !['bare-egne', 'fra-start', 'følger-med'].includes(key);
  if (key === 'kilde') return false;
  const extending = written?.['utvider'] !== undefined;
  return extending ? !['deler', 'hode', 'malens-tittel', 'vurdering'].includes(key) : written?.['deler'] === undefined || !['legg-til', 'skjul', 'veiledninger', 'utvider'].includes(key);
}

interface Value {
  value: string;
  words: string;
  kind: Completion['kind'];
}

function values(file: OwnRead, context: Context, path: Path): Value[] {
  const schema = schemaAt(file.kind, path);
  const items = schema?.['items'] as { [keyword: string]: Json } | undefined;
  const listed = Array.isArray(schema?.['enum']) ? schema['enum'] : Array.isArray(items?.['enum']) ? items['enum'] : undefined;
  if (listed && !isCondition(path)) return listed.map((value) => ({ value: String(value), words: '', kind: 'value' }));
  if (schema?.['type'] === 'boolean' && !isCondition(path)) return ['true', 'false'].map((value) => ({ value, words: '', kind: 'value' }));
  return named(file, context, path);
}

function named(file: OwnRead, context: Context, path: Path): Value[] {
  const templates = templatesFor(file, context);
  switch (namesAt(file.kind, path.filter((step) => typeof step === 'string'))) {
    case 'article': return [...context.library.articles.values()].map(({ reference, title }) => ({ value: reference, words: title, kind: 'article' }));
    case 'template': return context.library.templates.map(({ id, title }) => ({ value: id, words: title, kind: 'value' }));
    case 'question': return [...questionsOf(templates)].map(([id, question]) => ({ value: id, words: fullText(question), kind: 'question' }));
    case 'place': return placesOf(templates).map(({ id, words }) => ({ value: id, words, kind: 'question' }));
    case 'scale': return templates.flatMap(({ risk }) => Object.keys(risk.scales)).map((value) => ({ value, words: '', kind: 'value' }));
    case 'earlier': return (context.library.earlier ?? []).filter(({ id }) => id === file.written?.['mal']).flatMap((template) => [...questionsOf([template])].map(([id, question]): Value => ({ value: id, words: fullText(question), kind: 'question' })));
    default: return [];
  }
}

const describe = (schema: { [keyword: string]: Json } | undefined): string => (typeof schema?.['description'] === 'string' ? schema['description'] : '');
/** What belongs behind the key stands on the lines below it: keys, or rows of keys. */
function isBelow(schema: { [keyword: string]: Json } | undefined): boolean {
  const items = schema?.['items'];
  return schema?.['type'] === 'object' || (typeof items === 'object' && items !== null && ('$ref' in items || 'properties' in items));
}
