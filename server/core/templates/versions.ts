/**
 * Versions of a municipality's own template. Each is a file of its own with the same id; an assessment keeps the one that
 * it was answered under (`malversjon`). What differs between two is worked out here, never written down by hand; only
 * that a question has a new number is said by the template (`tidligere`).
 */
import { indexOf, type Part, type Question, type Section, type Template } from './model.ts';

/** By the numbers in them, then by their letters: 2 < 10, 2026.1 < 2026.2. */
export function compareVersions(one: string, other: string): number {
  const steps = (version: string): string[] => version.match(/\d+|[^\d.\s-]+/g) ?? [];
  const [a, b] = [steps(one), steps(other)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (x === y) continue;
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    const difference = Number(x) - Number(y);
    if (difference) return difference;
    if (Number.isNaN(difference) && x !== y) return x < y ? -1 : 1;
  }
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The question's number in an earlier version, where the template says that it had another. */
function toldId({ earlier = [] }: Question, version: string): string | undefined {
  // What it was called in version 2, it was called before that too, unless an earlier version is named.
  return earlier.filter((each) => compareVersions(each.version, version) >= 0).sort((a, b) => compareVersions(a.version, b.version))[0]?.id;
}

/** The questions of a template by the ids that they had in an earlier version. Whose number is told goes before who has it now. */
export function questionsAt(template: Template, version: string): Map<string, Question> {
  const all = [...indexOf(template).questions.values()].map(({ question }) => question);
  const found = new Map<string, Question>();
  for (const question of all) {
    const id = toldId(question, version);
    if (id !== undefined && !found.has(id)) found.set(id, question);
  }
  for (const question of all) if (toldId(question, version) === undefined && !found.has(question.id)) found.set(question.id, question);
  return found;
}

export interface VersionChange {
  from: string;
  to: string;
  /** Questions that the earlier version has not. */
  added: Question[];
  /** Questions that read or are answered otherwise now. */
  changed: Question[];
  /** Questions that are asked no longer. */
  removed: Question[];
  /** By the id in the earlier version, the id now. */
  renamed: Map<string, string>;
}

/** What has become of an earlier version's questions. */
export function changeBetween(before: Template, now: Template): VersionChange {
  const old = indexOf(before).questions;
  const change: VersionChange = { from: before.version, to: now.version, added: [], changed: [], removed: [], renamed: new Map() };
  for (const [id, question] of questionsAt(now, before.version)) {
    const was = old.get(id)?.question;
    if (!was) {
      if (question.hidden === undefined) change.added.push(question);
      continue;
    }
    if (question.id !== id) change.renamed.set(id, question.id);
    if (question.hidden !== undefined && was.hidden === undefined) change.removed.push(question);
    else if (question.hidden === undefined && readsOtherwise(was, question)) change.changed.push(question);
  }
  const listed = new Set([...questionsAt(now, before.version).values()]);
  for (const { question } of indexOf(now).questions.values()) if (!listed.has(question) && question.hidden === undefined) change.added.push(question);
  return change;
}

function readsOtherwise(was: Question, is: Question): boolean {
  const asked = ({ text, lead, kind, points, preprinted }: Question): string => JSON.stringify([text, lead, kind, points, preprinted]);
  return asked(was) !== asked(is);
}

/**
 * The newest version with the questions that earlier ones asked and it asks no longer, hidden with a reason: so their
 * answers stay in the files as they stand. One whose number another question has now gets a number of its own
 * (`K.2-v1`). The earlier versions come in any order.
 */
export function withRetired(newest: Template, earlier: readonly Template[], reason: (version: string) => string): Template {
  let result = newest;
  const versions = [...earlier].sort((a, b) => compareVersions(b.version, a.version));
  versions.forEach((version, i) => {
    const known = questionsAt(result, version.version);
    const gone = [...indexOf(version).questions.values()].filter(({ question: { id, answeredIn } }) => !known.has(id) && !answeredIn);
    // The version after it is the first without it.
    const since = versions[i - 1]?.version ?? newest.version;
    for (const { question, section, part } of gone) {
      const id = indexOf(result).questions.has(question.id) ? `${question.id}-v${version.version.replace(/[^\dA-Za-z.-]+/g, '')}` : question.id;
      const { condition: _, role: __, ...rest } = question;
      const retired: Question = { ...rest, id, kind: alone(question), required: false, carriedFrom: [], hidden: reason(since), retired: true, earlier: [...(question.earlier ?? []), { version: version.version, id: question.id }] };
      result = placedIn(result, retired, section, part);
    }
  });
  return result;
}

/** What its options came from may be gone: any answer is then as good as another. */
function alone({ kind }: Question): Question['kind'] {
  if (!('optionsFrom' in kind) || !kind.optionsFrom) return kind;
  const { optionsFrom: _, ...rest } = kind;
  return { ...rest, open: true };
}

/** Last in the section that it stood in; where that is gone, in a section like it at the end of its part, or of the last one. */
function placedIn(template: Template, question: Question, { id, title }: Section, part: Part): Template {
  let done = false;
  const into = (section: Section): Section => {
    if (section.id !== id || done) return section.sections.length ? { ...section, sections: section.sections.map(into) } : section;
    done = true;
    return { ...section, items: [...section.items, question] };
  };
  const parts = template.parts.map((each) => ({ ...each, sections: each.sections.map(into) }));
  if (done) return { ...template, parts };
  const home = parts.findIndex((each) => each.id === part.id);
  const at = home < 0 ? parts.length - 1 : home;
  return { ...template, parts: parts.map((each, i) => (i === at ? { ...each, sections: [...each.sections, { id, title, items: [question], sections: [], notes: [] }] } : each)) };
}
