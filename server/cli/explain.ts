import { distance } from 'fastest-levenshtein';
import { pageFor } from '../core/features/references-at.ts';
import { excerptPage, factPage, pageText, questionPage, rulePage, termPage } from '../core/features/pages.ts';
import { library } from '../core/product.ts';
import { findReferences, knownBy } from '../core/sources/references.ts';
import { indexOf } from '../core/templates/model.ts';
import { bokmål, listed } from '../core/texts/texts.ts';
import { today } from '../lsp/today.ts';
import { readArguments } from './arguments.ts';
import { EXIT, Refusal, type Terminal } from './terminal.ts';

/** `vurdert explain HVA`: what the product knows about a rule's code, an article or act, a question, a term, an excerpt or a dated fact. */
export async function explain(args: string[], terminal: Terminal): Promise<number> {
  const { positionals } = readArguments(args, {});
  const subject = positionals.join(' ').trim().normalize('NFC');
  if (!subject) throw new Refusal('cli.what');
  const text = page(subject);
  if (text === undefined) {
    const near = nearest(subject);
    throw new Refusal('cli.unknown-subject', { hva: subject, forslag: near.length ? bokmål('cli.suggestion', { forslag: listed(near.map((each) => `«${each}»`), 'eller') }) : '' });
  }
  terminal.out(`${asPlainText(text)}\n`);
  return EXIT.clean;
}

/** By code first, then as a reference, then as an id; case does not matter. */
function page(subject: string): string | undefined {
  const context = { library, texts: bokmål, today: today() };
  const reference = findReferences(subject, { ...knownBy(library), names: true })[0]?.reference;
  const source = reference === undefined ? undefined : pageFor(library, reference);
  const id = questionNames().find((each) => each.toLowerCase() === subject.toLowerCase());
  return rulePage(context, subject.toLowerCase()) ?? (source && pageText(context, source)) ?? (id && questionPage(context, id)) ?? termPage(context, subject) ?? excerptPage(context, subject) ?? factPage(context, subject);
}

/** `A.1` for all that are called so, and `plattform-2026/A.1` or `plattform/A.1` for one of them. */
function questionNames(): string[] {
  return [...new Set(library.templates.flatMap((template) => [...indexOf(template).questions.keys()].flatMap((id) => [id, `${template.id}/${id}`, `${template.kind}/${id}`])))];
}

function nearest(subject: string): string[] {
  const names = [...library.rules.map((rule) => rule.code), ...questionNames()];
  const most = Math.max(1, Math.floor(subject.length / 3));
  return names.map((name) => ({ name, far: distance(name.toLowerCase(), subject.toLowerCase()) })).filter(({ far }) => far <= most).sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1)).slice(0, 3).map(({ name }) => name);
}

/** Markdown as it reads in a terminal: our own pages cannot be opened from there, so their links are their words. */
function asPlainText(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\((?:vurdert|command):[^)]*\)/g, '$1').replace(/\\([\\`*_{}[\]()#+.!<>~|-])/g, '$1').replace(/\*\*([^*\n]+)\*\*/g, '$1').trim();
}
