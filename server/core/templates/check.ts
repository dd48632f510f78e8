/**
 * What a schema cannot see of a template: ids that stand twice, conditions and references that point at nothing, options
 * from an answer that has none.
 */
import { conditionProblems, type KnownFacts } from './conditions.ts';
import { indexOf, isQuestion, type Condition, type Question, type Section, type Template } from './model.ts';
import type { Path, Problem } from './problems.ts';

/** What a template may refer to beside itself. */
export interface Known {
  isArticle(reference: string): boolean;
  articles(): Iterable<string>;
}

/** Facts that are no answers: explanations by question. */
const OTHER_FACTS = ['forklaringer'];

/** The answers of templates that a condition may look at. */
export function factsIn(templates: readonly Template[]): KnownFacts {
  const has = (name: string): boolean => OTHER_FACTS.includes(name) || templates.some((template) => indexOf(template).questions.has(name) || indexOf(template).head.has(name));
  return { has, names: () => templates.flatMap((template) => [...indexOf(template).questions.keys(), ...indexOf(template).head.keys()]) };
}

/**
 * @param places where each part, section and question was written; what is not there is another template's, and its
 *   own problems are not looked for
 */
export function templateProblems(template: Template, places: ReadonlyMap<object, Path>, known: Known): Problem[] {
  const problems: Problem[] = [];
  const index = indexOf(template);
  const facts = factsIn([template]);
  const add = (at: Path, code: Problem['code'], text: Problem['text'], params: { [hole: string]: string } = {}, more: Partial<Problem> = {}): void => void problems.push({ code, at, text, params, ...more });
  const questions = (): string[] => [...index.questions.keys(), ...index.head.keys()];
  const isSource = (source: string): boolean => {
    const [id = '', field] = source.split('/');
    if (source === 'malens kriterier') return true;
    const question = index.questions.get(id)?.question ?? index.head.get(id);
    return question !== undefined && (field === undefined || (question.kind.type === 'group' && question.kind.fields.some((each) => each.id === field)));
  };
  const checked = new Set<object>();
  // A question's own condition and its section's, as templates/load.ts puts them together.
  const conditionsIn = (condition: Condition): Condition[] => (places.has(condition) || !Array.isArray(condition['allOf']) ? [condition] : condition['allOf'].filter((each): each is Condition => typeof each === 'object' && each !== null));
  /** Ids that are taken; the value is where, where that is this file. */
  const taken = new Map<string, Path | undefined>();
  const take = (id: string, at: Path | undefined): void => {
    const place = at ?? (taken.has(id) ? taken.get(id) : undefined);
    if (taken.has(id) && place) add([...place, 'id'], 'egen-id', 'own.id.twice', { id: id.split('/').at(-1)! });
    // Names that JavaScript's own objects have mean something else to a program.
    else if (place && id.split('/').some((part) => part in {} || part === 'forklaringer')) add([...place, 'id'], 'egen-id', 'own.id.reserved', { id: id.split('/').at(-1)! });
    taken.set(id, place);
  };
  const check = (question: Question, path: string): void => {
    const at = places.get(question);
    take(path, at);
    if (question.kind.type === 'group') for (const field of question.kind.fields) check(field, `${path}/${field.id}`);
    if (!at) return;
    for (const condition of question.condition ? conditionsIn(question.condition) : []) {
      const own = places.get(condition);
      if (own && !checked.has(condition)) problems.push(...conditionProblems(condition, facts, own));
      checked.add(condition);
    }
    question.articles.forEach((reference, i) => {
      if (!known.isArticle(reference)) add([...at, 'artikler', i], 'egen-henvisning', 'own.article.unknown', { henvisning: reference }, { written: reference, candidates: known.articles, minor: true });
    });
    const { kind } = question;
    if ('optionsFrom' in kind && kind.optionsFrom && !isSource(kind.optionsFrom)) add([...at, 'valg-fra'], 'egen-id', 'own.options.from', { navn: kind.optionsFrom }, { written: kind.optionsFrom, candidates: questions });
    if ((kind.type === 'one-of' || kind.type === 'some-of') && !kind.options.length && !kind.optionsFrom) add([...at, 'svartype'], 'egen-form', 'own.options.none');
    if (kind.type === 'level' && !Object.hasOwn(template.risk.scales, kind.scale)) add([...at, 'skala'], 'egen-id', 'own.scale.unknown', { navn: kind.scale }, { written: kind.scale, candidates: () => Object.keys(template.risk.scales) });
    if (kind.type === 'group' && kind.forEach && !isSource(kind.forEach)) add([...at, 'for-hver'], 'egen-id', 'own.for-each', { navn: kind.forEach }, { written: kind.forEach, candidates: questions });
    if (question.answeredIn && !index.head.has(question.answeredIn.split('.')[0]!)) add([...at, 'besvares-i'], 'egen-id', 'own.answered-in', { navn: question.answeredIn }, { written: question.answeredIn, candidates: () => index.head.keys() });
    if (question.detailedIn && !index.sections.has(question.detailedIn)) add([...at, 'utdypes-i'], 'egen-id', 'own.detailed-in', { navn: question.detailedIn }, { written: question.detailedIn, candidates: () => index.sections.keys(), minor: true });
  };
  for (const field of template.head) check(field, field.id);
  const sections = new Map<string, Path | undefined>();
  const visit = (section: Section): void => {
    const at = places.get(section) ?? sections.get(section.id);
    if (sections.has(section.id) && at) add([...at, 'id'], 'egen-id', 'own.section.twice', { id: section.id });
    sections.set(section.id, at);
    for (const item of section.items) if (isQuestion(item)) check(item, item.id);
    section.sections.forEach(visit);
  };
  for (const part of template.parts) part.sections.forEach(visit);
  return problems;
}
