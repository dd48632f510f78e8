/**
 * From a template as written (YAML already read to JSON, checked against schemas/mal.schema.json) to the model.
 * templates/check.ts looks for what a schema cannot see.
 */
import type { Json } from '../syntax/nodes.ts';
import { templateProblems, type Known } from './check.ts';
import type { Path, Problem } from './problems.ts';
import type { AnswerKind, AssessmentKind, CarrySource, Condition, Lead, Note, Option, Part, Question, RiskModel, Section, Template, Verdict } from './model.ts';

/** Without these a file cannot be read. */
const ALWAYS = ['vurdering', 'mal', 'tittel', 'svar'];

export type Written = { [key: string]: Json };

/** The head that all templates share (schemas/templates/felles.yaml), as loaded. */
export interface SharedHead {
  fields: Question[];
  risk: RiskModel;
  /** Options that several templates use, by the list's name. */
  lists: Lists;
}
type Lists = { [name: string]: Option[] };

/** What is gathered while a template is loaded. */
export interface Loading {
  lists: Lists;
  /** The lead-ins by id: questions name them. */
  leads: Map<string, string>;
  /** Where each part, section, question and condition stands in what was written. */
  places: Map<object, Path>;
}
export const loading = ({ lists }: Pick<SharedHead, 'lists'>): Loading => ({ lists, leads: new Map(), places: new Map() });

export function loadHead(written: Written): SharedHead {
  const lists: Lists = {};
  for (const [name, options] of Object.entries((written['valglister'] as Written) ?? {})) lists[name] = loadOptions(options, {});
  return {
    fields: list(written['felter']).map((field, i) => loadQuestion(field, { lists, leads: new Map(), places: new Map() }, ['felter', i])),
    risk: loadRisk(written),
    lists,
  };
}

function loadRisk(written: Written): RiskModel {
  const scales: RiskModel['scales'] = {};
  for (const [name, steps] of Object.entries((written['skalaer'] as Written) ?? {})) {
    scales[name] = list(steps).map((step) => ({ value: Number(step['verdi']), text: text(step['tekst']) }));
  }
  return { scales, levels: list(written['risikonivåer']).map((level) => ({ from: Number(level['fra']), level: text(level['nivå']) })) };
}

/**
 * Loads a template. `problems` is empty when all is well; the model is only to be used then, or where all of them are
 * minor. `own`: it is a municipality's, whose versions stand beside each other.
 */
export function loadTemplate(written: Written, head: SharedHead, known: Known, own = false): { template: Template; problems: Problem[]; places: ReadonlyMap<object, Path> } {
  const at = loading(head);
  const parts = loadParts(written['deler'], at, ['deler']);
  const template: Template = {
    id: text(written['mal']),
    kind: text(written['vurdering']) as AssessmentKind,
    ...loadFront(written),
    criteria: collectCriteria(written),
    risk: riskOf(written, head.risk),
    head: headOf(written, head, own),
    parts,
    ...(own ? { own: true } : {}),
  };
  return { template, problems: [...headProblems(written, template, head), ...templateProblems(template, at.places, known)], places: at.places };
}

/** What a template says of itself. */
export function loadFront(written: Written): Pick<Template, 'title' | 'originalTitle' | 'publisher' | 'version' | 'source' | 'introduction' | 'origin' | 'links' | 'notes'> {
  return {
    title: text(written['tittel']),
    ...optional('originalTitle', written['malens-tittel']),
    publisher: text(written['utgiver']),
    version: text(written['versjon']),
    ...optional('source', written['kilde']),
    ...optional('introduction', written['innledning']),
    ...optional('origin', written['opphav']),
    links: list(written['lenker']).map((link) => ({ text: text(link['tekst']), url: text(link['adresse']) })),
    notes: list(written['merknader']).map(loadNote),
  };
}

/** The template's own scales and levels, the others' where it has none. */
export function riskOf(written: Written, others: RiskModel): RiskModel {
  const own = loadRisk(written);
  return { scales: { ...others.scales, ...own.scales }, levels: own.levels.length ? own.levels : others.levels };
}

function headProblems(written: Written, template: Template, head: SharedHead): Problem[] {
  const unknown = strings(written['hode']).flatMap((id, i): Problem[] => (head.fields.some((field) => field.id === id) ? [] : [{ code: 'egen-id', at: ['hode', i], text: 'own.head.unknown', params: { nøkkel: id }, written: id, candidates: () => head.fields.map((field) => field.id) }]));
  const lacking = ALWAYS.filter((id) => !template.head.some((field) => field.id === id) && head.fields.some((field) => field.id === id));
  return [...unknown, ...lacking.map((id): Problem => ({ code: 'egen-id', at: ['hode'], onKey: true, text: 'own.head.lacking', params: { nøkkel: id } }))];
}

