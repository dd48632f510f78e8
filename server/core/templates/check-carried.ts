/** Answers that are to be taken from something that no template has (`hentes-fra`). */
import { indexOf, isOf, type Question, type Template } from './model.ts';
import type { Path, Problem } from './problems.ts';

/** @param places where the template's own questions were written */
export function carryProblems(template: Template, places: ReadonlyMap<object, Path>, templates: readonly Template[]): Problem[] {
  const problems: Problem[] = [];
  const check = (question: Question): void => {
    const at = places.get(question);
    if (at) question.carriedFrom.forEach((source, i) => {
      const from = templates.find((each) => isOf(each, source.template));
      const here = [...at, 'hentes-fra', i];
      if (!from) return void problems.push({ code: 'egen-id', at: [...here, 'mal'], text: 'own.carried-template', params: { mal: source.template }, written: source.template, candidates: () => templates.map(({ id }) => id) });
      // With a form, the holes name the fields of the group, or the questions.
      const holes = [...(source.form ?? '').matchAll(/\{([^}]+)\}/g)].map(([, hole]) => ({ place: source.also ? hole! : `${source.question}/${hole!}`, key: 'ord' }));
      const named = [source.question, ...(source.also ?? [])].map((place) => ({ place, key: 'spørsmål' }));
      for (const { place, key } of [...named, ...holes]) if (!has(from, place)) problems.push({ code: 'egen-id', at: [...here, key], text: 'own.carried', params: { sted: place, mal: source.template }, ...(source.also || key === 'ord' ? {} : { written: place, candidates: () => [...indexOf(from).questions.keys(), ...indexOf(from).head.keys()] }) });
    });
    if (question.kind.type === 'group') question.kind.fields.forEach(check);
  };
  for (const { question } of indexOf(template).questions.values()) check(question);
  return problems;
}

function has(template: Template, place: string): boolean {
  const [id = '', field] = place.split('/');
  const question = indexOf(template).questions.get(id)?.question ?? indexOf(template).head.get(id);
  return question !== undefined && (field === undefined || (question.kind.type === 'group' && question.kind.fields.some((each) => each.id === field)));
}
