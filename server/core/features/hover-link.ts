import type { Analysis } from '../analysis.ts';
import { nameIn } from '../across/addresses.ts';
import type { Digest } from '../across/model.ts';
import { outcomeOf } from '../assessment/facts.ts';
import type { TextKey } from '../texts/texts.ts';
import { outcomeInside } from '../texts/values.ts';
import type { Hover } from './model.ts';
import { linkAt } from './link-at.ts';
import { escaped } from './words.ts';

/** On a link: what the file is, and how far it has come. Undefined on anything else, and where the others are not known. */
export function linkHover(analysis: Analysis, offset: number): Hover | undefined {
  const link = linkAt(analysis, offset);
  if (link?.target === undefined) return undefined;
  const { texts, surroundings } = analysis.context;
  const digest = surroundings!.workspace.get(link.target);
  if (digest) return { range: link.range, markdown: [`**${escaped(titleOf(digest))}**`, describeAssessment(analysis.context, digest)].join('\n\n') };
  const exists = surroundings!.workspace.exists(link.target) !== false;
  return { range: link.range, markdown: escaped(texts(exists ? 'hover.link-other' : 'hover.link-missing', { fil: nameIn(link.target) })) };
}

/** «Plattformvurdering, besluttet: godkjent, 62 av 62 besvart» */
export function describeAssessment({ texts }: Pick<Analysis['context'], 'texts'>, digest: Digest): string {
  const { kind, status, progress, facts } = digest;
  const state = texts(`report.status.${status}` as TextKey).toLowerCase();
  if (kind === 'behandlingsoversikt') return escaped(texts(digest.rows.length === 1 ? 'hover.link-record-one' : 'hover.link-record', { slag: texts(`kind.${kind}`), antall: digest.rows.length }));
  const words = { slag: texts(`kind.${kind}`), status: state, utfall: outcomeInside(outcomeOf(facts), texts), besvart: progress.answered, antall: progress.asked };
  return escaped(texts(words.utfall ? 'hover.link-decided' : 'hover.link-open', words));
}

export function titleOf({ title, address }: Digest): string {
  return title || nameIn(address);
}
