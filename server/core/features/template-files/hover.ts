/** What a key of a template or rule file means, and what its values name: an article's words, a question's text. */
import type { Context } from '../../library.ts';
import { schemaAt } from '../../own/form.ts';
import type { OwnRead } from '../../own/load.ts';
import { articlesOf } from '../../sources/references.ts';
import { touches, type Range, type SyntaxNode } from '../../syntax/nodes.ts';
import { fullText } from '../../templates/model.ts';
import type { Path } from '../../templates/problems.ts';
import type { Hover } from '../model.ts';
import { answerLine, escaped, quoted } from '../words.ts';
import { isCondition, isOverFacts, namesAt, placesOf, questionsOf, templatesFor } from './place.ts';

/** Undefined where there is nothing to say. */
export function ownHover(file: OwnRead, context: Context, offset: number): Hover | undefined {
  const at = placeAt(file.tree.root, offset);
  if (!at) return undefined;
  const blocks = at.onKey ? keyWords(file, context, at.path) : valueWords(file, context, at.path, at.value);
  return blocks.length ? { markdown: blocks.join('\n\n'), range: at.range } : undefined;
}

function keyWords(file: OwnRead, context: Context, path: Path): string[] {
  const key = String(path.at(-1));
  if (path.at(-2) === 'properties' && isCondition(path) && isOverFacts(path.slice(0, -1))) return questionWords(file, context, key);
  if (path.at(-2) === 'veiledninger') return placeWords(file, context, key);
  const schema = schemaAt(file.kind, path);
  const words = schema?.['description'];
  const values = Array.isArray(schema?.['enum']) ? schema['enum'].map(String) : [];
  return typeof words === 'string' ? [`**${escaped(key)}**`, escaped(words), ...(values.length ? [escaped(context.texts('own.form.choice', { tillatt: { or: values } }))] : [])] : [];
}

function valueWords(file: OwnRead, context: Context, path: Path, value: string): string[] {
  switch (namesAt(file.kind, path)) {
    case 'article': return articlesOf(context.library, value).slice(0, 2).flatMap((article) => [`**${escaped(article.reference)} ${escaped(article.title)}**`, quoted(context, article, 420).join('\n'), escaped(article.explanation)]);
    case 'question': return questionWords(file, context, value.split('/')[0]!);
    case 'place': return placeWords(file, context, value);
    case 'template': {
      const template = context.library.templates.find(({ id }) => id === value.split('@')[0]);
      return template ? [`**${escaped(template.title)}**`, escaped(`${template.publisher}, ${template.version}`)] : [];
    }
    default: return [];
  }
}

function questionWords(file: OwnRead, context: Context, id: string): string[] {
  const templates = templatesFor(file, context);
  const question = questionsOf(templates).get(id);
  return question ? [`**${escaped(id)} ${escaped(fullText(question))}**`, answerLine(context.texts, question, templates[0]!), ...(question.hidden === undefined ? [] : [context.texts('hidden.hover', { begrunnelse: escaped(question.hidden) })])] : [];
}

function placeWords(file: OwnRead, context: Context, id: string): string[] {
  const place = placesOf(templatesFor(file, context)).find((each) => each.id === id);
  return place ? [`**${escaped(id)} ${escaped(place.words)}**`] : [];
}

/** The key or value under the cursor, with its path. */
export function placeAt(root: SyntaxNode | undefined, offset: number): { path: Path; onKey: boolean; value: string; range: Range } | undefined {
  let node = root;
  const path: (string | number)[] = [];
  while (node && node.kind !== 'scalar') {
    if (node.kind === 'sequence') {
      const i: number = node.items.findIndex((item) => touches(item.range, offset));
      if (i < 0) return undefined;
      path.push(i);
      node = node.items[i];
      continue;
    }
    const entry = node.entries.find(({ keyRange, value }) => touches(keyRange, offset) || (offset >= value.range.start && offset <= value.range.end && value.range.end > value.range.start));
    if (!entry) return undefined;
    path.push(entry.key);
    if (touches(entry.keyRange, offset)) return { path, onKey: true, value: entry.key, range: entry.keyRange };
    node = entry.value;
  }
  return node && node.value !== null && touches(node.range, offset) ? { path, onKey: false, value: String(node.value), range: node.range } : undefined;
}
