/** The risk matrix: where each risk stands before the measures, and an arrow to where it stands after. */
import type { RootContent } from 'mdast';
import { risksOf, type RiskScore } from '../../assessment/risk.ts';
import type { RiskModel } from '../../templates/model.ts';
import type { TextKey, Texts } from '../../texts/texts.ts';
import { valueInside } from '../../texts/values.ts';
import { levelClass } from '../risks.ts';
import type { ReportContext } from '../model.ts';
import { arrow, circle, group, label, line, picture, rect, round, type Shape } from './svg.ts';

const CELL = 74;
const LEFT = 64;
const TOP = 12;
const RADIUS = 13;

/** Undefined where no risk has been scored. */
export function riskMatrix({ assessment, texts }: ReportContext): RootContent | undefined {
  const { risk } = assessment.template;
  return drawMatrix(texts, risk, risksOf(risk, assessment.facts).map((each, i) => ({ ...each, name: `R${i + 1}` })), { before: 'report.risk.before', after: 'report.risk.after', alternative: 'report.picture.matrix' });
}

/** A risk in the matrix: where it was, and where it is. */
export interface Placed {
  name: string;
  before: RiskScore | undefined;
  after: RiskScore | undefined;
}

/** @param keys what the two places are called, and the words that stand for the picture */
export function drawMatrix(texts: Texts, model: RiskModel, risks: readonly Placed[], keys: { before: TextKey; after: TextKey; alternative: TextKey }): RootContent | undefined {
  const likelihoods = (model.scales['sannsynlighet'] ?? []).map(({ value }) => value);
  const consequences = (model.scales['konsekvens'] ?? []).map(({ value }) => value);
  if (!risks.some(({ before, after }) => before || after) || !likelihoods.length || !consequences.length) return undefined;
  const levelOf = (score: number): string => model.levels.findLast(({ from }) => score >= from)?.level ?? '';
  const x = (consequence: number): number => LEFT + consequences.indexOf(consequence) * CELL;
  const y = (likelihood: number): number => TOP + (likelihoods.length - 1 - likelihoods.indexOf(likelihood)) * CELL;
  const grid = likelihoods.flatMap((likelihood) => consequences.map((consequence) => rect(`v-field ${levelClass(model, levelOf(likelihood * consequence))}`, x(consequence) + 1, y(likelihood) + 1, CELL - 2, CELL - 2, 4)));
  const bottom = TOP + likelihoods.length * CELL;
  const axes = [
    ...likelihoods.map((value) => label('v-tick-label', LEFT - 12, y(value) + CELL / 2 + 4, String(value))),
    ...consequences.map((value) => label('v-tick-label', x(value) + CELL / 2, bottom + 18, String(value))),
    label('v-axis-label', LEFT + (consequences.length * CELL) / 2, bottom + 40, texts('report.risk.axis.consequence')),
    { ...label('v-axis-label', 0, 0, texts('report.risk.axis.likelihood')), properties: { className: ['v-axis-label'], textAnchor: 'middle', transform: `translate(20 ${TOP + (likelihoods.length * CELL) / 2}) rotate(-90)` } },
  ];
  const places = new Places((score) => ({ x: x(score.consequence) + CELL / 2, y: y(score.likelihood) + CELL / 2 }));
  const marks = risks.map(({ name, before, after }): Shape => {
    const from = before && places.take(before);
    const to = after && (before && same(before, after) ? from : places.take(after));
    const shapes: Shape[] = [];
    if (from && to && from !== to) {
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
      shapes.push(...arrow('', round(from.x + ux * RADIUS), round(from.y + uy * RADIUS), round(to.x - ux * (RADIUS + 1)), round(to.y - uy * (RADIUS + 1))));
    }
    if (from && from !== to) shapes.push(circle('v-mark-before', from.x, from.y, RADIUS), label('v-mark-label', from.x, from.y + 4, name));
    if (to) shapes.push(circle('v-mark-after', to.x, to.y, RADIUS), label('v-mark-label v-inverse', to.x, to.y + 4, name));
    return group(shapes, `${name}: ${sentence(before, after, texts)}`);
  });
  const key = [circle('v-mark-before', LEFT + 10, bottom + 66, 8), label('v-key', LEFT + 24, bottom + 70, texts(keys.before), 'start'), circle('v-mark-after', LEFT + 170, bottom + 66, 8), label('v-key', LEFT + 184, bottom + 70, texts(keys.after), 'start')];
  const alternative = texts(keys.alternative, { risikoer: risks.map(({ name, before, after }) => `${name} ${sentence(before, after, texts)}`).join('; ') });
  const frame = [line('v-axis-line', LEFT, bottom, LEFT + consequences.length * CELL, bottom), line('v-axis-line', LEFT, TOP, LEFT, bottom)];
  return picture('v-risk-matrix', LEFT + consequences.length * CELL + 8, bottom + 84, alternative, [...grid, ...frame, ...axes, ...marks, ...key]);
}

const same = (a: RiskScore, b: RiskScore): boolean => a.likelihood === b.likelihood && a.consequence === b.consequence;
const sentence = (before: RiskScore | undefined, after: RiskScore | undefined, texts: Texts): string => [before, after].map((score) => (score ? `${score.likelihood}×${score.consequence} (${valueInside(score.level, texts)})` : '–')).join(' → ');

/** Marks that share a field stand beside one another. */
class Places {
  private readonly taken = new Map<string, number>();
  constructor(private readonly middle: (score: RiskScore) => { x: number; y: number }) {}
  take(score: RiskScore): { x: number; y: number } {
    const key = `${score.likelihood}/${score.consequence}`;
    const n = this.taken.get(key) ?? 0;
    this.taken.set(key, n + 1);
    const { x, y } = this.middle(score);
    const around = [[0, 0], [-21, -20], [21, -20], [-21, 20], [21, 20], [0, -23], [0, 23], [-23, 0], [23, 0]] as const;
    const [dx, dy] = n < around.length ? around[n]! : [((n * 7) % 40) - 20, ((n * 11) % 40) - 20];
    return { x: x + dx, y: y + dy };
  }
}
