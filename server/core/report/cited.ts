/** The sources that the answers refer to, each once, with what it is and from when our knowledge of it is. */
import type { RootContent, TableCell } from 'mdast';
import { articlesOf, lawOf, sectionsOf } from '../sources/references.ts';
import { block, cell, heading, paragraph, span, table, text } from './nodes.ts';
import type { ReportContext } from './model.ts';
import { formatDate } from '../texts/dates.ts';

interface Cited {
  reference: string;
  /** What it is about. */
  title: string;
  /** The work that it stands in. */
  work: string;
  /** The day it was last checked, YYYY-MM-DD. */
  checked: string;
}

/** Undefined where no answer refers to anything that the product knows. */
export function citedSources(context: ReportContext): RootContent | undefined {
  const { texts } = context;
  const cited = citedIn(context);
  if (!cited.length) return undefined;
  const rows = cited.map(({ reference, title, work, checked }): TableCell[] => [cell(reference), cell(title), cell([text(work), span({ class: 'v-note' }, `, ${texts('report.cited.checked', { dato: formatDate(texts, checked) })}`)])]);
  return block({ class: 'v-section', id: 'kilder' }, [
    heading(2, texts('report.cited')),
    paragraph(texts('report.cited.lead'), { class: 'v-quiet' }),
    block({ class: 'v-scroll' }, [table([texts('report.cited.reference'), texts('report.cited.about'), texts('report.cited.source')], rows, { class: 'v-table' })]),
  ], 'section');
}

function citedIn({ analysis }: ReportContext): Cited[] {
  const { library } = analysis.context;
  const regulation = library.sources.find(({ id }) => id === 'GDPR');
  const found = new Map<string, Cited>();
  const add = (reference: string, title: string, work: string, checked: string): void => void (found.has(reference) || found.set(reference, { reference, title, work, checked }));
  const cited = analysis.citations().filter(({ at }) => !/^(?:undertrykk|sladd)(?:\/|$)/.test(at));
  for (const { reference } of cited.flatMap((each) => each.found)) {
    for (const article of articlesOf(library, reference)) add(article.reference, article.title, regulation?.title ?? '', regulation?.checked ?? '');
    const law = lawOf(library, reference);
    const sections = sectionsOf(library, reference);
    for (const section of sections) if (section.section) add(section.reference, section.title, law?.title ?? section.law, law?.checked ?? '');
    if (law && !sections.length) add(reference, law.explanation, law.title, law.checked);
  }
  return [...found.values()].sort(inOrder);
}

/** The regulation first, by number; then the acts by name. */
function inOrder(a: Cited, b: Cited): number {
  const regulation = (each: Cited): number => (each.reference.startsWith('art.') ? 0 : 1);
  return regulation(a) - regulation(b) || natural(a.reference, b.reference);
}

/** Numbers in a text by their size: «art. 6» before «art. 13». */
function natural(a: string, b: string): number {
  const [x, y] = [a, b].map((each) => each.split(/(\d+)/));
  for (let i = 0; i < Math.min(x!.length, y!.length); i++) {
    if (x![i] === y![i]) continue;
    const numbers = i % 2 ? Number(x![i]) - Number(y![i]) : 0;
    return numbers || (x![i]! < y![i]! ? -1 : 1);
  }
  return x!.length - y!.length;
}
