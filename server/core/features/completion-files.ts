import type { Analysis } from '../analysis.ts';
import { linkTo, nameIn } from '../across/addresses.ts';
import type { Digest } from '../across/model.ts';
import type { Question } from '../templates/model.ts';
import type { Completion } from './model.ts';
import { asScalar } from './completion-write.ts';
import type { Cursor } from './cursor.ts';
import { describeAssessment, titleOf } from './hover-link.ts';

/**
 * The assessments that an answer of kind «fil» may name, as links from this file: those of its own folder first, then
 * the nearest. None where the other files are not known.
 */
export function fileCompletions(analysis: Analysis, cursor: Cursor, { kind }: Question): Completion[] {
  const { surroundings } = analysis.context;
  if (kind.type !== 'file' || !surroundings) return [];
  const { address, workspace } = surroundings;
  const candidates: { digest: Digest; link: string; away: number }[] = [];
  for (const digest of workspace.all()) {
    if (digest.address === address || (kind.kinds.length && !kind.kinds.includes(digest.kind))) continue;
    const link = linkTo(address, digest.address);
    candidates.push({ digest, link, away: link.split('/').length - (link.startsWith('./') ? 1 : 0) });
  }
  candidates.sort((a, b) => a.away - b.away || (a.link < b.link ? -1 : 1));
  const quote = /^["']/.exec(cursor.prefix)?.[0] ?? '';
  return candidates.map(({ digest, link }, order): Completion => ({
    label: link,
    kind: 'file',
    detail: titleOf(digest),
    documentation: describeAssessment(analysis.context, digest),
    insert: quote ? `${quote}${quote === '"' ? link.replace(/["\\]/g, '\\$&') : link.replaceAll("'", "''")}${quote}` : asScalar(link),
    snippet: false,
    range: cursor.typed,
    order,
    // What is typed may begin with `./`, with the name, or with a word of the title.
    filter: `${quote}${link} ${nameIn(digest.address)} ${digest.title}`,
  }));
}
