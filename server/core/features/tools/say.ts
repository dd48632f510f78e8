/** What the tools for language models answer, in words. Every answer says what it is not: a verdict. */
import type { Texts } from '../../texts/texts.ts';
import type { Missing } from './missing.ts';
import type { PlainFinding } from './plain.ts';

/** More findings, or questions, than this are counted: what reads the answer pays for each word. */
const MOST = 150;

/** The severest first, for an answer may be cut. */
const ORDER: readonly PlainFinding['severity'][] = ['error', 'warning', 'information'];

/** The findings of a file as lines, with how it stands. */
export function sayFindings({ name, findings, suppressed }: { name: string; findings: readonly PlainFinding[]; suppressed: number }, texts: Texts): string {
  const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const count = (severity: PlainFinding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  const lines = sorted.slice(0, MOST).map(({ code, severity, message, start }) => `- ${texts('tool.finding', { nivå: texts(`severity.${severity}`), linje: start.line, melding: message, kode: code })}`);
  return [
    texts(findings.length ? 'tool.findings' : 'tool.no-findings', { fil: name, feil: count('error'), advarsler: count('warning'), opplysninger: count('information') }),
    ...lines, ...cut(sorted.length, texts), ...(suppressed ? [texts('tool.suppressed', { n: suppressed })] : []), '', texts('tool.no-verdict'),
  ].join('\n');
}

/** What a file has not answered, by section. */
export function sayMissing({ name, progress, sections }: Missing & { name: string }, texts: Texts): string {
  const lines: string[] = [];
  let left = MOST;
  for (const { id, title, questions } of sections) {
    if (left <= 0) break;
    lines.push('', id ? `${id} ${title}` : title);
    for (const { id: question, text, state } of questions.slice(0, left)) lines.push(`- ${question}: ${text.replace(/\s+/g, ' ')}${state === 'missing' ? '' : ` (${texts(`tool.state.${state}`)})`}`);
    left -= questions.length;
  }
  const total = sections.reduce((sum, { questions }) => sum + questions.length, 0);
  return [texts('tool.progress', { fil: name, besvart: progress.answered, antall: progress.asked }), ...(total ? lines : [texts('tool.none-missing')]), ...cut(total, texts), '', texts('tool.no-answers')].join('\n');
}

const cut = (total: number, texts: Texts): string[] => (total > MOST ? [texts('tool.cut', { n: total - MOST })] : []);

/** A page as a model reads it: the links that only an editor can open become their words. */
export const sayPage = (markdown: string): string => markdown.replace(/\[([^\]]*)\]\((?:vurdert|command):[^)]*\)/g, '$1');
/** What to say where nothing is known by that name. */
export const sayUnknown = (subject: string, near: readonly string[], texts: Texts): string =>
  texts('look-up.unknown', { hva: subject.slice(0, 100), forslag: near.length ? texts('look-up.suggestion', { forslag: texts.or(near.map((each) => texts('list.quoted', { ord: each }))) }) : '' });
