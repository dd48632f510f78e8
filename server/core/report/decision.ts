/** What others say of the assessment: the data subjects' views, the personvernombud's advice, the decision, Datatilsynet. */
import type { RootContent } from 'mdast';
import type { Json } from '../syntax/nodes.ts';
import type { Question } from '../templates/model.ts';
import type { TextKey } from '../texts/texts.ts';
import { OUTCOMES } from '../texts/values.ts';
import { fieldList, fieldTable, missingBadge, valueBlocks, verdictBadge } from './answer.ts';
import { marksAt } from './findings.ts';
import { block, heading, paragraph, span, strong, text } from './nodes.ts';
import { record, records, sourceOf, type ReportContext } from './model.ts';
import { formatDate } from '../texts/dates.ts';

/** A head key's block by its name, as the report shows it wherever it belongs. `title` is left out inside a part. */
export function headBlock(context: ReportContext, key: string, titled: boolean): RootContent | undefined {
  const field = context.assessment.index.head.get(key);
  if (!field) return undefined;
  const content = CONTENT[key]?.(context, field) ?? general(context, field);
  const marks = marksAt(context, key);
  if (!content.length && !marks) return undefined;
  return block({ class: titled ? 'v-section' : 'v-head', id: key, ...sourceOf(context, key) }, [titled ? heading(2, TITLES[key] ? context.texts(TITLES[key]) : field.text) : undefined, ...content, marks], titled ? 'section' : 'div');
}

/** Headings, where the template's own text is longer than a heading should be. */
const TITLES: { [key: string]: TextKey } = {
  'barnets-beste': 'report.head.best-interests', eget: 'report.head.own', 'forhåndsdrøftelse': 'report.head.prior-consultation', 'registrertes-synspunkter': 'report.head.views',
};

type Content = (context: ReportContext, field: Question) => RootContent[];

function general(context: ReportContext, field: Question): RootContent[] {
  const value = context.assessment.facts[field.id];
  return value === undefined ? [] : valueBlocks(context, field, value);
}

const open = (context: ReportContext, words: string): RootContent => block({ class: 'v-open' }, [paragraph([missingBadge(context.texts), text(' '), text(words)])]);

const advice: Content = (context) => {
  const { råd, dato } = record(context.assessment.facts['personvernombud']);
  // Art. 35 nr. 2 asks for it in a DPIA; in other kinds it is there when somebody has given it.
  if (råd === undefined) return context.assessment.kind !== 'dpia' ? [] : [open(context, context.texts('report.advice.missing'))];
  const when = typeof dato === 'string' ? context.texts('report.advice.given', { date: formatDate(context.texts, dato) }) : context.texts('report.advice.undated');
  return [block({ class: 'v-statement' }, [...context.prose(String(råd)), paragraph(when, { class: 'v-quiet' })])];
};

const decision: Content = (context, field) => {
  const { texts } = context;
  const value = record(context.assessment.facts['beslutning']);
  const outcome = value['utfall'];
  if (outcome === undefined) return [open(context, texts('report.decision.missing'))];
  const fields = field.kind.type === 'group' ? field.kind.fields : [];
  const improvements = fields.find((each) => each.id === 'forbedringer');
  const rows = records(value['forbedringer']);
  return [
    block({ class: 'v-statement' }, [
      paragraph([outcomeBadge(context, outcome)]),
      ...(typeof value['begrunnelse'] === 'string' ? context.prose(value['begrunnelse']) : [paragraph(texts('report.decision.no-reason'), { class: 'v-quiet' })]),
      ...fieldList(context, fields.filter((each) => ['av', 'rolle', 'dato', 'ganger-behandlet'].includes(each.id)), value),
    ]),
    ...(improvements?.kind.type === 'group' && rows.length ? [paragraph(strong(improvements.text)), fieldTable(context, improvements.kind.fields, rows)] : []),
  ];
};

const CLASSES: { [outcome in keyof typeof OUTCOMES]: string } = { godkjent: 'v-approved', betinget: 'v-conditional', 'ikke godkjent': 'v-rejected' };

/** Godkjent, betinget, ikke godkjent. */
export function outcomeBadge(context: ReportContext, outcome: Json): ReturnType<typeof span> {
  const known = (Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[]).find((each) => each === String(outcome));
  return span({ class: `v-badge v-outcome ${known ? CLASSES[known] : ''}`.trim() }, [strong(known ? context.texts(OUTCOMES[known]) : String(outcome))]);
}

const views: Content = (context) => {
  const { innhentet, beskrivelse } = record(context.assessment.facts['registrertes-synspunkter']);
  if (innhentet === undefined && beskrivelse === undefined) return [];
  return [
    paragraph([text(`${context.texts('report.views.obtained')} `), innhentet === undefined ? missingBadge(context.texts) : verdictBadge(String(innhentet), context.texts)]),
    ...(beskrivelse === undefined ? [] : context.prose(String(beskrivelse))),
  ];
};

const own: Content = (context) =>
  records(context.assessment.facts['eget']).map((row, i) => block({ class: 'v-q', ...sourceOf(context, `eget/${i}`) }, [
    paragraph([span({ class: 'v-text' }, [strong(String(row['spørsmål'] ?? ''))])], { class: 'v-ask' }),
    block({ class: 'v-answer' }, row['svar'] === undefined ? [paragraph(missingBadge(context.texts))] : context.prose(String(row['svar']))),
  ]));

const need: Content = (context) => {
  const { konklusjon, begrunnelse } = record(context.assessment.facts['behov']);
  if (konklusjon === undefined && begrunnelse === undefined) return [];
  return [
    paragraph([span({ class: 'v-text' }, context.texts('report.need')), text(' '), konklusjon === undefined ? missingBadge(context.texts) : verdictBadge(String(konklusjon), context.texts)], { class: 'v-ask' }),
    ...(begrunnelse === undefined ? [] : [block({ class: 'v-answer' }, context.prose(String(begrunnelse)))]),
  ];
};

const CONTENT: { [key: string]: Content } = { personvernombud: advice, beslutning: decision, 'registrertes-synspunkter': views, eget: own, behov: need };