export function loadParts(written: Json | undefined, at: Loading, path: Path): Part[] {
  return list(written).map((part, i) => {
    const here = [...path, i];
    return kept(at, here, {
      id: text(part['id']),
      title: text(part['tittel']),
      ...optional('guidance', part['veiledning']),
      sections: loadSections(part['seksjoner'], at, [...here, 'seksjoner']),
    });
  });
}

/** Remembers where a part, section or question was written. */
function kept<T extends object>({ places }: Loading, path: Path, value: T): T {
  places.set(value, path);
  return value;
}

/** The head's fields that the template has use for, with its own words for options; all of them where it does not say. */
export function headOf(written: Written, head: SharedHead, own: boolean): Question[] {
  const wanted = strings(written['hode']);
  const fields = head.fields.filter(({ id, ownOnly }) => (ownOnly ? own : !wanted.length || wanted.includes(id)));
  return inOwnWords(fields, written);
}

/** Fields of the head with the template's own words for their options (`valgtekster`). */
export function inOwnWords(fields: Question[], written: Written): Question[] {
  const own = (written['valgtekster'] as { [place: string]: { [value: string]: string } }) ?? {};
  return Object.keys(own).length ? fields.map((field) => worded(field, field.id, own)) : fields;
}

function worded(field: Question, place: string, own: { [place: string]: { [value: string]: string } }): Question {
  const { kind } = field;
  if (kind.type === 'group') return { ...field, kind: { ...kind, fields: kind.fields.map((each) => worded(each, `${place}/${each.id}`, own)) } };
  const words = own[place];
  return words && 'options' in kind ? { ...field, kind: { ...kind, options: kind.options.map((option) => ({ ...option, text: words[option.value] ?? option.text })) } } : field;
}

function collectCriteria(written: Written): Template['criteria'] {
  for (const part of list(written['deler'])) {
    for (const section of list(part['seksjoner'])) {
      const criteria = section['kriterier'] as Written | undefined;
      if (criteria) return list(criteria['liste']).map((item) => ({ number: Number(item['nr']), text: text(item['tekst']) }));
    }
  }
  return [];
}

export function loadSections(written: Json | undefined, at: Loading, path: Path): Section[] {
  return list(written).map((section, i) => loadSection(section, at, [...path, i]));
}

function loadSection(written: Written, at: Loading, path: Path): Section {
  const quotation = written['sitat'] as Written | undefined;
  const criteria = written['kriterier'] as Written | undefined;
  return kept(at, path, {
    id: text(written['id']),
    title: text(written['tittel']),
    ...optional('guidance', written['veiledning']),
    ...(quotation ? { quotation: { ...optional('title', quotation['tittel']), text: text(quotation['tekst']), place: text(quotation['sted']) } } : {}),
    ...(criteria ? optional('criteriaTitle', criteria['tittel']) : {}),
    ...(written['bilde'] === 'hjul' || written['bilde'] === 'dataflyt' ? { picture: written['bilde'] } : {}),
    items: loadItems(written['spørsmål'], at, [...path, 'spørsmål'], conditionOf(written, at, path)),
    sections: loadSections(written['seksjoner'], at, [...path, 'seksjoner']),
    notes: list(written['merknader']).map(loadNote),
  } satisfies Section);
}

/** The questions and leads of a section, each under the section's condition where that has one. */
export function loadItems(written: Json | undefined, at: Loading, path: Path, condition?: Condition): (Question | Lead)[] {
  return list(written).map((item, i): Question | Lead => {
    const here = [...path, i];
    const lead = { id: text(item['id']), text: text(item['tekst']) };
    if (item['svartype'] === 'ledetekst') {
      at.leads.set(lead.id, lead.text);
      return kept(at, here, lead);
    }
    if (item['svartype'] === 'henvisning') return kept(at, here, { ...lead, refersTo: text(item['til']) });
    return kept(at, here, within(condition, loadQuestion(item, at, here)));
  });
}

/** The question under its section's condition too. */
function within(condition: Condition | undefined, question: Question): Question {
  if (!condition) return question;
  return { ...question, condition: question.condition ? { allOf: [condition, question.condition] } : condition };
}

function conditionOf(written: Written, at: Loading, path: Path): Condition | undefined {
  const condition = written['når'];
  return condition === undefined || condition === null ? undefined : kept(at, [...path, 'når'], condition as Condition);
}

