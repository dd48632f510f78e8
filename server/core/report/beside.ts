/** Ways from a report to the others in the same folder of reports (`vurdert render --output-dir`), and to its front page. */
import type { PhrasingContent, RootContent } from 'mdast';
import { addressOf } from '../across/addresses.ts';
import type { ReportContext } from './model.ts';
import { link, paragraph, text } from './nodes.ts';

/** Where a report lies among others. Ways are URLs relative to the report. */
export interface Beside {
  /** The way to the front page. */
  home: string;
  /** The way to the report of the assessment at an address; undefined where it is none of them. */
  reportOf(address: string): string | undefined;
}

/** A relative path as a URL: `../felles/å.html`. */
export const wayOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** The way back to the front page; nothing where the report stands alone. */
export function homeLink({ beside, texts }: ReportContext): RootContent | undefined {
  return beside && paragraph([link(beside.home, `← ${texts('report.site.title')}`)], { class: 'v-home' });
}

/** Words about the file at an address: a link to its report, where there is one beside this. */
export function toReport({ beside }: ReportContext, address: string | undefined, words: string): PhrasingContent {
  const way = address === undefined ? undefined : beside?.reportOf(address);
  return way === undefined ? text(words) : link(way, words);
}

/** The same of a file as this one writes the way to it. */
export function toWritten(context: ReportContext, written: string, words: string): PhrasingContent {
  const { surroundings } = context.origin.context;
  return toReport(context, surroundings && addressOf(surroundings.address, written), words);
}
