/** What an author can do about a YAML error, beyond what the parser says: which sign it was, and how to mend the line. */
import type { LineIndex } from '../../syntax/lines.ts';
import type { Range, SyntaxNode } from '../../syntax/nodes.ts';
import type { SyntaxProblem, SyntaxTree } from '../../syntax/parse.ts';
import type { FixHint } from '../../findings.ts';
import type { RuleHit } from '../model.ts';
import { quoted } from './words.ts';

/** Signs that mean something of their own in YAML when a text begins with them. */
const SIGNS = '*&!|>@`%"\'[]{},';

/**
 * The finding for a problem: its variant of the message, its place, and a fix where one is safe. `takesText` tells
 * whether what is asked for at an offset may be text: a ja or nei in quotation marks is no answer.
 */
export function describe(problem: SyntaxProblem, tree: SyntaxTree, lines: LineIndex, takesText: (offset: number) => boolean): RuleHit {
  const { id, range } = problem;
  const line = lines.lineAt(range.start);
  const value = valueOn(lines, line);
  const hit = (variant: string, place: Range, fixes: FixHint[] = [], params: RuleHit['params'] = {}): RuleHit => ({ at: '', range: place, variant, fixes, params });
  const mend = value && takesText(value.start) ? quoteFix(lines, value) : [];

  switch (id) {
    case 'tabulator': {
      const indent = /^[ \t]*/.exec(lines.lineText(line))![0];
      const place = { start: lines.start(line), end: lines.start(line) + indent.length };
      return hit(id, place, indent.includes('\t') ? [{ kind: 'replace', range: place, text: indent.replaceAll('\t', '  '), as: 'indent' }] : []);
    }
    case 'kolon-i-tekst': {
      // «I.1: ja» with «   I.2: nei» below it, a column too far in, is read as one text with a colon.
      if (value && !/:(\s|$)/.test(lines.text.slice(value.start, value.end))) return hit('innrykk', lineRange(lines, line + 1 < lines.count ? line + 1 : line));
      return hit(id, value ?? range, mend);
    }
    case 'kolon-mangler': {
      const key = quoted(lines.text, lineRange(lines, line));
      const glued = /^(\s*(?:- )*)([a-zA-ZÀ-ɏ\d.-]+):(?=\S)/.exec(lines.lineText(line));
      if (glued) {
        const end = lines.start(line) + glued[0].length;
        // A sign that means something would be the next mistake.
        const fixes: FixHint[] = SIGNS.includes(lines.text[end]!) ? [] : [{ kind: 'replace', range: { start: end - glued[2]!.length - 1, end }, text: `${glued[2]}: `, as: 'space' }];
        return hit('mellomrom', lineRange(lines, line), fixes, { nøkkel: glued[2]! });
      }
      const isLast = lines.text.slice(lines.end(line)).trim() === '';
      return hit(isLast || /\.$/.test(key) ? 'halvskrevet' : id, range, [], { nøkkel: key });
    }
    case 'anforselstegn': {
      if (lines.text[range.start] === '\\') return hit('omvendt-skrastrek', range);
      const start = openingQuote(tree.root, range.start);
      if (start === undefined) return hit(id, range);
      const opened = lines.lineAt(start);
      const own = valueOn(lines, opened);
      return hit(id, { start, end: lines.end(opened) }, opened !== line && own ? [] : mend);
    }
    case 'ukjent-anker': case 'merkelapp': {
      const sign = value && lines.text[value.start];
      return hit(id, range, sign === '*' || sign === '&' || sign === '!' ? mend : [], { tekst: quoted(lines.text, range) });
    }
    case 'uleselig': case 'klamme': {
      const sign = value && lines.text[value.start]!;
      if (value && sign === '-' && /^-\s/.test(lines.text.slice(value.start, value.start + 2))) return hit('liste', value);
      // A bracket that is never closed swallows what follows: quoting its line is not what its author meant.
      if (value && sign && SIGNS.includes(sign) && (id === 'uleselig' || !'[{'.includes(sign))) return hit('tegn-forst', value, mend, { tegn: sign });
      return hit(id, range);
    }
    default: return hit(id, range);
  }
}

function lineRange(lines: LineIndex, line: number): Range {
  const text = lines.lineText(line);
  const start = lines.start(line) + (text.length - text.trimStart().length);
  return { start, end: Math.max(start, lines.start(line) + text.trimEnd().length) };
}

/** The value behind `key: ` on a line, without a comment behind it. */
function valueOn(lines: LineIndex, line: number): Range | undefined {
  const text = lines.lineText(line).slice(0, 20_000);
  const key = /^\s*(?:- +)*[^\s:#"'[{&*!|>-][^:#]{0,200}?:[ \t]+(?=\S)/.exec(text);
  if (!key) return undefined;
  const start = key[0].length;
  const comment = text.slice(start).search(/[ \t]+#/);
  const end = comment < 0 ? text.trimEnd().length : start + comment;
  return end > start ? { start: lines.start(line) + start, end: lines.start(line) + end } : undefined;
}

/** Puts the value of a line in quotation marks; not where it goes on below, indented. */
function quoteFix(lines: LineIndex, value: Range): FixHint[] {
  const line = lines.lineAt(value.start);
  let next = line + 1;
  while (next < lines.count && !lines.lineText(next).trim()) next++;
  const indent = /^\s*(?:- +)*/.exec(lines.lineText(line))![0].length;
  if (next < lines.count && lines.indent(next) > indent) return [];
  const text = lines.text.slice(value.start, value.end);
  return [{ kind: 'replace', range: value, text: `'${text.replaceAll("'", "''")}'`, as: 'quote' }];
}

/** Where the quoted text begins that the offset ends. */
function openingQuote(node: SyntaxNode | undefined, offset: number): number | undefined {
  if (!node || node.range.start > offset) return undefined;
  if (node.kind === 'scalar') return node.style === 'quoted' && node.range.end >= offset - 2 ? node.range.start : undefined;
  const children = node.kind === 'map' ? node.entries.map((entry) => entry.value) : node.items;
  for (let i = children.length - 1; i >= 0; i--) {
    const start = openingQuote(children[i], offset);
    if (start !== undefined) return start;
  }
  return undefined;
}
