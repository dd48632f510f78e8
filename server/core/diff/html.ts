/** The comparison as a tree for HTML, in the report's style: before and after side by side. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { valueBlocks } from '../report/answer.ts';
import { block, heading, item, list, paragraph, span, strong, text } from '../report/nodes.ts';
import { sourceOf } from '../report/model.ts';
import { drawMatrix } from '../report/pictures/matrix.ts';
import { prose } from '../report/prose.ts';
import { levelChip } from '../report/risks.ts';
import type { Finding } from '../findings.ts';
import { answerItem, headItem, riskChangesOf, wholeRisk, type Change, type Item, type Sides } from './items.ts';
import { added, gone, markedBlocks } from './marked.ts';
import type { ChangeKind, Difference, RiskChange } from './model.ts';
import { tallies } from './summary.ts';

/** @param depth of the headings of its sections */
export function differenceBlocks(difference: Difference, sides: Sides, depth: 2 | 3): RootContent[] {
  const { texts } = sides.either;
  const section = (title: string, content: readonly (RootContent | undefined)[]): RootContent[] => (content.length ? [block({ class: 'v-section' }, [heading(depth, title), ...content], 'section')] : []);
  const { answers, head, risks, findings } = difference;
  const parts = sides.either.assessment.template.parts;
  const inPart = (id: string | undefined): RootContent[] => answers.filter(({ part }) => (id === undefined ? !parts.some((each) => each.id === part) : part === id)).map((each) => itemBlock(sides, answerItem(sides, each)));
  return [
    list(tallies(difference, texts).map((words) => item(words)), { class: 'v-tallies' }),
    ...section(texts('diff.head'), head.map((each) => itemBlock(sides, headItem(sides, each)))),
    ...parts.flatMap((part) => section(part.title, inPart(part.id))),
    ...section(texts('diff.answers'), inPart(undefined)),
    ...section(texts('report.risks'), risks.length ? [matrixOf(difference, sides), ...risks.map((risk) => riskBlock(sides, risk))] : []),
    ...section(texts('diff.findings'), [...findingsBlock(sides, 'new', findings.new, depth), ...findingsBlock(sides, 'gone', findings.gone, depth)]),
  ];
}

export const SIGNS: Record<ChangeKind, string> = { new: '+', gone: '−', changed: '±' };
const sign = (kind: ChangeKind): PhrasingContent => span({ class: 'v-diff-sign', hidden: true }, SIGNS[kind]);

function state({ either: { texts } }: Sides, kind: ChangeKind): PhrasingContent {
  return span({ class: `v-state v-state-${kind}` }, [sign(kind), text(` ${texts(kind === 'new' ? 'diff.added' : kind === 'gone' ? 'diff.gone' : 'diff.changed')}`)]);
}

/** What ties an element to the file that is open: the version after, where that has the place. */
const source = (sides: Sides, path: string): ReturnType<typeof sourceOf> | object => (sides.after ? sourceOf(sides.after, path) : {});

function itemBlock(sides: Sides, { id, title, kind, path, changes }: Item): RootContent {
  return block({ class: 'v-diff-item', ...source(sides, path) }, [
    paragraph([...(id ? [span({ class: 'v-id' }, [strong(id)]), text(' ')] : []), span({ class: 'v-text' }, title), text(' '), state(sides, kind)], { class: 'v-diff-title' }),
    ...changes.map((each) => changeBlock(sides, each)),
  ]);
}

