import type { Analysis } from '../analysis.ts';
import { risksOf } from '../assessment/risk.ts';
import { entryOf, type Range, type SyntaxNode } from '../syntax/nodes.ts';
import { fullText, type Question } from '../templates/model.ts';
import type { InlayHint } from './model.ts';
import { shortened } from './words.ts';
import { valueInside } from '../texts/values.ts';

/** VS Code cuts longer hints off in the middle of a word (editor.inlayHints.maximumLength). */
const MOST_CHARACTERS = 42;

/** Hints for the keys and values in a range: the question behind its id, what a level means, the level of a risk. */
export function inlayHints(analysis: Analysis, range: Range): InlayHint[] {
  const { assessment, text } = analysis;
  const hints: InlayHint[] = [];
  const shows = (at: number): boolean => at >= range.start && at <= range.end;
  const add = (offset: number, label: string, tooltip: string): void => void (label && shows(offset) && hints.push({ offset, label, tooltip }));
  const given = assessment.head.get('svar')?.value;
  for (const entry of given?.kind === 'map' ? given.entries : []) {
    const question = assessment.index.questions.get(entry.key)?.question;
    if (!question || entry.keyRange.start > range.end || entry.value.range.end < range.start) continue;
    const whole = fullText(question);
    const colon = text[entry.keyRange.end] === ':' ? 1 : 0;
    add(entry.keyRange.end + colon, shortened(whole, MOST_CHARACTERS), whole);
    levels(analysis, question, entry.value, add);
  }
  for (const [key, entry] of assessment.head) {
    const question = assessment.index.head.get(key);
    if (question && key !== 'svar') levels(analysis, question, entry.value, add);
  }
  return hints.sort((a, b) => a.offset - b.offset);
}

/** Behind each level its step in words, and behind the last of a risk's two the risk. */
function levels(analysis: Analysis, question: Question, node: SyntaxNode, add: (offset: number, label: string, tooltip: string) => void): void {
  const { risk } = analysis.assessment.template;
  if (question.kind.type === 'level') {
    const step = node.kind === 'scalar' ? risk.scales[question.kind.scale]?.find((each) => each.value === node.value) : undefined;
    if (step) add(node.range.end, step.text.split(':')[0]!, step.text);
  } else if (question.kind.type === 'group') {
    const rows = node.kind === 'sequence' ? node.items : question.kind.forEach && node.kind === 'map' ? node.entries.map((entry) => entry.value) : [node];
    for (const [i, row] of rows.entries()) {
      for (const field of question.kind.fields) {
        const entry = entryOf(row, field.id);
        if (entry) levels(analysis, field, entry.value, add);
      }
      if (question.id === 'risikoer') riskHints(analysis, row, i, add);
    }
  }
}

function riskHints(analysis: Analysis, row: SyntaxNode, i: number, add: (offset: number, label: string, tooltip: string) => void): void {
  const { texts } = analysis.context;
  const score = risksOf(analysis.assessment.template.risk, analysis.assessment.facts)[i];
  const rest = entryOf(row, 'restrisiko')?.value;
  for (const [each, node, key] of [[score?.before, row, 'hover.risk-before'], [score?.after, rest, 'hover.risk-after']] as const) {
    const levels = [entryOf(node, 'sannsynlighet')?.value, entryOf(node, 'konsekvens')?.value];
    if (!each || !levels[0] || !levels[1]) continue;
    // Behind `{…}` on one line, otherwise behind the lower of the two.
    const flow = node?.kind === 'map' && node.flow;
    const at = flow ? node.range.end : Math.max(levels[0].range.end, levels[1].range.end);
    add(at, texts('inlay.risk', { tall: each.score, nivå: valueInside(each.level, texts) }), texts(key, { tall: each.score, nivå: valueInside(each.level, texts), s: each.likelihood, k: each.consequence }).replaceAll('**', ''));
  }
}
