import { contextIn, languageOfNew, templateFor, type Context } from '../../library.ts';
import type { Json } from '../../syntax/nodes.ts';
import { indexOf, type AssessmentKind, type Question, type Template } from '../../templates/model.ts';
import { frame, type Given } from './frame.ts';
import { value } from './yaml.ts';

/** What is asked before a new assessment is written. */
export interface AboutNew {
  title: string;
  /** Head keys with the way to another file: `ip: ./x.ip.yaml`. */
  links?: { [key: string]: string };
  controller?: string;
  service?: string;
  platforms?: readonly string[];
  strategies?: readonly string[];
  /** The template's id, where it is not the kind's first. */
  template?: string;
}

/**
 * The text of a new file of this kind: the head, what follows from what was asked, and the questions that then apply,
 * without answers. Undefined where no template is of the kind.
 */
export function newAssessment(context: Context, kind: AssessmentKind, about: AboutNew): string | undefined {
  const own = contextIn(context, languageOfNew(context));
  const template = templateFor(own.library, kind, about.template);
  return template && frame(own, template, { head: headOf(about), answers: answersOf(template, about) });
}

function headOf({ title, controller, links = {} }: AboutNew): Map<string, Given> {
  const head = new Map(Object.entries(links).map(([key, link]): [string, Given] => [key, { value: value(link) }]));
  head.set('tittel', { value: value(oneLine(title)) });
  if (controller?.trim()) head.set('behandlingsansvarlig', { value: value(oneLine(controller)) });
  return head;
}

/** By role: each template has its own questions for the service, the platforms and the strategies. */
function answersOf(template: Template, { service, platforms, strategies }: AboutNew): Map<string, Given> {
  const said: { [role: string]: Json } = {
    ...(service?.trim() ? { tjeneste: oneLine(service) } : {}),
    ...(platforms?.length ? { plattform: [...platforms] } : {}),
    ...(strategies?.length ? { strategi: [...strategies] } : {}),
  };
  const answers = new Map<string, Given>();
  for (const { question } of indexOf(template).questions.values()) {
    const answer = question.role === undefined ? undefined : said[question.role];
    if (answer !== undefined) answers.set(question.id, { value: value(fitting(question, answer)) });
  }
  return answers;
}

function fitting({ kind }: Question, answer: Json): Json {
  return kind.type === 'some-of' || !Array.isArray(answer) ? answer : answer.join(', ');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The options of the question with a role in a kind's template: what a list to choose from shows. */
export function optionsByRole(context: Context, kind: AssessmentKind, role: string): { value: string; text: string }[] {
  const template = templateFor(context.library, kind, undefined);
  for (const { question } of template ? indexOf(template).questions.values() : []) {
    if (question.role === role && 'options' in question.kind) return question.kind.options;
  }
  return [];
}

/** The templates that a new assessment of a kind can be on, the product's first. */
export function templatesFor({ library }: Pick<Context, 'library'>, kind: AssessmentKind): { value: string; text: string }[] {
  return library.templates.filter((template) => template.kind === kind).map(({ id, title, own }) => ({ value: id, text: own ? `${title} (${id})` : title }));
}
