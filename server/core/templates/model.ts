/**
 * What a template (mal) is. Templates are written as YAML (schemas/templates/), checked and turned into this model
 * at build time by templates/load.ts; the engine reads nothing else.
 */
import type { Json } from '../syntax/nodes.ts';

export type AssessmentKind = 'dpia' | 'ip' | 'plm' | 'plattform' | 'behandlingsoversikt';
export type Status = 'utkast' | 'til-vurdering' | 'besluttet';
export const STATUSES: readonly Status[] = ['utkast', 'til-vurdering', 'besluttet'];
export type Verdict = 'ja' | 'nei' | 'delvis';
export const NOT_RELEVANT = 'ikke relevant';

/** A condition over normalised answers: the closed subset of JSON Schema in templates/conditions.ts. */
export type Condition = { [keyword: string]: Json };

export interface Option {
  value: string;
  text: string;
}

/** The kinds of answer. Where options come from another answer, `optionsFrom` is that question's id; `open` ones are suggestions. */
export type AnswerKind =
  | { type: 'yes-no'; partial: boolean }
  | { type: 'one-of'; options: Option[]; optionsFrom?: string; open?: boolean }
  | { type: 'some-of'; options: Option[]; optionsFrom?: string; open?: boolean }
  | { type: 'text' }
  | { type: 'prose' }
  | { type: 'date' }
  | { type: 'number' }
  | { type: 'person' }
  /** Another file, by its path from this one; `kinds` are the assessments that it may be, none of them for any file. */
  | { type: 'file'; kinds: AssessmentKind[] }
  | { type: 'reference' }
  | { type: 'level'; scale: string }
  /** A group of fields; `repeated` is one row each; `forEach` is one group for each row or option of that answer. */
  | { type: 'group'; fields: Question[]; repeated: boolean; forEach?: string }
  /** The answers themselves: the head's key `svar`. */
  | { type: 'answers' };

/** Where an answer can be taken from: a question of another template (`D.1/formål` is a field of each row), or several as one text. */
export interface CarrySource {
  template: string;
  question: string;
  /** More questions, whose words come behind. */
  also?: string[];
  /** How the answers, or the fields of each row, become text: «{felt}» is its words, «[…]» goes where a field in it is empty. */
  form?: string;
}

export interface Question {
  id: string;
  text: string;
  kind: AnswerKind;
  /** Must be there for the file to be readable at all (a schema error where it lacks), unlike an unanswered question. */
  required: boolean;
  /** The question is asked only where this holds. */
  condition?: Condition;
  /** The verdicts at which the template wants an explanation. */
  explainAt: Verdict[];
  mayBeIrrelevant: boolean;
  /** It rests on advice alone: left unanswered it is no gap. A rule may still say what the advice is. */
  voluntary?: boolean;
  articles: string[];
  guidance?: string;
  /** What the guidance lists: points to cover, or examples. */
  points: string[];
  examples: string[];
  /** The lead-in that the question continues («Kan formålet oppnås ved for eksempel: …»). */
  lead?: string;
  /** Its words in bokmål, where these are another language's: they may be left standing in a file all the same. */
  inBokmål?: Pick<Question, 'text' | 'guidance' | 'points'>;
  /** Text that the template prints in the answer's own cell; left standing it is no answer. */
  preprinted?: string;
  /** Answered by this head key (or path) instead of under `svar`. */
  answeredIn?: string;
  /** The section that goes into detail. */
  detailedIn?: string;
  /** Answers in other templates that this one may be taken from. */
  carriedFrom: CarrySource[];
  /** A head field that a new file begins with, though nothing may stand there yet. */
  fromStart?: boolean;
  /** A head field that is the same in every assessment of a case, and goes along into a file made from another. */
  goesAlong?: boolean;
  /** What the answer is in every template that has one such (`strategi`): what assessments know of one another goes by it. */
  role?: string;
  /** The template does not ask it (any more), and why; an answer that stands there stays. */
  hidden?: string;
  /** Hidden because only earlier versions of the template ask it. */
  retired?: boolean;
  /** What it was called in earlier versions of an own template; see own/versions.ts. */
  earlier?: { version: string; id: string }[];
  /** A head field that only municipalities' own templates have. */
  ownOnly?: boolean;
}

/** What a section shows between its questions: a lead-in or a pointer, without an answer of its own. */
export interface Lead {
  id: string;
  text: string;
  refersTo?: string;
}

