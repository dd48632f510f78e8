/** The municipality's own scale of risk, put in place of the product's. */
import type { Library, SchemaError } from '../library.ts';
import type { Json } from '../syntax/nodes.ts';
import { indexOf, type Question, type RiskModel, type Template } from '../templates/model.ts';
import type { RiskScale } from './model.ts';

/** Why a scale cannot be used: from which product «høy» would begin, and the highest that there is. */
export type ScaleProblem = { problem: 'order' | 'reach'; medium: number; high: number; most: number };

/**
 * The scale as a risk model, what it leaves out as in `base`. The levels' names stay (lav, middels, høy): the way
 * through the process goes by them. A level that no risk can reach is a problem, not a scale.
 */
export function modelOf(scale: RiskScale, base: RiskModel): RiskModel | ScaleProblem {
  const steps = (name: string, texts: readonly string[] | undefined) => texts?.map((text, i) => ({ value: i + 1, text })) ?? base.scales[name] ?? [];
  const scales = { ...base.scales, sannsynlighet: steps('sannsynlighet', scale.likelihood), konsekvens: steps('konsekvens', scale.consequence) };
  const low = base.levels[0]?.from ?? 1;
  const medium = scale.medium ?? base.levels[1]?.from ?? 0;
  const high = scale.high ?? base.levels[2]?.from ?? 0;
  const most = scales.sannsynlighet.length * scales.konsekvens.length;
  if (!(medium > low && high > medium)) return { problem: 'order', medium, high, most };
  if (high > most) return { problem: 'reach', medium, high, most };
  return { scales, levels: base.levels.map((step, i) => ({ ...step, from: [step.from, medium, high][i] ?? step.from })) };
}

export const isScaleProblem = (model: RiskModel | ScaleProblem): model is ScaleProblem => 'problem' in model;
export const saysScale = (scale: RiskScale): boolean => Object.keys(scale).length > 0;

/** The library with the scale in every template that uses the product's own; as it is where there is no scale, or none that can be used. */
export function withScale(library: Library, scale: RiskScale): Library {
  const base = library.templates[0]?.risk;
  if (!saysScale(scale) || !base || base.levels.length !== 3) return library;
  const risk = modelOf(scale, base);
  if (isScaleProblem(risk)) return library;
  const common = JSON.stringify(base);
  const replaced = new Map<string, Template>();
  const templates = library.templates.map((template) => {
    if (JSON.stringify(template.risk) !== common) return template;
    const own = { ...template, risk };
    replaced.set(template.id, own);
    return own;
  });
  // What is read only when somebody asks (the sources' words) stays so: the other members are the library's own.
  return Object.assign(Object.create(library) as Library, {
    templates,
    validate(templateId: string, value: Json) {
      const errors = library.validate(templateId, value);
      const template = replaced.get(templateId);
      return template ? regraded(errors, template, value) : errors;
    },
  } satisfies Partial<Library>);
}

/** The validator knows the product's scale: its errors on levels are exchanged for those of this one. */
function regraded(errors: SchemaError[], template: Template, value: Json): SchemaError[] {
  const levels = new Map<string, { value: Json; scale: string }>();
  const visit = (question: Question, at: string, given: Json | undefined): void => {
    if (given === undefined || given === null) return;
    const { kind } = question;
    if (kind.type === 'level') {
      const wrapped = isMap(given) && 'svar' in given;
      levels.set(wrapped ? `${at}/svar` : at, { value: wrapped ? given['svar']! : given, scale: kind.scale });
    } else if (kind.type === 'group') {
      const groups: [string, Json][] = Array.isArray(given) ? given.map((row, i) => [`${at}/${i}`, row]) : kind.forEach && isMap(given) ? Object.entries(given).map(([name, row]) => [`${at}/${escaped(name)}`, row]) : [[at, given]];
      for (const [place, row] of groups) if (isMap(row)) for (const field of kind.fields) visit(field, `${place}/${escaped(field.id)}`, row[field.id]);
    }
  };
  if (!isMap(value)) return errors;
  for (const field of template.head) visit(field, `/${escaped(field.id)}`, value[field.id]);
  const answers = value['svar'];
  if (isMap(answers)) for (const { question } of indexOf(template).questions.values()) visit(question, `/svar/${escaped(question.id)}`, answers[question.id]);
  const kept = errors.filter(({ instancePath, keyword }) => keyword !== 'enum' || !levels.has(instancePath));
  for (const [instancePath, { value: written, scale }] of levels) {
    const allowed = (template.risk.scales[scale] ?? []).map((step): Json => step.value);
    if (written !== null && !allowed.includes(written)) kept.push({ instancePath, keyword: 'enum', params: { allowedValues: [...allowed, null] } });
  }
  return kept;
}

const isMap = (value: Json | undefined): value is { [key: string]: Json } => value !== null && typeof value === 'object' && !Array.isArray(value);
const escaped = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');
