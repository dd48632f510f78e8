/** The answers that mean the same in every template that has them, by their role (`strategi`, `risiko`). */
import type { Json } from '../syntax/nodes.ts';
import type { Question } from '../templates/model.ts';
import type { Assessment } from './model.ts';

export function questionOfRole({ index }: Assessment, role: string): Question | undefined {
  for (const { question } of index.questions.values()) if (question.role === role) return question;
  return undefined;
}

/** The answer with that role; undefined where the template has none, or nobody has answered. */
export function answerOfRole(assessment: Assessment, role: string): Json | undefined {
  const question = questionOfRole(assessment, role);
  return question && assessment.facts[question.id];
}
