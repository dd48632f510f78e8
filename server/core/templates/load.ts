/**
 * From a template as written (YAML already read to JSON, checked against schemas/mal.schema.json) to the model.
 * Everything that a schema cannot see is checked here: ids that stand twice, conditions and references that point
 * at nothing, options from an answer that has none.
 */
import type { Json } from '../syntax/nodes.ts';
import { conditionProblems } from './conditions.ts';
import { indexOf, isQuestion, type AnswerKind, type AssessmentKind, type CarrySource, type Condition, type Lead, type Note, type Option, type Part, type Question, type RiskModel, type Section, type Template, type Verdict } from './model.ts';

/** Without these a file cannot be read. */
const ALWAYS = ['vurdering', 'mal', 'tittel', 'svar'];

type Written = { [key: string]: Json };

/** The head that all templates share (schemas/templates/felles.yaml), as loaded. */
export interface SharedHead {
  fields: Question[];
  risk: RiskModel;
  /** Options that several templates use, by the list's name. */
  lists: Lists;
}
type Lists = { [name: string]: Option[] };

export function loadHead(written: Written): SharedHead {
  const lists: Lists = {};
  for (const [name, options] of Object.entries((written['valglister'] as Written) ?? {})) lists[name] = loadOptions(options, {});
  return {
    fields: list(written['felter']).map((field) => loadQuestion(field, new Map(), lists)),
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

/** Loads a template. `problems` is empty when all is well; the model is only to be used then. */
export function loadTemplate(written: Written, head: SharedHead, knownArticle: (reference: string) => boolean): { template: Template; problems: string[] } {
  const leads = new Map<string, string>();
  const parts: Part[] = list(written['deler']).map((part) => ({
    id: text(part['id']),
    title: text(part['tittel']),
    ...optional('guidance', part['veiledning']),
    sections: list(part['seksjoner']).map((section) => loadSection(section, leads, head.lists)),
  }));
  const criteria = collectCriteria(written);
  const own = loadRisk(written);
  const template: Template = {
    id: text(written['mal']),
    kind: text(written['vurdering']) as AssessmentKind,
    title: text(written['tittel']),
    ...optional('originalTitle', written['malens-tittel']),
    publisher: text(written['utgiver']),
    version: text(written['versjon']),
    ...optional('source', written['kilde']),
    ...optional('introduction', written['innledning']),
    ...optional('origin', written['opphav']),
    links: list(written['lenker']).map((link) => ({ text: text(link['tekst']), url: text(link['adresse']) })),
    notes: list(written['merknader']).map(loadNote),
    criteria,
    risk: {
      scales: { ...head.risk.scales, ...own.scales },
      levels: own.levels.length ? own.levels : head.risk.levels,
    },
    head: headOf(written, head),
    parts,
  };
  const unknown = strings(written['hode']).filter((id) => !head.fields.some((field) => field.id === id)).map((id) => `hode: «${id}» finnes ikke i felles.yaml`);
  const lacking = ALWAYS.filter((id) => !template.head.some((field) => field.id === id) && head.fields.some((field) => field.id === id)).map((id) => `hode: «${id}» må være med`);
  return { template, problems: [...unknown, ...lacking, ...problemsOf(template, knownArticle)] };
}

/** The head's fields that the template has use for, with its own words for options; all of them where it does not say. */
function headOf(written: Written, head: SharedHead): Question[] {
  const wanted = strings(written['hode']);
  const fields = wanted.length ? head.fields.filter(({ id }) => wanted.includes(id)) : head.fields;
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

function loadSection(written: Written, leads: Map<string, string>, lists: Lists): Section {
  const quotation = written['sitat'] as Written | undefined;
  const criteria = written['kriterier'] as Written | undefined;
  const items = list(written['spørsmål']).map((item): Question | Lead => {
    if (item['svartype'] === 'ledetekst') {
      leads.set(text(item['id']), text(item['tekst']));
      return { id: text(item['id']), text: text(item['tekst']) };
    }
    if (item['svartype'] === 'henvisning') return { id: text(item['id']), text: text(item['tekst']), refersTo: text(item['til']) };
    return within(written['når'], loadQuestion(item, leads, lists));
  });
  return {
    id: text(written['id']),
    title: text(written['tittel']),
    ...optional('guidance', written['veiledning']),
    ...(quotation ? { quotation: { ...optional('title', quotation['tittel']), text: text(quotation['tekst']), place: text(quotation['sted']) } } : {}),
    ...(criteria ? optional('criteriaTitle', criteria['tittel']) : {}),
    ...(written['bilde'] === 'hjul' || written['bilde'] === 'dataflyt' ? { picture: written['bilde'] } : {}),
    items,
    sections: list(written['seksjoner']).map((section) => loadSection(section, leads, lists)),
    notes: list(written['merknader']).map(loadNote),
  };
}

/** The question under its section's condition too. */
function within(condition: Json | undefined, question: Question): Question {
  if (!condition) return question;
  return { ...question, condition: question.condition ? { allOf: [condition, question.condition] } : (condition as Condition) };
}

function loadNote(written: Written): Note {
  return { text: text(written['tekst']), points: strings(written['punkter']), articles: strings(written['artikler']) };
}

export function loadQuestion(written: Written, leads: Map<string, string>, lists: Lists): Question {
  const under = written['under'];
  const lead = typeof under === 'string' ? leads.get(under) : undefined;
  return {
    id: text(written['id']),
    text: text(written['tekst']),
    kind: loadKind(written, lists),
    required: written['kreves'] === true,
    ...(written['når'] ? { condition: written['når'] as Condition } : {}),
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
    carriedFrom: list(written['hentes-fra']).map(loadSource),
  };
}

function loadSource(written: Written): CarrySource {
  const [question = '', ...also] = Array.isArray(written['spørsmål']) ? strings(written['spørsmål']) : [text(written['spørsmål'])];
  return { template: text(written['mal']), question, ...(also.length ? { also } : {}), ...optional('form', written['ord']) };
}

/** The options as listed, or the shared list that is named; a name that no list has gives none, which is a problem of its own. */
function loadOptions(written: Json | undefined, lists: Lists): Option[] {
  if (typeof written === 'string') return lists[written] ?? [];
  return list(written).map((option) => ({ value: text(option['verdi']), text: text(option['tekst']) }));
}

function loadKind(written: Written, lists: Lists): AnswerKind {
  const options = loadOptions(written['valg'], lists);
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
      fields: list(written['felter']).map((field) => loadQuestion(field, new Map(), lists)),
      repeated: written['gjentas'] === true,
      ...(typeof written['for-hver'] === 'string' ? { forEach: written['for-hver'] } : {}),
    };
    default: return { type: 'text' };
  }
}

function problemsOf(template: Template, knownArticle: (reference: string) => boolean): string[] {
  const problems: string[] = [];
  const index = indexOf(template);
  const seen = new Set<string>();
  const isFact = (name: string): boolean => index.questions.has(name) || index.head.has(name);
  const optionSource = (source: string): boolean => {
    const [id = '', field] = source.split('/');
    if (source === 'malens kriterier') return true;
    const question = index.questions.get(id)?.question ?? index.head.get(id);
    if (!question) return false;
    return field === undefined || (question.kind.type === 'group' && question.kind.fields.some((f) => f.id === field));
  };
  const check = (question: Question, where: string): void => {
    if (seen.has(where)) problems.push(`${where}: id-en er brukt før`);
    seen.add(where);
    if (question.condition) for (const problem of conditionProblems(question.condition, isFact)) problems.push(`${where}, når: ${problem}`);
    for (const reference of question.articles) if (!knownArticle(reference)) problems.push(`${where}, artikler: «${reference}» finnes ikke i kildene`);
    const kind = question.kind;
    if ('optionsFrom' in kind && kind.optionsFrom && !optionSource(kind.optionsFrom)) problems.push(`${where}, valg-fra: «${kind.optionsFrom}» er ikke et svar med valg`);
    if ((kind.type === 'one-of' || kind.type === 'some-of') && !kind.options.length && !kind.optionsFrom) problems.push(`${where}: trenger valg eller valg-fra`);
    if (kind.type === 'level' && !template.risk.scales[kind.scale]) problems.push(`${where}, skala: «${kind.scale}» finnes ikke`);
    if (kind.type === 'group') {
      if (kind.forEach && !optionSource(kind.forEach)) problems.push(`${where}, for-hver: «${kind.forEach}» er ikke et svar med rader eller valg`);
      for (const field of kind.fields) check(field, `${where}/${field.id}`);
    }
  };
  for (const field of template.head) check(field, field.id);
  const sections = new Set<string>();
  const visit = (section: Section): void => {
    if (sections.has(section.id)) problems.push(`${section.id}: id-en er brukt av en annen seksjon`);
    sections.add(section.id);
    for (const item of section.items) if (isQuestion(item)) check(item, item.id);
    section.sections.forEach(visit);
  };
  for (const part of template.parts) part.sections.forEach(visit);
  for (const placed of index.questions.values()) {
    const { answeredIn, detailedIn, id } = placed.question;
    if (answeredIn && !index.head.has(answeredIn.split('.')[0]!)) problems.push(`${id}, besvares-i: «${answeredIn}» finnes ikke i hodet`);
    if (detailedIn && !index.sections.has(detailedIn)) problems.push(`${id}, utdypes-i: seksjonen «${detailedIn}» finnes ikke`);
  }
  return problems;
}

const list = (value: Json | undefined): Written[] => (Array.isArray(value) ? (value as Written[]) : []);
const strings = (value: Json | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);
const text = (value: Json | undefined): string => (value === undefined || value === null ? '' : String(value).trim());
function optional<K extends string>(key: K, value: Json | undefined): { [key in K]?: string } {
  return value === undefined || value === null ? {} : ({ [key]: text(value) } as { [key in K]: string });
}
