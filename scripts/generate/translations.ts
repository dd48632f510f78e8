/** The files that have words for a reader, where their translations lie, and what those lack. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../server/core/texts/language.ts';
import { compareWords, overlaid, wordsOf, type OverlayProblems, type Words } from './overlay.ts';
import { namesIn, readJson, readYaml, root, type Written } from './read.ts';

export type Translated = Exclude<Language, 'nb'>;
export const TRANSLATED: readonly Translated[] = ['nn', 'en'];

export interface Unit {
  /** What it is called on the command line: «plm-2026», «ordliste», «snippets/dpia», a rule's code. */
  name: string;
  /** Its words in bokmål: the skeleton of the overlay. */
  words(): { [key: string]: Words };
  /** Where the overlay of a language lies. */
  overlay(language: Translated): string;
}

const SOURCES = ['fakta', 'lover', 'ordliste', 'personvernforordningen', 'veiledere'];

/** Everything that is declared and has words, templates first. */
export function units(): Unit[] {
  const yaml = (folder: string, name: string): Unit => ({ name, words: () => sourceWords(name, readYaml(`${folder}/${name}.yaml`)), overlay: (language) => `${folder}/${language}/${name}.yaml` });
  return [
    ...namesIn('schemas/templates').filter((name) => name.endsWith('.yaml')).map((name) => yaml('schemas/templates', name.slice(0, -5))),
    ...SOURCES.map((name) => yaml('schemas/sources', name)),
    ...namesIn('snippets').filter((name) => name.endsWith('.json')).map((name): Unit => ({ name: `snippets/${name.slice(0, -5)}`, words: () => wordsOf(snippetWords(readJson(`snippets/${name}`))), overlay: (language) => `snippets/${language}/${name.slice(0, -5)}.yaml` })),
    ...namesIn('server/core/rules').filter((code) => existsSync(path.join(root, `server/core/rules/${code}/rule.yaml`))).map((code): Unit => ({ name: code, words: () => wordsOf(ruleWords(readYaml(`server/core/rules/${code}/rule.yaml`))), overlay: (language) => `server/core/rules/${code}/${language}.yaml` })),
  ];
}

/** The words of a snippet file, as an overlay has them: the body's comment lines are words. */
function snippetWords(written: Written): Written {
  return Object.fromEntries(Object.entries(written).map(([name, { prefix, description, body }]) => {
    const comments = commentsIn([body].flat() as string[]);
    return [name, { tittel: name, prefix, beskrivelse: description, ...(comments.length ? { kommentarer: comments } : {}) }];
  }));
}

/** The comments of a snippet's body, without their hash. */
const commentsIn = (lines: readonly string[]): string[] => lines.filter((line) => /^\s*# /.test(line)).map((line) => line.trim().slice(2));

const ruleWords = ({ tittel, melding, hvorfor, gjør }: Written): Written => ({ tittel, melding, hvorfor, gjør });

/** A source's words, without what it has from elsewhere: guides' titles, and article titles that their article has said. */
function sourceWords(name: string, written: Written): { [key: string]: Words } {
  const words = wordsOf(written) as Written;
  if ('mal' in written) delete words['utgiver'];
  if (name === 'veiledere') for (const source of Object.values(words['kilder'] as Written)) delete source['tittel'], delete source['utgiver'];
  if (name === 'veiledere') for (const [id, source] of Object.entries(words['kilder'] as Written)) if (!Object.keys(source).length) delete words['kilder'][id];
  if (name === 'personvernforordningen') {
    delete words['tittel'], delete words['utgiver'], delete words['datering'];
    for (const [ref, article] of Object.entries(words['artikler'] as Written)) if (articleOf(ref) !== ref && words['artikler'][articleOf(ref)]?.tittel === article['tittel']) delete article['tittel'];
  }
  return words as { [key: string]: Words };
}

/** «art. 4» of «art. 4 nr. 1». */
const articleOf = (reference: string): string => /^art\. \d+/.exec(reference)?.[0] ?? reference;

/** The overlay of a unit, or undefined when there is none. */
function readOverlay(unit: Unit, language: Translated): { [key: string]: Words } | undefined {
  const file = unit.overlay(language);
  return existsSync(path.join(root, file)) ? ((readYaml(file) ?? {}) as { [key: string]: Words }) : undefined;
}

/** A YAML file of bokmål in the words of a language, as far as its overlay goes. */
export function readIn(file: string, language: Language): Written {
  const written = readYaml(file);
  if (language === 'nb') return written;
  const lies = file.endsWith('/rule.yaml') ? file.replace('rule.yaml', `${language}.yaml`) : file.replace(/([^/]+)$/, `${language}/$1`);
  if (!existsSync(path.join(root, lies))) return written;
  const overlay = (readYaml(lies) ?? {}) as Written;
  if (file.endsWith('/personvernforordningen.yaml')) nameNumbers(written, overlay);
  const result = overlaid(written, overlay as Words);
  // Both languages' forms are recognised, whatever the reader's is: what a file says is the same.
  if (file.endsWith('/ordliste.yaml')) (result['ord'] as Written[]).forEach((term, i) => (term['former'] = formsOf(term, (written['ord'] as Written[])[i]!)));
  return result;
}

function formsOf(term: Written, own: Written): string[] {
  const word = String(term['ord']).toLowerCase();
  return [...new Set<string>([...(term['former'] ?? []), String(own['ord']).toLowerCase(), ...(own['former'] ?? [])])].filter((form) => form !== word);
}

/** Numbers and letters take their article's title where bokmål's are the same. */
function nameNumbers(written: Written, overlay: Written): void {
  const titles = new Map((written['artikler'] as Written[]).map(({ ref, tittel }) => [ref as string, tittel as string]));
  const words = (overlay['artikler'] ??= {}) as Written;
  for (const [ref, title] of titles) {
    const above = articleOf(ref);
    const named = words[above]?.['tittel'];
    if (above !== ref && titles.get(above) === title && named !== undefined) words[ref] = { tittel: named, ...words[ref] };
  }
}

/** What a snippet is called, what is typed for it, and what it writes, in a language. */
export function snippetIn(file: string, name: string, { prefix, description, body }: Written, language: Language): { name: string; prefix: string; description: string; body: string } {
  const lines = [body].flat() as string[];
  const lies = `snippets/${language}/${file.replace(/\.json$/, '.yaml')}`;
  const words = (language !== 'nb' && existsSync(path.join(root, lies)) ? ((readYaml(lies) ?? {}) as Written)[name] : undefined) as Written | undefined;
  const comments = [...((words?.['kommentarer'] as string[] | undefined) ?? [])];
  const isWhole = comments.length === commentsIn(lines).length;
  return {
    name: words?.['tittel'] ?? name, prefix: words?.['prefix'] ?? prefix, description: words?.['beskrivelse'] ?? description,
    body: lines.map((line) => (isWhole && commentsIn([line]).length ? line.replace(/# .*$/, () => `# ${comments.shift()}`) : line)).join('\n'),
  };
}

export interface UnitProblems extends OverlayProblems {
  file: string;
}

/** What every overlay of a language lacks, and has too much of; units in order, those without problems left out. */
export function problemsIn(language: Translated, only?: string): UnitProblems[] {
  const known = units();
  const found = known.filter(({ name }) => !only || name === only).map((unit) => ({ file: unit.overlay(language), ...compareWords(unit.words(), readOverlay(unit, language)) }));
  return found.filter(({ missing, left, wrong, alike }) => missing.length + left.length + wrong.length + alike.length);
}
