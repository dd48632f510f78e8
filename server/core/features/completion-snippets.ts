import type { Analysis } from '../analysis.ts';
import { libraryIn, type Snippet } from '../library.ts';
import type { Question } from '../templates/model.ts';
import type { Completion } from './model.ts';
import type { Cursor } from './cursor.ts';

/** A head with more keys than this is no new file any more. */
const NEW_FILE_KEYS = 3;

/** The library's snippets that fit the head: whole files while there is hardly anything, blocks whose key is missing. */
export function headSnippets(analysis: Analysis, cursor: Cursor): Completion[] {
  const { assessment, lines } = analysis;
  const has = (key: string): boolean => {
    const entry = assessment.head.get(key);
    return cursor.siblings.includes(key) || (entry !== undefined && lines.lineAt(entry.keyRange.start) !== cursor.line);
  };
  const isNew = assessment.head.size <= NEW_FILE_KEYS && !has('svar');
  return snippetsFor(analysis).flatMap((snippet) => {
    if (snippet.scope === 'file') return isNew ? [item(snippet, withoutKeys(snippet.body, has), cursor, -100)] : [];
    const key = /^([\p{L}-]+):/u.exec(snippet.body)?.[1];
    return snippet.scope === 'head' && key && assessment.index.head.has(key) && !has(key) ? [item(snippet, snippet.body, cursor, 100)] : [];
  });
}

/** Snippets among the answers: those whose key is the author's to choose, and blocks of answers, without those that are there. */
export function answerSnippets(analysis: Analysis, cursor: Cursor): Completion[] {
  const { answers, index } = analysis.assessment;
  const isThere = (key: string): boolean => cursor.siblings.includes(key) || answers.has(key);
  return snippetsFor(analysis).filter(({ scope }) => scope === 'answers').flatMap((snippet) => {
    const keys = keysOf(snippet.body);
    if (keys.length && (keys.every(isThere) || !keys.every((key) => index.questions.has(key)))) return [];
    return [item(snippet, withoutKeys(snippet.body, isThere), cursor, 1000)];
  });
}

/** What is offered in files of this kind. */
function snippetsFor({ assessment: { kind }, language, context }: Analysis): Snippet[] {
  return libraryIn(context.library, language).snippets.filter(({ kinds }) => !kinds.length || kinds.includes(kind));
}

function keysOf(body: string): string[] {
  return body.split('\n').flatMap((line) => KEY.exec(line)?.[1] ?? []);
}

const KEY = /^([\p{L}\d][\p{L}\d.-]*):/u;

/** Snippets that are rows of this list: their first line is `- ` and the group's first field. */
export function rowSnippets(analysis: Analysis, cursor: Cursor, question: Question, dashed: boolean): Completion[] {
  const first = question.kind.type === 'group' ? question.kind.fields[0]?.id : undefined;
  return snippetsFor(analysis).filter((snippet) => snippet.body.startsWith(`- ${first}:`)).map((snippet) => {
    // Behind a dash that is already typed, the snippet's own goes; its lines then hang from the key's column.
    const body = dashed ? snippet.body : snippet.body.slice(2);
    const pad = ' '.repeat(dashed ? cursor.hang : Math.max(0, cursor.hang - 2));
    return { ...item(snippet, body.replace(/\n(?=.)/g, `\n${pad}`), cursor, -1), filter: `${dashed ? '- ' : ''}${first} ${snippet.prefix}` };
  });
}

function item(snippet: Snippet, body: string, cursor: Cursor, order: number): Completion {
  return { label: snippet.prefix, kind: 'snippet', detail: snippet.name, documentation: snippet.description, insert: body, snippet: true, range: cursor.typed, order, filter: `${snippet.prefix} ${snippet.name}` };
}

/** The body without the blocks of the keys that the file has. Comments go with the key below them. */
function withoutKeys(body: string, has: (key: string) => boolean): string {
  const blocks: string[][] = [[]];
  for (const line of body.split('\n')) {
    const top = /^\S/.test(line);
    const last = blocks.at(-1)!;
    if (top && last.some((each) => /^[^\s#]/.test(each))) blocks.push([line]);
    else last.push(line);
  }
  return blocks.filter((block) => {
    const key = block.map((line) => KEY.exec(line)?.[1]).find(Boolean);
    return key === undefined || !has(key);
  }).map((block) => block.join('\n')).join('\n');
}