function changeBlock(sides: Sides, change: Change): RootContent {
  const { name, kind, path, before, after, long, row } = change;
  const { texts } = sides.either;
  const lead = name ? [paragraph(name, { class: 'v-change-name' })] : [];
  const side = (of: 'before' | 'after', content: readonly RootContent[]): RootContent =>
    block({ class: `v-side v-side-${of}` }, [paragraph([sign(of === 'before' ? 'gone' : 'new'), text(` ${texts(of === 'before' ? 'diff.before' : 'diff.after')}`)], { class: 'v-side-name' }), ...content]);
  const attributes = { class: 'v-change', ...source(sides, path) };
  if (row) return block(attributes, [...lead, side(kind === 'gone' ? 'before' : 'after', valueBlocks((kind === 'gone' ? sides.before : sides.after) ?? sides.either, row.field, row.value))]);
  if (!long) {
    const words = [...(before === undefined ? [] : [gone(before)]), ...(before !== undefined && after !== undefined ? [span({ class: 'v-arrow' }, ' → ')] : []), ...(after === undefined ? [] : [added(after)])];
    return block(attributes, [...lead, paragraph(words, { class: 'v-line' })]);
  }
  if (before === undefined || after === undefined) return block(attributes, [...lead, side(before === undefined ? 'after' : 'before', prose((after ?? before)!))]);
  const marked = markedBlocks(before, after);
  return block(attributes, [...lead, block({ class: 'v-sides' }, [side('before', marked.before), side('after', marked.after)])]);
}

/** «R2»; of a risk that has another number now, both. */
export const riskName = ({ number: { before, after } }: RiskChange): string => (before !== undefined && after !== undefined && before !== after ? `R${before} → R${after}` : `R${after ?? before}`);

function riskBlock(sides: Sides, risk: RiskChange): RootContent {
  const { kind, scenario, initial, rest, path } = risk;
  const { either } = sides;
  const { texts } = either;
  const level = (name: string, { before, after }: RiskChange['rest']): PhrasingContent[] => {
    const same = before?.likelihood === after?.likelihood && before?.consequence === after?.consequence;
    const chips = kind === 'new' ? [levelChip(either, after)] : kind === 'gone' ? [levelChip(either, before)] : same ? [levelChip(either, after)] : [levelChip(either, before), span({ class: 'v-arrow' }, ' → '), levelChip(either, after)];
    return [span({ class: 'v-name' }, name), text(': '), ...chips];
  };
  return block({ class: 'v-diff-item v-diff-risk', ...source(sides, path) }, [
    paragraph([span({ class: 'v-id' }, [strong(riskName(risk))]), text(' '), span({ class: 'v-text' }, scenario || texts('report.unanswered')), text(' '), state(sides, kind)], { class: 'v-diff-title' }),
    block({ class: 'v-levels' }, [paragraph(level(texts('report.risk.before'), initial)), paragraph(level(texts('report.risk.after'), rest))]),
    ...[...riskChangesOf(sides, risk), ...wholeRisk(sides, risk)].map((each) => changeBlock(sides, each)),
  ], 'article');
}

/** The risks that stand elsewhere after the measures than they did. */
function matrixOf({ risks }: Difference, { either: { assessment, texts } }: Sides): RootContent | undefined {
  const placed = risks.filter(({ moved, kind, rest }) => (moved || kind !== 'changed') && (rest.before || rest.after))
    .map(({ kind, number, rest }) => ({ name: kind === 'changed' ? `R${number.after}` : `${SIGNS[kind]}R${number.after ?? number.before}`, ...rest }));
  const picture = placed.length ? drawMatrix(texts, assessment.template.risk, placed, { before: 'diff.before', after: 'diff.after', alternative: 'diff.risk.picture' }) : undefined;
  return picture && block({ class: 'v-risk-picture' }, [paragraph(strong(texts('diff.risk.matrix'))), picture]);
}

function findingsBlock(sides: Sides, kind: 'new' | 'gone', findings: readonly Finding[], depth: 2 | 3): RootContent[] {
  if (!findings.length) return [];
  const { texts } = sides.either;
  const line = ({ severity, message, path }: Finding): ListItem => item([sign(kind), text(' '), strong(texts(`severity.${severity}`)), text(`: ${message}`)], { class: `v-diff-finding v-finding-${kind}`, ...(kind === 'new' ? source(sides, path) : {}) });
  return [heading((depth + 1) as 3 | 4, texts(kind === 'new' ? 'diff.findings.new' : 'diff.findings.gone')), list(findings.map(line), { class: 'v-diff-findings' })];
}
