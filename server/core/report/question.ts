/** A question with its answer, or the lack of one, and what the product found about it. */
import type { PhrasingContent, RootContent } from 'mdast';
import { isAnswered } from '../assessment/progress.ts';
import { toJson, type SyntaxNode } from '../syntax/nodes.ts';
import { isQuestion, type Lead, type Question, type Section } from '../templates/model.ts';
import { describeCondition } from '../templates/conditions.ts';
import type { Answer } from '../assessment/model.ts';
import { missingBadge, valueBlocks, verdictBadge } from './answer.ts';
import { headBlock } from './decision.ts';
import { marksAt } from './findings.ts';
import { ruleOf } from '../rules/run.ts';
import { block, only, paragraph, span, strong, text } from './nodes.ts';
import { anchorOf, blockAt, isShown, questionsOf, records, sourceOf, type ReportContext } from './model.ts';
import { valueInside } from '../texts/values.ts';

/** The items of a section: questions and leads in the template's order, then a line on what is not asked here. */
export function itemBlocks(context: ReportContext, section: Section): RootContent[] {
  const { assessment } = context;
  const shown = section.items.filter((item) => !isQuestion(item) || isShown(assessment, item));
  return [...shown.map((item) => (!isQuestion(item) ? leadBlock(item) : item.answeredIn ? elsewhere(context, item, item.answeredIn.split('.')[0]!) : questionBlock(context, item))), ...leftOut(context, section)];
}

/** A question that a head key answers: the whole of that key stands here. */
function elsewhere(context: ReportContext, question: Question, key: string): RootContent {
  return block({ class: 'v-q', id: anchorOf(question.id), ...sourceOf(context, key) }, [askLine(question, []), headBlock(context, key, false)]);
}

/** Ids are numbers to find a question by; one that is a word is only the file's key. */
const askLine = (question: Question, after: readonly PhrasingContent[]): RootContent =>
  paragraph([...(/\d/.test(question.id) ? [span({ class: 'v-id' }, [strong(question.id)]), text(' ')] : []), span({ class: 'v-text' }, question.text), ...after], { class: 'v-ask' });

const leadBlock = (lead: Lead): RootContent => block({ class: 'v-lead' }, [paragraph([span({ class: 'v-id' }, lead.id), text(' '), text(lead.text)])]);

function questionBlock(context: ReportContext, question: Question): RootContent {
  const answer = context.assessment.answers.get(question.id);
  const from = [answer?.state, answer?.value, answer?.explanation?.text, answer?.reason?.text, answer?.state === 'invalid' && written(answer.valueNode), isAnswered(context.assessment, question), groundOf(context, question.id)];
  return blockAt(context, question.id, from, () => withAnswer(context, question, answer));
}

function withAnswer(context: ReportContext, question: Question, answer: Answer | undefined): RootContent {
  const { assessment, texts } = context;
  const answered = isAnswered(assessment, question);
  const verdict = answer && typeof answer.value === 'string' && (question.kind.type === 'yes-no' || answer.state === 'irrelevant') ? answer.value : undefined;
  const badge = !answered ? missingBadge(texts, whyMissing(context, answer)) : verdict !== undefined ? verdictBadge(verdict, texts) : undefined;
  const kept = keptBack(context, question.id);
  const ask = askLine(question, [...(badge ? [only('html', text(' ')), only('html', badge)] : []), ...(kept ? [text(' '), kept] : [])]);
  const note = whyMissing(context, answer);
  const says = [
    ...(badge ? [only('markdown', paragraph([badge]))] : []),
    ...(note && !answered ? [paragraph(note, { class: 'v-quiet' })] : []),
    ...(answered && verdict === undefined ? (answer!.state === 'invalid' ? context.prose(written(answer!.valueNode)) : valueBlocks(context, question, answer!.value)) : []),
    ...(answer?.explanation ? context.prose(answer.explanation.text) : []),
    ...(answer?.reason ? context.prose(answer.reason.text) : []),
    ...(question.hidden === undefined ? [] : [paragraph(texts('hidden.hover', { begrunnelse: question.hidden }), { class: 'v-quiet' })]),
  ];
  const marks = marksAt(context, question.id, (finding) => !answered && finding.path === question.id && ruleOf(context.analysis.context, finding.code)?.group === 'mangel');
  return block({ class: `v-q${answered ? '' : ' v-open'}`, id: anchorOf(question.id), ...sourceOf(context, question.id) }, [
    ask, says.length ? block({ class: 'v-answer' }, says) : undefined, marks,
  ]);
}

/** In the internal edition: that the public one leaves the answer out, and on what ground. */
function keptBack(context: ReportContext, id: string): PhrasingContent | undefined {
  const ground = groundOf(context, id);
  return ground === undefined ? undefined : span({ class: 'v-badge v-to-redact' }, context.texts('report.to-redact', { hjemmel: ground }));
}

function groundOf({ assessment }: ReportContext, id: string): string | undefined {
  const row = records(assessment.facts['sladd']).find((each) => each['på'] === id);
  return row && assessment.answers.has(id) && !isTakenOut(assessment.answers.get(id)!.node) ? String(row['hjemmel'] ?? '') : undefined;
}

const isTakenOut = (node: SyntaxNode): boolean => node.kind === 'scalar' && typeof node.value === 'string' && node.value.startsWith('«sladdet: ');

/** Something stands there, but it is no answer. */
function whyMissing({ texts }: ReportContext, answer: Answer | undefined): string | undefined {
  if (answer?.state === 'template-text') return texts('report.missing.template-text');
  if (answer?.state === 'placeholder') return texts('report.missing.placeholder');
  return undefined;
}

function written(node: SyntaxNode): string {
  const value = toJson(node);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** «III.2.2–III.2.7 stilles bare når III.2.1 er ja eller delvis.» */
function leftOut(context: ReportContext, section: Section): RootContent[] {
  const byCondition = new Map<string, string[]>();
  const byReason = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, id: string): void => void to.set(key, [...(to.get(key) ?? []), id]);
  for (const question of questionsOf(section)) {
    if (isShown(context.assessment, question)) continue;
    // What an earlier version asked has never been asked in this file.
    if (question.hidden !== undefined && !question.retired) add(byReason, question.hidden, question.id);
    if (question.hidden !== undefined || !question.condition) continue;
    const words = describeCondition(question.condition, context.texts, (value) => valueInside(value, context.texts)) ?? '';
    add(byCondition, words, question.id);
  }
  const hidden = [...byReason].map(([reason, ids]) => paragraph(context.texts('hidden.report', { id: ids, begrunnelse: reason }), { class: 'v-quiet v-left-out' }));
  return [...hidden, ...[...byCondition].map(([condition, ids]) => {
    const which = ids.length > 2 ? `${ids[0]!}–${ids.at(-1)!}` : context.texts.and(ids);
    return paragraph(condition ? context.texts('report.left-out.when', { ids: which, condition }) : context.texts('report.left-out', { ids: which }), { class: 'v-quiet v-left-out' });
  })];
}
