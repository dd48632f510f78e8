/** The text of a new file: its head, and the questions that apply, in the template's order. */
import { analyse } from '../../analysis.ts';
import type { Assessment } from '../../assessment/model.ts';
import { isOffered } from '../../assessment/progress.ts';
import { PLACEHOLDER } from '../../assessment/normalise.ts';
import type { Context } from '../../library.ts';
import { factsOf } from '../../templates/conditions.ts';
import { isQuestion, type Part, type Question, type Section, type Template } from '../../templates/model.ts';
import type { Texts } from '../../texts/texts.ts';
import { keyed } from './yaml.ts';

/** A value and what is said of it in comments above. */
export interface Given {
  /** What stands behind the colon. */
  value: string;
  comments?: string[];
}

export interface Filling {
  /** By head key. */
  head: Map<string, Given>;
  /** By question. */
  answers: Map<string, Given>;
}

/** Writes a new file. What is given goes in word for word; the other questions that apply stand there to be answered. */
export function frame(context: Context, template: Template, filling: Filling): string {
  const answered = read(context, template, headLines(template, filling, () => [...filling.answers].flatMap(([id, { value }]) => keyed(id, value, 2))));
  // An answer that goes along stays, unless the others say that its question is not asked.
  const isIn = (question: Question): boolean => {
    if (question.answeredIn) return false;
    if (!filling.answers.has(question.id)) return isOffered(answered, question);
    return isOffered(answered, question) || (question.condition !== undefined && factsOf(question.condition).some((fact) => answered.facts[fact] === undefined));
  };
  // What comes after the part that asks whether it is needed is begun later: only answers that go along stand there.
  const begun = partsToBegin(template);
  const answers = template.parts.flatMap((part) => partLines(part, filling, begun.includes(part) ? isIn : (question) => filling.answers.has(question.id) && isIn(question), context.texts));
  return `${headLines(template, filling, () => answers).join('\n')}\n`;
}

function read(context: Context, template: Template, lines: string[]): Assessment {
  return analyse(`${lines.join('\n')}\n`, `ny.${template.kind}.yaml`, context)!.assessment;
}

/** Up to the part with the criteria, which says whether what comes after it is needed. */
function partsToBegin({ parts }: Template): Part[] {
  const opening = parts.findIndex((part) => part.sections.some((section) => section.criteriaTitle !== undefined));
  return opening < 0 ? parts : parts.slice(0, opening + 1);
}

function headLines(template: Template, { head }: Filling, answers: () => string[]): string[] {
  return template.head.flatMap((field) => {
    if (field.kind.type === 'answers') return [`${field.id}:`, ...answers()];
    const given = head.get(field.id) ?? ownValue(field, template);
    return given ? [...(given.comments ?? []).map((comment) => `# ${comment}`), ...keyed(field.id, given.value)] : [];
  });
}

/** What stands in every new file of the template. */
function ownValue(field: Question, template: Template): Given | undefined {
  if (field.id === 'vurdering') return { value: template.kind };
  if (field.id === 'mal') return { value: template.id };
  if (field.id === 'malversjon') return { value: `'${template.version}'` };
  if (field.id === 'status') return { value: 'utkast' };
  if (field.required) return { value: PLACEHOLDER };
  if (!field.fromStart) return undefined;
  const fields = field.kind.type === 'group' ? field.kind.fields.filter(({ required }) => required) : [];
  return { value: fields.map(({ id }) => `\n  ${id}: ${PLACEHOLDER}`).join('') };
}

function partLines(part: Part, filling: Filling, isIn: (question: Question) => boolean, texts: Texts): string[] {
  const lines = part.sections.flatMap((section) => sectionLines(section, part, filling, isIn));
  return lines.length ? [`  # ${texts('outline.part', { del: part.id, tittel: part.title })}`, ...lines] : [];
}

function sectionLines(section: Section, part: Part, filling: Filling, isIn: (question: Question) => boolean): string[] {
  const own = section.items.filter(isQuestion).filter(isIn).flatMap((question) => {
    const given = filling.answers.get(question.id);
    return [...(given?.comments ?? []).map((comment) => `  # ${comment}`), ...keyed(question.id, given?.value ?? '', 2)];
  });
  const inner = section.sections.flatMap((child) => sectionLines(child, part, filling, isIn));
  const heading = section.title === part.title ? [] : [`  # ${section.id}. ${section.title}`];
  return own.length || inner.length ? [...heading, ...own, ...inner] : [];
}
