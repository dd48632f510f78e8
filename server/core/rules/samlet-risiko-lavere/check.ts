import { isReason, textOf } from '../../assessment/facts.ts';
import type { Question, Section } from '../../templates/model.ts';
import { isQuestion } from '../../templates/model.ts';
import type { RuleCheck } from '../model.ts';
import { fixToAnswer } from '../support/ask-for.ts';
import { valueInside } from '../../texts/values.ts';

const ORDER = ['lav', 'middels', 'høy'];

/** The one on D.2 alone (lavere-risiko-uten-grunn) is silent where this one speaks for it. */
export const check: RuleCheck = (context) => {
  const { assessment, facts } = context;
  const overall = ORDER.indexOf(textOf(facts['D.1']));
  if (overall < 0 || isReason(textOf(facts['D.2']))) return [];
  const rated = assessment.template.parts.flatMap((part) => part.sections.flatMap(ratings)).map(({ id }) => ({ id, level: ORDER.indexOf(levelOf(facts[id])) }));
  const highest = Math.max(...rated.map(({ level }) => level));
  if (highest <= overall) return [];
  const ids = rated.filter(({ level }) => level === highest).map(({ id }) => id);
  return [{ at: 'D.1', related: ids, speaksFor: ['D.2'], params: { samlet: valueInside(ORDER[overall]!, context.texts), svar: ids, høyest: valueInside(ORDER[highest]!, context.texts) }, fixes: fixToAnswer(context, 'D.2') }];
};

/** The questions that ask for a risk to one principle or right. */
function ratings(section: Section): Question[] {
  return section.items.filter(isQuestion).filter(({ kind }) => kind.type === 'group' && kind.fields.some(({ id }) => id === 'risiko'));
}

function levelOf(value: unknown): string {
  return value !== null && typeof value === 'object' && 'risiko' in value && typeof value.risiko === 'string' ? value.risiko : '';
}
