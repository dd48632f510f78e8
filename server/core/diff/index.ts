/** The comparison of two versions of one or more assessments: the report's differences, not the YAML's. */
import type { Root, RootContent } from 'mdast';
import { spokenIn, type Analysis } from '../analysis.ts';
import { withoutMarks } from '../assessment/redaction.ts';
import type { Edition } from '../report/edition.ts';
import { writeFragment } from '../report/fragment.ts';
import { writeDocument, writeMarkdown } from '../report/index.ts';
import { contextOf } from '../report/model.ts';
import { block, heading, paragraph, span, strong, text } from '../report/nodes.ts';
import { withRedactions } from '../report/redaction.ts';
import type { Texts } from '../texts/texts.ts';
import { compare } from './compare.ts';
import { differenceBlocks } from './html.ts';
import { differenceJson } from './json.ts';
import { differenceMarkdown } from './markdown.ts';
import { isSame, type Difference } from './model.ts';
import type { Sides } from './items.ts';
import { fitted, type Section } from './shorten.ts';
import { diffRules } from './style.ts';
import { tallies } from './summary.ts';

export { compare } from './compare.ts';
export { isSame, type Difference } from './model.ts';

/** One file in two versions; one of them is undefined where the file was not there. */
export interface Versions {
  /** What the file is called where several are compared, and in the JSON. */
  name: string;
  before: Analysis | undefined;
  after: Analysis | undefined;
}

export interface DifferenceOptions {
  /** html: a document of its own. fragment: for the preview, with `data-path` and `data-line` in the version after. */
  format: 'html' | 'fragment' | 'markdown' | 'json';
  /** internal when left out. The public one holds nothing that either version keeps back, and no findings. */
  edition?: Edition;
  /** What the two versions are called: a revision and its date, a file's name. */
  labels: { before: string; after: string };
  texts: Texts;
  /** Markdown alone: so many characters at most, as a comment on a pull request may have. */
  limit?: number;
}

/** Grows when a reader of the old form would go wrong. */
const FORM = 1;

/** Compares and shows. `same`: no file reads differently. The same input gives the same bytes. */
export function renderDifferences(written: readonly Versions[], { format, edition = 'internal', labels, texts: own, limit }: DifferenceOptions): { text: string; same: boolean } {
  // A file and its comparison are in the language of the newer version; of several together, each in its own and the frame in the reader's.
  const files = written.map((file) => inOneLanguage(file));
  const texts = files.length === 1 ? ((files[0]!.after ?? files[0]!.before)?.context.texts ?? own) : own;
  const compared = files.map((file) => ({ file, difference: compare(file.before, file.after, edition) }));
  const same = compared.every(({ file, difference }) => file.before !== undefined && file.after !== undefined && isSame(difference));
  if (format === 'json') return { same, text: JSON.stringify({ form: FORM, utgave: edition === 'public' ? 'offentlig' : 'intern', før: labels.before, nå: labels.after, filer: compared.map(({ file, difference }) => ({ fil: file.name, ...differenceJson(difference) })) }, undefined, 2) };
  const [only] = compared;
  const title = compared.length === 1 ? texts('diff.title', { tittel: nameOf(only!, texts) }) : compared.length ? texts('diff.many', { n: compared.length }) : texts('diff.kicker');
  const isMany = compared.length !== 1;
  const opening = front(title, isMany ? undefined : only?.difference, labels, edition, texts, format === 'markdown');
  const named = (each: Compared): RootContent[] => [
    ...(isMany ? [heading(format === 'markdown' ? 3 : 2, nameOf(each, texts)), paragraph(`${texts(`kind.${each.difference.kind}`)} · ${each.file.name}`, { class: 'v-quiet' })] : []),
    ...(isUntouched(each) ? [paragraph(texts('diff.around'), { class: 'v-quiet' })] : []),
  ];
  const rootOf = (children: RootContent[]): Root => withRedactions({ type: 'root', children: [...opening, ...(compared.length ? children : [paragraph(texts('diff.none.files'))])] }, texts);
  if (format === 'markdown') {
    const sections = compared.map((each): Section => ({
      whole: [...named(each), ...differenceMarkdown(each.difference, sidesOf(each.file, edition), isMany ? 4 : 3)],
      brief: [...named(each), paragraph(strong(tallies(each.difference, texts).join(' · ')))],
    }));
    return { same, text: limit === undefined ? writeMarkdown(rootOf(sections.flatMap(({ whole }) => whole))) : withinLimit(sections, rootOf, limit, texts) };
  }
  const root = rootOf(compared.map((each) => block({ class: 'v-file' }, [...named(each), ...differenceBlocks(each.difference, sidesOf(each.file, edition), isMany ? 3 : 2)], 'section')));
  const whole: Root = { type: 'root', children: [block({ class: 'v-compared' }, root.children)] };
  return { same, text: format === 'fragment' ? writeFragment(whole).join('\n') : writeDocument(withoutMarks(title), whole, diffRules, texts.language) };
}

