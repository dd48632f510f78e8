/** What a place in a template or rule file is about: the questions, articles and templates that may be named there. */
import type { Context } from '../../library.ts';
import type { OwnRead } from '../../own/load.ts';
import { strings, text } from '../../templates/load.ts';
import { indexOf, isOf, isQuestion, type Question, type Section, type Template } from '../../templates/model.ts';
import type { Path } from '../../templates/problems.ts';

/** What a value may name. */
export type Names = 'article' | 'template' | 'question' | 'place' | 'scale' | 'earlier';

/** The templates whose questions a file may name: a template's own, or those that a rule is for. */
export function templatesFor({ kind, template, written }: OwnRead, { library }: Pick<Context, 'library'>): Template[] {
  if (kind === 'rule') {
    const names = strings(written?.['maler']);
    return names.length ? library.templates.filter((each) => names.some((name) => isOf(each, name))) : library.templates;
  }
  if (template) return [template];
  const id = text(written?.['mal']);
  const known = library.templates.find((each) => each.id === id) ?? library.templates.find((each) => each.id === text(written?.['utvider']).split('@')[0]);
  return known ? [known] : [];
}

/** What the value at a path names; undefined for words of the author's own. */
export function namesAt(kind: OwnRead['kind'], path: Path): Names | undefined {
  const steps = path.filter((step) => typeof step === 'string');
  const key = steps.at(-1);
  if (key === 'artikler') return 'article';
  if (key === 'utvider' || key === 'maler' || (key === 'mal' && steps.includes('hentes-fra'))) return 'template';
  if (key === 'etter' || (key === 'id' && steps.at(-2) === 'skjul')) return 'place';
  if (key === 'skala') return 'scale';
  if (steps.at(-2) === 'tidligere') return 'earlier';
  if (isCondition(path) && key === 'required') return isOverFacts(path) ? 'question' : undefined;
  if (['valg-fra', 'for-hver', ...(kind === 'rule' ? ['på', 'relatert'] : [])].includes(key ?? '')) return 'question';
  return undefined;
}

export const isCondition = (path: Path): boolean => path.includes('når');

/** Whether a condition there is over the answers themselves, not over the fields of one. */
export function isOverFacts(path: Path): boolean {
  const inside = path.slice(path.lastIndexOf('når') + 1);
  return inside.filter((step) => step === 'properties').length <= (inside.at(-1) === 'properties' ? 1 : 0) && !inside.includes('contains') && !inside.includes('items');
}

/** The questions and head keys of templates, each id once. */
export function questionsOf(templates: readonly Template[]): Map<string, Question> {
  const found = new Map<string, Question>();
  for (const template of templates) {
    for (const { question } of indexOf(template).questions.values()) if (!found.has(question.id)) found.set(question.id, question);
    for (const field of template.head) if (!found.has(field.id)) found.set(field.id, field);
  }
  return found;
}

/** Everything that an addition can stand behind, or that can be hidden: questions, sections and parts with their words. */
export function placesOf(templates: readonly Template[]): { id: string; words: string }[] {
  const of = (section: Section): { id: string; words: string }[] => [{ id: section.id, words: section.title }, ...section.items.map((item) => ({ id: item.id, words: isQuestion(item) ? item.text : item.text })), ...section.sections.flatMap(of)];
  return templates.flatMap((template) => template.parts.flatMap((part) => [{ id: part.id, words: part.title }, ...part.sections.flatMap(of)]));
}