export interface Section {
  id: string;
  title: string;
  guidance?: string;
  quotation?: { title?: string; text: string; place: string };
  /** Questions and leads in the template's order. */
  items: (Question | Lead)[];
  sections: Section[];
  notes: Note[];
  criteriaTitle?: string;
  /** What the report draws in the section: its questions as the fields of a wheel, or the head's data flow. */
  picture?: 'hjul' | 'dataflyt';
}

export interface Note {
  text: string;
  points: string[];
  articles: string[];
}

export interface Part {
  id: string;
  title: string;
  guidance?: string;
  sections: Section[];
}

export interface Criterion {
  number: number;
  text: string;
}

export interface ScaleStep {
  value: number;
  text: string;
}
export type RiskLevel = string;
export interface RiskModel {
  scales: { [name: string]: ScaleStep[] };
  /** The level holds from this product of likelihood and consequence on, in rising order. */
  levels: { from: number; level: RiskLevel }[];
}

export interface Template {
  id: string;
  kind: AssessmentKind;
  title: string;
  /** The original's own title, where the template is somebody's form. */
  originalTitle?: string;
  publisher: string;
  version: string;
  /** The source its wording is quoted from (S0 … S4), where there is one. */
  source?: string;
  introduction?: string;
  origin?: string;
  links: { text: string; url: string }[];
  notes: Note[];
  criteria: Criterion[];
  risk: RiskModel;
  head: Question[];
  parts: Part[];
  /** A municipality's own, out of its repository. */
  own?: boolean;
  /** The templates that it extends, the nearest first: to rules it is one of them. */
  bases?: string[];
}

/** Whether a template is the one of that id, or extends it. */
export function isOf(template: Pick<Template, 'id' | 'bases'>, id: string): boolean {
  return template.id === id || template.bases?.includes(id) === true;
}

/** The template that all it extends goes back to: what the product knows its questions by. */
export function originOf({ id, bases }: Pick<Template, 'id' | 'bases'>): string {
  return bases?.at(-1) ?? id;
}

export function isQuestion(item: Question | Lead): item is Question {
  return 'kind' in item;
}

/** The template's questions in order, with where they stand. */
export interface PlacedQuestion {
  question: Question;
  part: Part;
  section: Section;
  /** Running number, for ordering keys as the template does. */
  order: number;
}

/** Quick ways into a template; made once for each template object. */
export interface TemplateIndex {
  template: Template;
  questions: Map<string, PlacedQuestion>;
  head: Map<string, Question>;
  sections: Map<string, { section: Section; part: Part }>;
}

const indexes = new WeakMap<Template, TemplateIndex>();

/** The index of a template (a pure function of it; remembered for as long as the template lives). */
export function indexOf(template: Template): TemplateIndex {
  const known = indexes.get(template);
  if (known) return known;
  const index: TemplateIndex = { template, questions: new Map(), head: new Map(template.head.map((field) => [field.id, field])), sections: new Map() };
  let order = 0;
  const visit = (section: Section, part: Part): void => {
    index.sections.set(section.id, { section, part });
    for (const item of section.items) if (isQuestion(item)) index.questions.set(item.id, { question: item, part, section, order: order++ });
    for (const child of section.sections) visit(child, part);
  };
  for (const part of template.parts) for (const section of part.sections) visit(section, part);
  indexes.set(template, index);
  return index;
}

/**
 * The questions that a name means: `IV.2.1` in every template that has it, `plattform-2026/C.3` or `plattform/C.3` in
 * the template or kind before the slash.
 */
export function questionsNamed(templates: readonly Template[], name: string): { template: Template; question: Question }[] {
  const slash = name.indexOf('/');
  const [owner, id] = slash < 0 ? [undefined, name] : [name.slice(0, slash), name.slice(slash + 1)];
  // A template that extends another has its questions too: the very same ones, unless it words them otherwise.
  const seen = new Set<Question>();
  return templates.flatMap((template) => {
    const question = owner === undefined || owner === template.id || owner === template.kind ? indexOf(template).questions.get(id)?.question : undefined;
    if (!question || (owner === undefined && seen.has(question))) return [];
    seen.add(question);
    return [{ template, question }];
  });
}

/** The shortest name that means this question and no other. */
export function nameOfQuestion(templates: readonly Template[], template: Template, id: string): string {
  return questionsNamed(templates, id).length > 1 ? `${template.id}/${id}` : id;
}

/** The articles that a question rests on, its fields' included. */
export function articlesOf(question: Question): string[] {
  return question.kind.type === 'group' ? [...question.articles, ...question.kind.fields.flatMap(articlesOf)] : question.articles;
}

/** The question as a sentence of its own, its lead-in before it. */
export function fullText(question: Question): string {
  return question.lead ? `${question.lead} ${question.text}` : question.text;
}
