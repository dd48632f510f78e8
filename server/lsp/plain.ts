/**
 * Our texts for an editor that takes less than VS Code: pages that it cannot open are not linked to, Markdown that it
 * cannot show becomes lines of text, and tab stops that it does not know become the words in them.
 *
 * Not a Markdown parser: it reads what core/features writes (see core/features/words.ts) and nothing else.
 */
import type { MarkupContent } from 'vscode-languageserver';
import { PAGE_SCHEME } from './protocol.ts';

/** What decides how a text is given. */
export interface TextAbilities {
  /** It opens our pages. */
  vscode: boolean;
}

const PAGE_LINK = new RegExp(String.raw`\[((?:[^\]\\]|\\.)*)\]\(${PAGE_SCHEME}:[^)\s]*\)`, 'g');
const LINK = /\[((?:[^\]\\]|\\.)*)\]\(([^)\s]*)\)/g;

/** The words of links to our own pages, without the links. Links to the web stay. */
export const withoutPages = (markdown: string): string => markdown.replace(PAGE_LINK, '$1');

/** Markdown as text alone: a link to the web is its words with the address behind, emphasis is its words. */
export function plainText(markdown: string): string {
  return withoutPages(markdown)
    .replace(LINK, '$1 ($2)')
    .split('\n')
    // A quotation keeps its mark, as in a letter; lists keep theirs.
    .map((line) => line.replace(/^#{1,6} /, '').replace(/(?<!\\)(\*\*|\*|`)/g, '').replace(/\\([\\`*_{}[\]<>#|~+=.)-])/g, '$1').replace(/&amp;/g, '&'))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A text of ours in the kind that the client shows. */
export function markup(markdown: string, takesMarkdown: boolean, { vscode }: TextAbilities): MarkupContent {
  if (!takesMarkdown) return { kind: 'plaintext', value: plainText(markdown) };
  return { kind: 'markdown', value: vscode ? markdown : withoutPages(markdown) };
}

/** A snippet as it reads with nothing filled in: `${1:navn}` is «navn», `${1|ja,nei|}` the first choice, `$1` nothing. */
export function withoutTabStops(snippet: string): string {
  let text = '';
  for (let rest = snippet; rest; ) {
    const stop = /^\$(?:\d+|\{\d+\})/.exec(rest) ?? /^\$\{\d+\|((?:[^,|\\]|\\.)*)[^}]*\|\}/.exec(rest) ?? /^\$\{\d+:((?:[^}\\]|\\.)*)\}/.exec(rest) ?? /^\\([$}\\,|])/.exec(rest);
    text += stop ? (stop[1] ?? '').replace(/\\(.)/g, '$1') : rest[0]!;
    rest = rest.slice(stop ? stop[0].length : 1);
  }
  return text;
}
