import type { Analysis } from '../analysis.ts';
import { optionsOf } from '../assessment/options.ts';
import { isSuppressibleRule } from '../rules/model.ts';
import { NOT_RELEVANT, type Question } from '../templates/model.ts';
import type { Completion } from './model.ts';
import { asScalar, literal } from './completion-write.ts';
import type { Expected } from './completion-place.ts';
import type { Cursor } from './cursor.ts';
import { shortened } from './words.ts';

type Value = { value: string; detail?: string; kind?: Completion['kind']; insert?: string; quoted?: boolean };

/** The values that a question or field can have, for the cursor behind its colon or within its list. */
export function valueCompletions(analysis: Analysis, cursor: Cursor, expected: Expected): Completion[] {
  const question = expected.question;
  if (!question || expected.words) return [];
  const inList = cursor.part === 'item' || expected.inRow;
  const values = valuesOf(analysis, question, cursor);
  const list = question.kind.type === 'some-of' && !inList;
  const items = values.map((each, order): Completion => {
    const text = each.quoted === false ? each.value : asScalar(each.value);
    return {
      label: each.value,
      kind: each.kind ?? 'value',
      ...(each.detail ? { detail: each.detail } : {}),
      insert: list ? `[${text}]` : text,
      snippet: false,
      range: cursor.typed,
      order,
      filter: each.detail && /^\d+$/.test(each.value) ? `${each.value} ${each.detail}` : each.value,
    };
  });
  if (expected.answer && cursor.part === 'value' && !cursor.flow) items.push(...explained(analysis, cursor, question, items.length));
  return items;
}

function valuesOf(analysis: Analysis, question: Question, cursor: Cursor): Value[] {
  const { assessment, context } = analysis;
  const { library, texts } = context;
  const path = cursor.path.filter((step) => step !== '-').join('/');
  if (path === 'mal') return library.templates.filter((template) => template.kind === assessment.kind).map((template) => ({ value: template.id, detail: template.title }));
  if (path === 'vurdering' && question.kind.type === 'one-of') {
    return question.kind.options.filter((option) => library.templates.some((template) => template.kind === option.value)).map((option) => ({ value: option.value, detail: option.text }));
  }
  if (path === 'behandlingsansvarlig' && context.configuration?.organisation.name) return [{ value: context.configuration.organisation.name, detail: texts('completion.organisation') }];
  const officer = context.configuration?.organisation.officer;
  if (assessment.kind === 'behandlingsoversikt' && path === 'svar/ombud' && officer) return [{ value: officer, detail: texts('completion.officer') }];
  const contact = context.configuration?.organisation.contact;
  if (assessment.kind === 'behandlingsoversikt' && path === 'svar/kontakt' && contact) return [{ value: contact, detail: texts('completion.organisation') }];
  if (path === 'undertrykk/funn') return ruleCodes(analysis);
  if (path === 'undertrykk/på') return places(analysis);
  const irrelevant: Value[] = question.mayBeIrrelevant ? [{ value: NOT_RELEVANT, detail: texts('completion.not-relevant') }] : [];
  const { kind } = question;
  switch (kind.type) {
    case 'yes-no': return [{ value: 'ja' }, { value: 'nei' }, ...(kind.partial ? [{ value: 'delvis' }] : []), ...irrelevant];
    case 'one-of': case 'some-of': {
      const numbers = question.id === 'kriterier';
      return [...(optionsOf(analysis.assessment, question) ?? []).map((option) => ({ value: option.value, detail: option.text, quoted: !numbers })), ...(kind.type === 'one-of' ? irrelevant : [])];
    }
    case 'level': return (assessment.template.risk.scales[kind.scale] ?? []).map((step) => ({ value: String(step.value), detail: step.text, quoted: false }));
    case 'date': return [{ value: context.today, detail: texts('completion.checked-today'), quoted: false }];
    default: return kind.type === 'prose' && cursor.part !== 'value' ? [] : irrelevant;
  }
}

/** The codes that may be suppressed, those that the file has now first. */
function ruleCodes(analysis: Analysis): Value[] {
  const { context } = analysis;
  const present = new Set(analysis.findings().map((finding) => finding.code));
  const rules = context.library.rules.filter(isSuppressibleRule);
  return [...rules.filter((rule) => present.has(rule.code)), ...rules.filter((rule) => !present.has(rule.code))].map((rule) => ({ value: rule.code, detail: rule.title, kind: 'code' }));
}

/** Where findings stand now, then the other keys and questions of the file. */
function places(analysis: Analysis): Value[] {
  const { assessment } = analysis;
  const found = analysis.findings().map((finding) => finding.path).filter(Boolean);
  const all = [...found, ...assessment.answers.keys(), ...assessment.head.keys()];
  return [...new Set(all)].map((path) => {
    const question = assessment.index.questions.get(path)?.question ?? assessment.index.head.get(path);
    return { value: path, ...(question ? { detail: shortened(question.text, 80) } : {}) };
  });
}

/** «ja, med forklaring»: turns the bare answer into a block, where the template wants words at that verdict. */
function explained(analysis: Analysis, cursor: Cursor, question: Question, from: number): Completion[] {
  const pad = ' '.repeat(cursor.hang + 2);
  // The space behind the colon goes with it, or it would be left at the line's end.
  const space = /[ ]*$/.exec(analysis.text.slice(Math.max(0, cursor.typed.start - 8), cursor.typed.start))![0];
  const range = { start: cursor.typed.start - space.length, end: cursor.typed.end };
  const item = (verdict: string, key: string, order: number): Completion => ({
    label: key === 'forklaring' ? analysis.context.texts('completion.explained', { svar: verdict }) : `${verdict}, ${analysis.context.texts('completion.not-relevant')}`,
    kind: 'snippet',
    insert: `\n${pad}svar: ${literal(verdict)}\n${pad}${key}: $0`,
    snippet: true,
    range,
    order: from + order,
    filter: `${space}${verdict} ${key}`,
  });
  return [
    ...question.explainAt.map((verdict, i) => item(verdict, 'forklaring', i)),
    ...(question.mayBeIrrelevant ? [item(NOT_RELEVANT, 'begrunnelse', question.explainAt.length)] : []),
  ];
}
