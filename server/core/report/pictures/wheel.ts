/** A section's questions as the fields of a wheel, such as navigasjonshjulet's six themes: what is thought through, and what is not. */
import type { RootContent } from 'mdast';
import { isAnswered } from '../../assessment/progress.ts';
import type { Question } from '../../templates/model.ts';
import type { ReportContext } from '../model.ts';
import { circle, label, lines, path, picture, round, type Shape } from './svg.ts';

const SIZE = 300;
const MIDDLE = SIZE / 2;
const OUTER = 140;
const INNER = 44;

/** @param hub the words in the middle */
export function wheel({ assessment, texts }: ReportContext, questions: readonly Question[], hub: string): RootContent {
  const angle = (i: number): number => (i / questions.length) * 2 * Math.PI - Math.PI / 2;
  const at = (radius: number, turn: number): string => `${round(MIDDLE + radius * Math.cos(turn))} ${round(MIDDLE + radius * Math.sin(turn))}`;
  const shapes = questions.flatMap((question, i): Shape[] => {
    const [from, to] = [angle(i) + 0.015, angle(i + 1) - 0.015];
    const done = isAnswered(assessment, question);
    const between = (from + to) / 2;
    const words = lines(question.text, 12);
    const x = MIDDLE + ((OUTER + INNER) / 2) * Math.cos(between);
    const y = MIDDLE + ((OUTER + INNER) / 2) * Math.sin(between) - (words.length - 1) * 8 + 1;
    return [
      path(done ? 'v-slice v-slice-done' : 'v-slice', `M${at(INNER, from)}L${at(OUTER, from)}A${OUTER} ${OUTER} 0 0 1 ${at(OUTER, to)}L${at(INNER, to)}A${INNER} ${INNER} 0 0 0 ${at(INNER, from)}Z`),
      ...words.map((part, n) => label('v-slice-name', round(x), round(y + n * 16), part)),
      label('v-slice-state', round(x), round(y + words.length * 16), done ? '✓' : texts('report.unanswered').toLowerCase()),
    ];
  });
  const middle = [circle('v-hub', MIDDLE, MIDDLE, INNER - 6), ...lines(hub, 9).map((part, n, all) => label('v-hub-name', MIDDLE, MIDDLE + 4 + (n - (all.length - 1) / 2) * 14, part))];
  const alternative = texts('report.picture.wheel', { navn: hub, temaer: questions.map((question) => `${question.text}: ${texts(isAnswered(assessment, question) ? 'report.picture.wheel.done' : 'report.picture.wheel.open')}`).join('; ') });
  return picture('v-wheel', SIZE, SIZE, alternative, [...shapes, ...middle]);
}
