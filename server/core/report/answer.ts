/** An answer of any kind as blocks: the verdict as a badge, prose as Markdown, dates in words, groups as a list or table. */
import type { BlockContent, ListItem, PhrasingContent, RootContent, TableCell } from 'mdast';
import type { Json } from '../syntax/nodes.ts';
import { NOT_RELEVANT, type Question } from '../templates/model.ts';
import type { Texts } from '../texts/texts.ts';
import { valueWord } from '../texts/values.ts';
import { toWritten } from './beside.ts';
import { block, cell, item, list, only, paragraph, span, strong, table, text } from './nodes.ts';
import { record, type ReportContext } from './model.ts';
import { formatDate } from '../texts/dates.ts';

const BADGES: { [verdict: string]: string } = { ja: 'v-yes', nei: 'v-no', delvis: 'v-partly', [NOT_RELEVANT]: 'v-irrelevant' };

/** «Ja», «Nei», «Delvis», «Ikke relevant»: colours that tell them apart without calling one of them good. */
export function verdictBadge(verdict: string, texts: Texts): PhrasingContent {
  return span({ class: `v-badge ${BADGES[verdict] ?? 'v-option'}` }, [strong(valueWord(verdict, texts))]);
}

/** «Ubesvart», in a way that nobody overlooks. */
export function missingBadge(texts: Texts, why?: string): PhrasingContent {
  return span({ class: 'v-badge v-missing', title: why }, [strong(texts('report.unanswered'))]);
}

/** The words of a value that fits on a line; undefined for values that do not. */
export function shortValue(context: ReportContext, question: Question | undefined, value: Json | undefined): string | undefined {
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  const written = String(value);
  switch (question?.kind.type) {
    case 'yes-no': return valueWord(written, context.texts);
    case 'date': return formatDate(context.texts, written);
    case 'one-of': return optionText(question, written, context.texts);
    case 'level': {
      const step = context.assessment.template.risk.scales[question.kind.scale]?.find((each) => each.value === value);
      return step ? `${written} – ${step.text}` : written;
    }
    case 'prose': return undefined;
    default: return written;
  }
}

function optionText(question: Question, value: string, texts: Texts): string {
  const option = 'options' in question.kind ? question.kind.options.find((each) => each.value === value) : undefined;
  return option?.text ?? valueWord(value, texts);
}

/** A value of any kind, without its explanation. */
export function valueBlocks(context: ReportContext, question: Question | undefined, value: Json | undefined): RootContent[] {
  if (value === undefined || value === null) return [];
  const short = shortValue(context, question, value);
  if (short !== undefined) return [paragraph(short)];
  if (typeof value === 'string') return context.prose(value);
  if (typeof value !== 'object') return [paragraph(String(value))];
  if (question?.kind.type === 'group') return groupBlocks(context, question, value);
  if (Array.isArray(value)) return value.length ? [list(value.map((each) => item(itemWords(question, each, context.texts))))] : [paragraph(context.texts('report.none'))];
  return [];
}