/** The last lines say what was left out, and are given their room first. */
function withinLimit(sections: readonly Section[], rootOf: (children: RootContent[]) => Root, limit: number, texts: Texts): string {
  const sizeOf = (nodes: RootContent[]): number => writeMarkdown(withRedactions({ type: 'root', children: nodes }, texts)).length + 1;
  const note = (shortened: number, left: number): RootContent[] => [
    ...(shortened ? [paragraph(texts(shortened === 1 ? 'diff.shortened.one' : 'diff.shortened', { n: shortened }))] : []),
    ...(left ? [paragraph(texts(left === 1 ? 'diff.left-out.one' : 'diff.left-out', { n: left }))] : []),
  ];
  const room = limit - writeMarkdown(rootOf([])).length - sizeOf(note(sections.length, sections.length));
  const { nodes, shortened, left } = fitted(sections, room, sizeOf);
  return writeMarkdown(rootOf([...nodes, ...note(shortened, left)]));
}

interface Compared {
  file: Versions;
  difference: Difference;
}

function inOneLanguage({ name, before, after }: Versions): Versions {
  const language = (after ?? before)?.language;
  return language ? { name, before: before && spokenIn(before, language), after: after && spokenIn(after, language) } : { name, before, after };
}

/** Whether only what is around the file makes it read differently. */
const isUntouched = ({ file: { before, after }, difference }: Compared): boolean => before !== undefined && before.text === after?.text && !isSame(difference);

const nameOf = ({ file, difference }: Compared, texts: Texts): string => difference.title || file.name || texts('report.untitled');

function sidesOf({ before, after }: Versions, edition: Edition): Sides {
  const one = (analysis: Analysis | undefined): ReturnType<typeof contextOf> | undefined => analysis && contextOf(analysis, false, edition);
  const sides = { before: one(before), after: one(after) };
  return { ...sides, either: (sides.after ?? sides.before)! };
}

function front(title: string, difference: Difference | undefined, labels: DifferenceOptions['labels'], edition: Edition, texts: Texts, isMarkdown: boolean): RootContent[] {
  const versions = paragraph([text(`${texts('diff.before')}: `), span({ class: 'v-version' }, labels.before), text(` · ${texts('diff.after')}: `), span({ class: 'v-version' }, labels.after)], { class: 'v-quiet' });
  if (isMarkdown) return [heading(2, title), versions];
  const badge = edition === 'public' ? [text(' '), span({ class: 'v-badge v-edition' }, texts('report.edition.public'))] : [];
  return [block({ class: 'v-front' }, [
    paragraph([span({ class: 'v-kind' }, [texts('diff.kicker'), ...(difference ? [` · ${texts(`kind.${difference.kind}`)}`] : [])].join('')), ...badge], { class: 'v-kicker' }),
    heading(1, title), versions, paragraph(texts('diff.disclaimer'), { class: 'v-quiet' }),
  ], 'header')];
}
