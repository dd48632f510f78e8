/** What somebody wants explained, by whatever name they know it. */
import { distance } from 'fastest-levenshtein';
import { CONFIG_CODES } from '../config/check.ts';
import type { Context, Library } from '../library.ts';
import { findReferences, knownBy } from '../sources/references.ts';
import { indexOf } from '../templates/model.ts';
import { OWN_CODES } from '../templates/problems.ts';
import { pageFor } from './references-at.ts';
import { excerptPage, factPage, pageText, questionPage, rulePage, termPage } from './pages.ts';

/** Longer than any name. */
const LONGEST = 200;

/**
 * The page on a rule's code, an article or act, a question's id, a term, an excerpt or a dated fact, as Markdown; the
 * names that come nearest where there is none. By code first, then as a reference, then as an id; case does not matter.
 */
export function lookUp(context: Context, wanted: string): { markdown: string } | { near: string[] } {
  const { library } = context;
  const subject = wanted.slice(0, LONGEST).trim().normalize('NFC');
  if (!subject) return { near: [] };
  const reference = findReferences(subject, { ...knownBy(library), names: true })[0]?.reference;
  const source = reference === undefined ? undefined : pageFor(library, reference);
  const id = questionNames(library).find((each) => each.toLowerCase() === subject.toLowerCase());
  const markdown = rulePage(context, subject.toLowerCase()) ?? (source && pageText(context, source)) ?? (id && questionPage(context, id)) ?? termPage(context, subject) ?? excerptPage(context, subject) ?? factPage(context, subject);
  return markdown ? { markdown } : { near: nearest(library, subject) };
}

/** `A.1` for all that are called so, and `plattform-2026/A.1` or `plattform/A.1` for one of them. */
function questionNames({ templates }: Library): string[] {
  return [...new Set(templates.flatMap((template) => [...indexOf(template).questions.keys()].flatMap((id) => [id, `${template.id}/${id}`, `${template.kind}/${id}`])))];
}

function nearest(library: Library, subject: string): string[] {
  const names = [...library.rules.map((rule) => rule.code), ...CONFIG_CODES, ...OWN_CODES, ...questionNames(library)];
  const most = Math.max(1, Math.floor(subject.length / 3));
  return names.map((name) => ({ name, far: distance(name.toLowerCase(), subject.toLowerCase()) })).filter(({ far }) => far <= most).sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1)).slice(0, 3).map(({ name }) => name);
}
