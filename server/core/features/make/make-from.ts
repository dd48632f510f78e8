import { addressOf, linkTo, nameIn } from '../../across/addresses.ts';
import { carriedAnswers, type Carried } from '../../assessment/carry.ts';
import { PLACEHOLDER } from '../../assessment/normalise.ts';
import { resolve } from '../../assessment/paths.ts';
import { contextIn, templateFor, type Context } from '../../library.ts';
import { isBlank, toJson } from '../../syntax/nodes.ts';
import { indexOf, type AssessmentKind, type Question, type Template } from '../../templates/model.ts';
import { textOf } from '../../assessment/facts.ts';
import { questionOfRole } from '../../assessment/roles.ts';
import { setField } from '../fixes/head.ts';
import { frame, type Given } from './frame.ts';
import type { Change, Located } from './model.ts';
import { freeAddress, stemOf } from './names.ts';
import { copied, copiedValue, keyed, value } from './yaml.ts';
import { placesOf } from '../../assessment/words-at.ts';

/**
 * «Lag PLM fra denne»: a new file of another kind about the same processing, beside the first of `sources`, with every
 * answer that it asks for again and they already have, and the links between them. The first source that has an answer
 * gives it. The sources that can name the new file and name none of its kind yet get the link. Undefined where no
 * template is of the kind.
 */
export function makeFrom(reader: Context, sources: readonly [Located, ...Located[]], kind: AssessmentKind, isTaken: (address: string) => boolean): Change | undefined {
  // What is written into the file is in the language of what it is made from.
  const context = contextIn(reader, sources[0].analysis.language);
  const template = templateFor(context.library, kind, undefined);
  if (!template) return undefined;
  const [first] = sources;
  const folder = first.address.slice(0, first.address.lastIndexOf('/') + 1);
  const address = freeAddress(`${folder}${kind === 'behandlingsoversikt' ? kind : `${stemOf(first.address)}.${kind}`}.yaml`, isTaken);
  const head = new Map<string, Given>();
  const answers = new Map<string, Given>();
  for (const source of sources) {
    for (const [key, given] of headFrom(source, template, first, context)) if (!head.has(key)) head.set(key, given);
    for (const [key, given] of needFrom(source, template, context)) if (!head.has(key)) head.set(key, given);
    for (const [id, given] of answersFrom(source, template, context)) if (!answers.has(id)) answers.set(id, given);
  }
  for (const [key, link] of linksFrom(sources, template, address)) if (!head.has(key)) head.set(key, { value: link });
  const text = frame(context, template, { head, answers });
  const edits = sources.flatMap((source) => {
    const own = linkBack(source, kind, address);
    return own.length ? [{ address: source.address, edits: own }] : [];
  });
  return { create: { address, text }, edits, show: address };
}

/** What is the same in every assessment of a case. The title and such need no word on where they come from. */
function headFrom({ address, analysis }: Located, template: Template, first: Located, context: Context): [string, Given][] {
  return template.head.flatMap((field): [string, Given][] => {
    const entry = field.goesAlong ? analysis.assessment.head.get(field.id) : undefined;
    if (!entry || isBlank(entry.value) || analysis.assessment.facts[field.id] === undefined) return [];
    const comments = field.required && address === first.address ? [] : [context.texts('make.from', { fil: nameIn(address), sted: field.id })];
    return [[field.id, { value: copied(analysis, entry), comments }]];
  });
}

/** What an IP concludes on when the risk is high is the conclusion of DEL I: it needs a DPIA, and why. */
function needFrom({ address, analysis: { assessment } }: Located, template: Template, { texts }: Context): [string, Given][] {
  const need = template.head.find(({ id }) => id === 'behov');
  const risk = questionOfRole(assessment, 'risiko');
  if (!need || !risk || assessment.facts[risk.id] !== 'høy') return [];
  const why = questionOfRole(assessment, 'risiko-grunn');
  const words = why ? textOf(assessment.facts[why.id]) : '';
  const places = texts.and([risk.id, ...(words && why ? [why.id] : [])]);
  const lines = ['konklusjon: ja', ...keyed('begrunnelse', value(words || PLACEHOLDER))];
  return [[need.id, { value: lines.map((line) => `\n  ${line}`).join(''), comments: [texts('make.from', { fil: nameIn(address), sted: places })] }]];
}

function answersFrom({ address, analysis }: Located, template: Template, { texts }: Context): Map<string, Given> {
  const byQuestion = new Map<string, Carried[]>();
  for (const each of carriedAnswers(analysis.assessment, template)) byQuestion.set(each.question, [...(byQuestion.get(each.question) ?? []), each]);
  const answers = new Map<string, Given>();
  for (const [id, carried] of byQuestion) {
    const places = texts.and([...new Set(carried.flatMap(({ from }) => placesOf(from).map((place) => place.replace('/', ', '))))]);
    const comments = [texts('make.from', { fil: nameIn(address), sted: places })];
    const written = (each: Carried): string => (each.words !== undefined ? value(each.words) : each.into !== undefined && each.answer.valueNode !== each.answer.node ? value(toJson(each.answer.valueNode)) // a field has no `svar`
      : each.entries.length === 1 ? copied(analysis, each.entries[0]!) : each.entries.map((entry) => `\n  - ${copiedValue(analysis, entry)}`).join(''));
    const whole = carried.find(({ into }) => into === undefined);
    answers.set(id, { value: whole ? written(whole) : group(template, id, new Map(carried.map((each) => [each.into!, written(each)]))), comments });
  }
  return answers;
}

/** A group, or the one row of a repeated one, with some of its fields filled in. */
function group(template: Template, id: string, given: Map<string, string>): string {
  const question = indexOf(template).questions.get(id)?.question;
  if (question?.kind.type !== 'group') return '';
  const { fields, repeated } = question.kind;
  const lines = fields.flatMap((field) => {
    const written = given.get(field.id);
    if (written === undefined && !field.required) return [];
    const [line = '', ...rest] = (written ?? PLACEHOLDER).split('\n');
    return [`${field.id}:${line ? ` ${line}` : ''}`, ...rest];
  });
  return lines.map((line, i) => (line ? `\n${repeated ? (i === 0 ? '  - ' : '    ') : '  '}${line}` : '\n')).join('');
}

/** The head's links to the sources, and to what they name themselves, written from where the new file lies. */
function linksFrom(sources: readonly Located[], template: Template, address: string): Map<string, string> {
  const links = new Map<string, string>();
  const isLink = (field: Question): boolean => field.kind.type === 'file' && field.kind.kinds.some((kind) => kind === field.id);
  for (const field of template.head.filter(isLink)) {
    const source = sources.find(({ analysis }) => analysis.assessment.kind === field.id);
    if (source) links.set(field.id, value(linkTo(address, source.address)));
  }
  for (const { address: from, analysis } of sources) {
    for (const field of template.head.filter(isLink)) {
      const target = addressOf(from, textOf(analysis.assessment.facts[field.id]));
      if (target !== undefined && !links.has(field.id) && field.id !== template.kind) links.set(field.id, value(linkTo(address, target)));
    }
  }
  return links;
}

/** The link to another assessment in one that was there, if it has a key for it and nothing stands there yet. */
export function linkBack({ address, analysis }: Located, kind: AssessmentKind, to: string): Change['edits'][number]['edits'] {
  const field = analysis.assessment.index.head.get(kind);
  if (field?.kind.type !== 'file') return [];
  const { node, found } = resolve(analysis.assessment, kind);
  return found && !isBlank(node) ? [] : setField(analysis, kind, value(linkTo(address, to)));
}