function loadNote(written: Written): Note {
  return { text: text(written['tekst']), points: strings(written['punkter']), articles: strings(written['artikler']) };
}

function loadQuestion(written: Written, at: Loading, path: Path): Question {
  const under = written['under'];
  const lead = typeof under === 'string' ? at.leads.get(under) : undefined;
  const condition = conditionOf(written, at, path);
  const earlier = Object.entries((written['tidligere'] as Written | undefined) ?? {}).map(([version, id]) => ({ version, id: text(id) }));
  return kept(at, path, {
    id: text(written['id']),
    text: text(written['tekst']),
    kind: loadKind(written, at, path),
    required: written['kreves'] === true,
    ...(condition ? { condition } : {}),
    explainAt: strings(written['forklaring-ved']) as Verdict[],
    mayBeIrrelevant: written['ikke-relevant'] === true,
    ...(written['frivillig'] === true ? { voluntary: true } : {}),
    articles: strings(written['artikler']),
    ...optional('guidance', written['veiledning']),
    points: strings(written['punkter']),
    examples: strings(written['eksempler']),
    ...(lead ? { lead } : {}),
    ...optional('preprinted', written['fortrykt']),
    ...optional('answeredIn', written['besvares-i']),
    ...optional('detailedIn', written['utdypes-i']),
    ...optional('role', written['rolle']),
    ...(written['fra-start'] === true ? { fromStart: true } : {}),
    ...(written['følger-med'] === true ? { goesAlong: true } : {}),
    ...(written['bare-egne'] === true ? { ownOnly: true } : {}),
    ...(earlier.length ? { earlier } : {}),
    carriedFrom: list(written['hentes-fra']).map(loadSource),
  } satisfies Question);
}

function loadSource(written: Written): CarrySource {
  const [question = '', ...also] = Array.isArray(written['spørsmål']) ? strings(written['spørsmål']) : [text(written['spørsmål'])];
  return { template: text(written['mal']), question, ...(also.length ? { also } : {}), ...optional('form', written['ord']) };
}

/** The options as listed, or the shared list that is named; a name that no list has gives none, which is a problem of its own. */
function loadOptions(written: Json | undefined, lists: Lists): Option[] {
  if (typeof written === 'string') return Object.hasOwn(lists, written) ? lists[written]! : [];
  return list(written).map((option) => ({ value: text(option['verdi']), text: text(option['tekst']) }));
}

function loadKind(written: Written, at: Loading, path: Path): AnswerKind {
  const options = loadOptions(written['valg'], at.lists);
  const open = written['åpen'] === true ? { open: true } : {};
  const from = written['valg-fra'];
  const optionsFrom = typeof from === 'string' ? { optionsFrom: from } : {};
  switch (written['svartype']) {
    case 'ja-nei': return { type: 'yes-no', partial: false };
    case 'ja-nei-delvis': return { type: 'yes-no', partial: true };
    case 'en-av': return { type: 'one-of', options, ...optionsFrom, ...open };
    case 'flere-av': return { type: 'some-of', options, ...optionsFrom, ...open };
    case 'prosa': return { type: 'prose' };
    case 'dato': return { type: 'date' };
    case 'tall': return { type: 'number' };
    case 'person': return { type: 'person' };
    case 'fil': return { type: 'file', kinds: strings(written['slag']) as AssessmentKind[] };
    case 'lovhenvisning': return { type: 'reference' };
    case 'nivå': return { type: 'level', scale: text(written['skala']) };
    case 'svar': return { type: 'answers' };
    case 'gruppe': return {
      type: 'group',
      fields: list(written['felter']).map((field, i) => loadQuestion(field, { ...at, leads: new Map() }, [...path, 'felter', i])),
      repeated: written['gjentas'] === true,
      ...(typeof written['for-hver'] === 'string' ? { forEach: written['for-hver'] } : {}),
    };
    default: return { type: 'text' };
  }
}

export const list = (value: Json | undefined): Written[] => (Array.isArray(value) ? value.filter((item): item is Written => item !== null && typeof item === 'object' && !Array.isArray(item)) : []);
export const strings = (value: Json | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);
/** A scalar as text; what is no scalar is none. */
export const text = (value: Json | undefined): string => (value === undefined || value === null || typeof value === 'object' ? '' : String(value).trim());
function optional<K extends string>(key: K, value: Json | undefined): { [key in K]?: string } {
  return value === undefined || value === null ? {} : ({ [key]: text(value) } as { [key in K]: string });
}
