/** The facts of the front page: what the file is about, where it stands, and the files that it builds on. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { optionsOf } from '../assessment/options.ts';
import { answerOfRole, questionOfRole } from '../assessment/roles.ts';
import { folded } from '../assessment/normalise.ts';
import type { Organisation } from '../config/model.ts';
import type { Json } from '../syntax/nodes.ts';
import type { TextKey } from '../texts/texts.ts';
import { valueInside } from '../texts/values.ts';
import { factItem } from './answer.ts';
import { toWritten } from './beside.ts';
import { revisionWords } from './history.ts';
import { list, span, text } from './nodes.ts';
import { record, sourceOf, type ReportContext } from './model.ts';
import { formatDate } from '../texts/dates.ts';

/** A row of the list: its name, its words, and where they come from. `wanted`: shown as not given where there are none. */
interface Fact {
  name: TextKey;
  words: string | PhrasingContent[] | undefined;
  path: string;
  wanted?: boolean;
}

export const frontList = (context: ReportContext): RootContent => list(frontFacts(context), { class: 'v-facts v-front-facts' });

function frontFacts(context: ReportContext): ListItem[] {
  return factsOf(context).flatMap(({ name, words, path, wanted }) => {
    if (words === undefined && !wanted) return [];
    const row = factItem(context.texts(name), words ?? [span({ class: 'v-absent' }, context.texts('report.not-given'))]);
    const { line } = sourceOf(context, path);
    return [{ ...row, data: { ...row.data, hProperties: { ...row.data?.hProperties, dataPath: path, dataLine: String(line) } } }];
  });
}

/** The controller, with its number where it is the organisation that the configuration is about. */
function controllerWords(controller: string | undefined, organisation: Organisation | undefined, { texts }: ReportContext): string | undefined {
  return controller !== undefined && organisation?.number && isAbout(organisation, controller) ? texts('report.fact.controller.number', { navn: controller, nummer: organisation.number }) : controller;
}

/** How the organisation's personvernombud is reached, and how the organisation is. */
function officerFact(controller: string | undefined, organisation: Organisation | undefined): Fact[] {
  if (controller === undefined || !organisation || !isAbout(organisation, controller)) return [];
  return [{ name: 'report.fact.officer', words: organisation.officer, path: '' }, { name: 'report.fact.contact', words: organisation.contact, path: '' }];
}

/** The row in the record and the day of it, with the way to the record. */
function recordWords(context: ReportContext, file: string | undefined, id: string | undefined, day: string | undefined): PhrasingContent[] | undefined {
  if (!id) return undefined;
  return [file === undefined ? text(id) : toWritten(context, file, id), ...(day ? [text(`, ${day}`)] : [])];
}

const isAbout = ({ name }: Organisation, controller: string): boolean => name !== undefined && folded(name) === folded(controller);

function factsOf(context: ReportContext): Fact[] {
  const { assessment, texts } = context;
  const { facts, index, template } = assessment;
  const organisation = context.analysis.context.configuration?.organisation;
  const has = (key: string): boolean => index.head.has(key);
  const string = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
  const date = (value: Json | undefined): string | undefined => (typeof value === 'string' ? formatDate(texts, value) : undefined);
  const role = (name: TextKey, role: string): Fact => ({ name, words: wordsOf(role), path: questionOfRole(assessment, role)?.id ?? '' });
  const wordsOf = (role: string): string | undefined => {
    const question = questionOfRole(assessment, role);
    const value = answerOfRole(assessment, role);
    const options = question && optionsOf(assessment, question);
    const words = (value === undefined ? [] : [value].flat()).map((each) => options?.find((option) => option.value === each)?.text ?? String(each));
    return words.length ? words.join(', ') : undefined;
  };
  const entry = record(facts['behandlingsoversikt']);
  const base = ['ip', 'plm', 'dpia'].flatMap((key) => {
    const written = string(facts[key]);
    return written === undefined ? [] : [toWritten(context, written, written.split('/').at(-1)!)];
  });
  const facing: Fact[] = [
    { name: 'report.fact.controller', words: controllerWords(string(facts['behandlingsansvarlig']), organisation, context), path: 'behandlingsansvarlig', wanted: true },
    ...officerFact(string(facts['behandlingsansvarlig']), organisation),
    role('report.fact.service', 'tjeneste'), role('report.fact.platform', 'plattform'), role('report.fact.strategy', 'strategi'),
    { name: 'report.fact.template', words: `${template.title} (${template.version})`, path: 'mal' },
    { name: 'report.history.revision.name', words: revisionWords(context), path: '' },
    { name: 'report.fact.start', words: date(facts['oppstart']), path: 'oppstart', wanted: has('oppstart') },
    { name: 'report.fact.running', words: facts['i-bruk'] === undefined ? undefined : valueInside(String(facts['i-bruk']), texts), path: 'i-bruk' },
    { name: 'report.fact.review', words: date(facts['neste-gjennomgang']), path: 'neste-gjennomgang', wanted: has('neste-gjennomgang') },
    { name: 'report.fact.base', words: base.length ? base.flatMap((each, i) => (i ? [text(', '), each] : [each])) : undefined, path: ['ip', 'plm', 'dpia'].find((key) => facts[key] !== undefined) ?? '' },
    { name: 'report.fact.record', words: recordWords(context, string(entry['fil']), string(entry['id']), date(entry['dato'])), path: 'behandlingsoversikt' },
  ];
  return facing;
}
