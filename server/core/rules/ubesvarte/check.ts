import type { Assessment } from '../../assessment/model.ts';
import { rangeOf } from '../../assessment/paths.ts';
import { isAsked } from '../../assessment/progress.ts';
import { fullText, isQuestion, type Part, type Question, type Section } from '../../templates/model.ts';
import type { Texts } from '../../texts/texts.ts';
import type { RuleCheck, RuleContext, RuleHit } from '../model.ts';
import { isPartlyUnread } from '../support/broken.ts';
import { meantQuestions } from '../support/nearest.ts';
import { shortened } from '../support/words.ts';

/** How many ids a message names, and how many sections get a finding of their own: a draft is not to be papered over. */
const NAMED = 8;
const MOST_SECTIONS = 6;

interface Gap {
  part: Part;
  section: Section;
  missing: Question[];
  /** The last question answered before the gap; undefined for a section that nobody has begun. */
  anchor: string | undefined;
}

/** Questions without a key: by section where it is begun, in one finding for the rest. */
export const check: RuleCheck = (context) => {
  const { assessment, spokenFor, tree } = context;
  if (!assessment.root || isPartlyUnread(tree)) return [];
  const meant = meantQuestions(assessment);
  // A rule on the question itself says more than that it lacks.
  const isThere = (question: Question): boolean => assessment.answers.has(question.id) || meant.has(question.id) || spokenFor.has(question.id);
  const gaps = assessment.template.parts.flatMap((part) => part.sections.flatMap((section) => gapsIn(section, part, assessment, isThere)));
  const begun = gaps.filter((gap) => gap.anchor !== undefined).slice(0, MOST_SECTIONS);
  const rest = gaps.filter((gap) => !begun.includes(gap));
  const all = gaps.flatMap((gap) => gap.missing.map((question) => question.id));
  return [...(rest.length ? [restOf(rest, all, context)] : []), ...begun.map((gap) => hitFor(gap, all, context))];
};

function gapsIn(section: Section, part: Part, assessment: Assessment, isThere: (question: Question) => boolean): Gap[] {
  const own = section.items.filter(isQuestion).filter((question) => !question.answeredIn && isAsked(assessment, question));
  const missing = own.filter((question) => !isThere(question));
  const answered = own.filter((question) => assessment.answers.has(question.id));
  const first = own.indexOf(missing[0]!);
  const anchor = answered.findLast((question) => own.indexOf(question) < first) ?? answered[0];
  return [...(missing.length ? [{ part, section, missing, anchor: anchor?.id }] : []), ...section.sections.flatMap((child) => gapsIn(child, part, assessment, isThere))];
}

function hitFor({ section, missing, anchor }: Gap, all: string[], { assessment, texts }: RuleContext): RuleHit {
  const ids = missing.map((question) => question.id);
  const own = { kind: 'insert-answers' as const, ids, scope: ids.length === 1 ? texts('scope.question') : texts('scope.section', { id: section.id }) };
  return {
    // The section stays the same while its questions are answered, so that a suppression of it lasts.
    at: section.id,
    range: rangeOf(assessment, anchor!),
    aside: true,
    variant: ids.length === 1 ? 'ett' : 'seksjon',
    params: { id: ids[0]!, seksjon: section.id, antall: ids.length, spørsmål: ids.length === 1 ? shortened(fullText(missing[0]!), 90) : named(ids, texts) },
    fixes: all.length > ids.length ? [own, { kind: 'insert-answers', ids: all, scope: texts('scope.file') }] : [own],
  };
}

/** Whole parts are named as parts. */
function restOf(gaps: Gap[], all: string[], { assessment, texts }: RuleContext): RuleHit {
  const rooms: string[] = [];
  for (const part of assessment.template.parts) {
    const own = gaps.filter((gap) => gap.part === part);
    if (!own.length) continue;
    if (!part.sections.some((section) => hasAnswer(section, assessment))) rooms.push(texts('report.part.short', { id: part.id }));
    else rooms.push(...own.map((gap) => gap.section.id));
  }
  const none = assessment.template.parts.every((part) => !part.sections.some((section) => hasAnswer(section, assessment)));
  // Begun sections beyond the first few end here too: they are not to be called unbegun.
  const isBegun = gaps.some((gap) => gap.anchor !== undefined);
  return {
    at: 'svar',
    variant: none ? 'alle' : isBegun ? 'flere' : 'resten',
    params: { spørsmål: named(rooms, texts), antall: gaps.reduce((sum, gap) => sum + gap.missing.length, 0) },
    fixes: [{ kind: 'insert-answers', ids: all, scope: texts('scope.file') }],
  };
}

function hasAnswer(section: Section, assessment: Assessment): boolean {
  return section.items.some((item) => isQuestion(item) && !item.answeredIn && assessment.answers.has(item.id)) || section.sections.some((child) => hasAnswer(child, assessment));
}

function named(names: string[], texts: Texts): string[] {
  return names.length <= NAMED ? names : [...names.slice(0, NAMED - 1), texts('list.more', { n: names.length - NAMED + 1 })];
}
