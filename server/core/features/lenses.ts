import type { Analysis } from '../analysis.ts';
import { asked, progressOf } from '../assessment/progress.ts';
import type { Severity } from '../rules/model.ts';
import type { Range } from '../syntax/nodes.ts';
import { isQuestion, type Part } from '../templates/model.ts';
import type { TextKey } from '../texts/texts.ts';
import type { Lens } from './model.ts';
import { processLenses } from './lens-process.ts';
import { partRuns } from './runs.ts';

/** The rule whose page explains what a ja in the first part means. */
const NEED_RULE = 'ja-utloser-dpia';
const COUNTS: [Severity, TextKey, TextKey][] = [
  ['error', 'lens.error-one', 'lens.error-many'],
  ['warning', 'lens.warning-one', 'lens.warning-many'],
  ['information', 'lens.information-one', 'lens.information-many'],
];

/** That the template has a newer version than the file answers. */
function versionLens({ findings, context: { texts } }: Analysis, range: Range): Lens[] {
  const newer = findings().find(({ code }) => code === 'mal-nyere-versjon');
  return newer ? [{ range, title: texts('version.lens'), command: { name: 'update-template', arguments: [] } }] : [];
}

/** Lines above the file and above each part's first answer: how far it has come, and what to do next. */
export function lenses(analysis: Analysis): Lens[] {
  const { assessment, context } = analysis;
  const { texts } = context;
  const top: Range = { start: 0, end: 0 };
  const { asked: all, answered } = progressOf(assessment);
  const result: Lens[] = [
    { range: top, title: texts('lens.report'), command: { name: 'show-report', arguments: [] } },
    { range: top, title: texts('lens.progress', { besvart: answered, antall: all }) },
    ...findingCounts(analysis, top),
    ...versionLens(analysis, top),
    ...processLenses(analysis, top),
  ];
  const begun = new Set<Part>();
  for (const run of partRuns(assessment)) {
    if (!run.part || run.continued) continue;
    begun.add(run.part);
    const range = run.sections[0]!.answers[0]!.entry.keyRange;
    const { asked: count, answered: done } = progressOf(assessment, run.part);
    result.push({ range, title: texts('lens.part', { del: run.part.id, besvart: done, antall: count }) });
    const need = needOf(analysis, run.part);
    if (need) result.push({ range, ...need });
    const ids = missing(analysis, run.part);
    if (ids.length) result.push(insertLens(range, ids, ids.length === 1 ? texts('lens.insert-one') : texts('lens.insert', { antall: ids.length })));
  }
  // The next part that nobody has begun, at the key it goes below.
  const next = assessment.template.parts.find((part) => !begun.has(part) && missing(analysis, part).length > 0);
  const answers = assessment.head.get('svar');
  if (next && answers) {
    const ids = missing(analysis, next);
    result.push(insertLens(answers.keyRange, ids, texts('lens.insert-part', { del: next.id, antall: ids.length })));
  }
  return result;
}

function insertLens(range: Range, ids: string[], title: string): Lens {
  return { range, title, command: { name: 'insert-answers', arguments: [ids] } };
}

/** How many findings of each severity; the lens leads to the first of them. */
function findingCounts(analysis: Analysis, range: Range): Lens[] {
  const { texts } = analysis.context;
  const findings = analysis.findings();
  if (!findings.length) return [{ range, title: texts('lens.findings-none') }];
  return COUNTS.flatMap(([severity, one, many]) => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (!own.length) return [];
    return [{ range, title: own.length === 1 ? texts(one) : texts(many, { antall: own.length }), command: { name: 'show-finding' as const, arguments: [own[0]!.range] } }];
  });
}

/** The questions of a part that the file has no key for. */
function missing(analysis: Analysis, part: Part): string[] {
  const given = analysis.assessment.head.get('svar')?.value;
  const keys = new Set(given?.kind === 'map' ? given.entries.map((entry) => entry.key) : []);
  return asked(analysis.assessment, part).filter((question) => !question.answeredIn && !keys.has(question.id)).map((question) => question.id);
}

/** «3 ja i DEL I: vurder DPIA»: in a DPIA, the part with the criteria asks whether one is needed. */
function needOf(analysis: Analysis, part: Part): Pick<Lens, 'title' | 'command'> | undefined {
  const { assessment, context } = analysis;
  if (assessment.kind !== 'dpia' || !part.sections.some((section) => section.criteriaTitle !== undefined)) return undefined;
  const questions = part.sections.flatMap((section) => section.items.filter(isQuestion));
  const yes = questions.filter((question) => assessment.answers.get(question.id)?.value === 'ja').length;
  if (!yes) return undefined;
  const need = assessment.facts['behov'];
  const answer = need && typeof need === 'object' && !Array.isArray(need) ? need['konklusjon'] : undefined;
  const title = typeof answer === 'string'
    ? context.texts('lens.criteria-need-done', { antall: yes, del: part.id, svar: answer })
    : context.texts('lens.criteria-need', { antall: yes, del: part.id });
  const rule = context.library.rules.some((each) => each.code === NEED_RULE);
  return { title, ...(rule ? { command: { name: 'show-rule' as const, arguments: [NEED_RULE] } } : {}) };
}