function itemWords(question: Question | undefined, value: Json, texts: Texts): string {
  if (typeof value === 'string' && question) return optionText(question, value, texts);
  return value === null || typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function groupBlocks(context: ReportContext, question: Question, value: Exclude<Json, null | string | number | boolean>): RootContent[] {
  if (question.kind.type !== 'group') return [];
  const { fields, forEach } = question.kind;
  if (Array.isArray(value)) {
    const used = fields.filter((field) => value.some((row) => record(row)[field.id] !== undefined));
    const isFlat = used.every((field) => field.kind.type !== 'group');
    if (isFlat && used.length > 0 && used.length <= 5) return [fieldTable(context, used, value.map(record))];
    // The name of a processing is what the row is looked up by.
    const name = question.role === 'behandlinger' ? fields.find(({ id }) => id === 'navn') : undefined;
    return value.map(record).map((row) => {
      const named = name && row[name.id];
      return block({ class: 'v-row' }, [...(named ? [paragraph(strong(String(named)))] : []), ...fieldList(context, named ? fields.filter((field) => field !== name) : fields, row)]);
    });
  }
  if (forEach) return Object.entries(value).flatMap(([name, row]) => [paragraph(strong(name)), ...fieldList(context, fields, record(row))]);
  return fieldList(context, fields, value);
}

/** Rows of a repeated group as a table; a field's words stand as they are written (a cell holds no blocks). */
export function fieldTable(context: ReportContext, fields: readonly Question[], rows: readonly { [key: string]: Json }[], mark?: (field: Question, value: Json) => PhrasingContent | undefined): RootContent {
  const cells = (row: { [key: string]: Json }): TableCell[] =>
    fields.map((field) => {
      const value = row[field.id];
      if (value === undefined || value === null) return cell([]);
      const date = field.kind.type === 'date' ? span({ class: 'v-date' }, shortValue(context, field, value) ?? '') : undefined;
      return cell(mark?.(field, value) ?? date ?? shortValue(context, field, value) ?? (Array.isArray(value) ? value.map(String).join(', ') : String(value).trim()));
    });
  return block({ class: 'v-scroll' }, [table(fields.map((field) => label(context, field)), rows.map(cells), { class: 'v-table' })]);
}

/** The fields of a group, each with its name in front; fields without a value are left out. */
export function fieldList(context: ReportContext, fields: readonly Question[], values: { [key: string]: Json }): RootContent[] {
  const items = fields.flatMap((field): ListItem[] => {
    const value = values[field.id];
    if (value === undefined || value === null) return [];
    const words = field.kind.type === 'file' && typeof value === 'string' ? [toWritten(context, value, value)] : shortValue(context, field, value);
    return [factItem(label(context, field), words ?? valueBlocks(context, field, value))];
  });
  return items.length ? [list(items, { class: 'v-facts' })] : [];
}

/** «Navn: verdi», the value a line of words or blocks of its own. */
export function factItem(name: string, value: string | PhrasingContent[] | RootContent[]): ListItem {
  const lead: PhrasingContent[] = [span({ class: 'v-name' }, [strong(name)]), only('markdown', text(typeof value === 'string' || value.every(isInline) ? ': ' : ':'))];
  if (typeof value === 'string') return item([...lead, span({ class: 'v-value' }, value)], { class: 'v-fact' });
  if (value.every(isInline)) return item([...lead, span({ class: 'v-value' }, value as PhrasingContent[])], { class: 'v-fact' });
  return { ...item([paragraph(lead), block({ class: 'v-value' }, value as RootContent[])] as BlockContent[], { class: 'v-fact' }), spread: true };
}

const isInline = (node: RootContent | PhrasingContent): boolean => ['span', 'text', 'link', 'strong'].includes(node.type);

/** A field's name for readers: short where the catalogue has one, otherwise the template's text. */
export function label(context: ReportContext, field: Question): string {
  const short = SHORT_LABELS[field.id];
  return short ? context.texts(short) : field.text;
}
const SHORT_LABELS: { [field: string]: Parameters<Texts>[0] } = {
  tiltak: 'report.field.measure', ansvarlig: 'report.field.responsible', frist: 'report.field.deadline', status: 'report.field.status',
  forbedring: 'report.field.improvement', kilde: 'report.field.source', 'konsekvens-for-registrerte': 'report.field.consequence-for-data-subject',
  rettigheter: 'report.field.rights', av: 'report.field.decided-by', rolle: 'report.field.role', dato: 'report.field.date', begrunnelse: 'report.field.reason',
  utfall: 'report.field.outcome', 'ganger-behandlet': 'report.field.times-treated', anmodet: 'report.field.requested', 'besluttet-av': 'report.field.requested-by',
  dokumentasjon: 'report.field.documentation', 'svar-fra-datatilsynet': 'report.field.authority-answer', 'svar-dato': 'report.field.authority-answer-date',
  innhentet: 'report.field.obtained', beskrivelse: 'report.field.description',
};
