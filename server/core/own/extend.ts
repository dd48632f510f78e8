/**
 * A template that extends another (`utvider`): the other's questions in their places, with what is added, hidden with a
 * reason, and guided in other words. The questions that are as they were are the very same objects.
 */
import type { Json } from '../syntax/nodes.ts';
import { templateProblems, type Known } from '../templates/check.ts';
import { headOf, inOwnWords, list, loadFront, loadItems, loading, loadParts, loadSections, riskOf, text, type SharedHead, type Written } from '../templates/load.ts';
import { indexOf, isQuestion, type Lead, type Part, type Question, type Section, type Template } from '../templates/model.ts';
import type { Path, Problem } from '../templates/problems.ts';

/** Keys that only a template of its own has. */
const WHOLE_ONLY = ['deler', 'hode', 'malens-tittel'];
/** Keys that only a template that extends another has. */
export const EXTENDING_ONLY = ['legg-til', 'skjul', 'veiledninger'];

/** Loads an extension of `base`, the template that `utvider` names. As templates/load.ts does a whole template. */
export function extendTemplate(written: Written, base: Template, head: SharedHead, known: Known): { template: Template; problems: Problem[]; places: ReadonlyMap<object, Path> } {
  const at = loading(head);
  const problems: Problem[] = [];
  for (const key of WHOLE_ONLY) if (key in written) problems.push({ code: 'egen-form', at: [key], onKey: true, text: 'own.extend.whole-only', params: { nøkkel: key, mal: base.id } });
  if (typeof written['vurdering'] === 'string' && written['vurdering'] !== base.kind) problems.push({ code: 'egen-form', at: ['vurdering'], text: 'own.extend.kind', params: { mal: base.id, slag: base.kind } });
  for (const { section } of indexOf(base).sections.values()) for (const item of section.items) if (!isQuestion(item)) at.leads.set(item.id, item.text);
  const draft = new Draft(base, problems);
  list(written['legg-til']).forEach((addition, i) => {
    const here = ['legg-til', i];
    const after = addition['etter'] === undefined ? undefined : text(addition['etter']);
    draft.addQuestions(after, loadItems(addition['spørsmål'], at, [...here, 'spørsmål']), here);
    draft.addSections(after, loadSections(addition['seksjoner'], at, [...here, 'seksjoner']), here);
    draft.addParts(after, loadParts(addition['deler'], at, [...here, 'deler']), here);
    if (!['spørsmål', 'seksjoner', 'deler'].some((key) => key in addition)) problems.push({ code: 'egen-form', at: here, text: 'own.extend.nothing' });
  });
  list(written['skjul']).forEach((hidden, i) => draft.hide(text(hidden['id']), text(hidden['begrunnelse']), ['skjul', i, 'id']));
  for (const [id, words] of Object.entries((written['veiledninger'] as { [id: string]: Json } | undefined) ?? {})) draft.guide(id, text(words), ['veiledninger', id]);
  const fields = headOf({}, head, true).filter(({ id, ownOnly }) => ownOnly && !base.head.some((field) => field.id === id));
  const front = loadFront(written);
  const template: Template = {
    ...base,
    ...front,
    id: text(written['mal']),
    links: [...front.links, ...base.links],
    notes: [...front.notes, ...base.notes],
    risk: riskOf(written, base.risk),
    // In the order of the head that all templates share.
    head: inOwnWords(head.fields.flatMap(({ id }) => [...base.head, ...fields].find((field) => field.id === id) ?? []), written),
    parts: draft.parts,
    own: true,
    bases: [base.id, ...(base.bases ?? [])],
  };
  // Its words are the other's but for what it says itself; what it says of where they come from is its own.
  if (front.introduction === undefined && base.introduction !== undefined) template.introduction = base.introduction;
  return { template, problems: [...problems, ...templateProblems(template, at.places, known)], places: at.places };
}

/** The other template's parts while they are being changed. The base itself is never touched. */
class Draft {
  readonly parts: Part[];
  /** What came in last behind a place: the next goes behind that, so that additions keep their order. */
  private readonly last = new Map<string, string>();
  private readonly hidden = new Set<string>();
  constructor(private readonly base: Template, private readonly problems: Problem[]) {
    const copy = (section: Section): Section => ({ ...section, items: [...section.items], sections: section.sections.map(copy) });
    this.parts = base.parts.map((part) => ({ ...part, sections: part.sections.map(copy) }));
  }

  /** Behind a question, or last in a section. */
  addQuestions(after: string | undefined, items: (Question | Lead)[], at: Path): void {
    if (!items.length) return;
    for (const section of this.sections()) {
      const place = section.items.findIndex(({ id }) => id === (this.last.get(`q ${after}`) ?? after));
      const isHome = section.id === after && !this.sections().some((each) => each.items.some(({ id }) => id === after));
      if (place < 0 && !isHome) continue;
      section.items.splice(place < 0 ? section.items.length : place + 1, 0, ...items);
      if (place >= 0) this.last.set(`q ${after}`, items.at(-1)!.id);
      return;
    }
    this.nowhere(after, at, 'own.extend.question-place', [...this.items(), ...this.sections()]);
  }

  /** Behind a section, or last in a part. */
  addSections(after: string | undefined, sections: Section[], at: Path): void {
    if (!sections.length) return;
    const wanted = this.last.get(`s ${after}`) ?? after;
    for (const siblings of this.siblings()) {
      const place = siblings.findIndex(({ id }) => id === wanted);
      if (place < 0) continue;
      siblings.splice(place + 1, 0, ...sections);
      this.last.set(`s ${after}`, sections.at(-1)!.id);
      return;
    }
    const part = this.parts.find(({ id }) => id === after);
    if (part) part.sections.push(...sections);
    else this.nowhere(after, at, 'own.extend.section-place', [...this.sections(), ...this.parts]);
  }

  /** Behind a part, or last. */
  addParts(after: string | undefined, parts: Part[], at: Path): void {
    if (!parts.length) return;
    const wanted = this.last.get(`p ${after}`) ?? after;
    const place = wanted === undefined ? this.parts.length - 1 : this.parts.findIndex(({ id }) => id === wanted);
    for (const part of parts) if (this.parts.some(({ id }) => id === part.id)) this.problems.push({ code: 'egen-id', at: [...at, 'deler', parts.indexOf(part), 'id'], text: 'own.part.twice', params: { id: part.id } });
    if (place < 0) return this.nowhere(after, at, 'own.extend.part-place', this.base.parts);
    this.parts.splice(place + 1, 0, ...parts);
    if (after !== undefined) this.last.set(`p ${after}`, parts.at(-1)!.id);
  }

  /** A question, or all of a section or part. */
  hide(id: string, reason: string, at: Path): void {
    if (this.hidden.has(id)) return void this.problems.push({ code: 'egen-id', at, text: 'own.extend.hidden-twice', params: { id } });
    this.hidden.add(id);
    const hidden = (section: Section): void => {
      section.items = section.items.map((item) => (isQuestion(item) ? { ...item, hidden: reason } : item));
      section.sections.forEach(hidden);
    };
    for (const section of this.sections()) {
      const place = section.items.findIndex((item) => item.id === id);
      const item = section.items[place];
      if (!item) continue;
      if (isQuestion(item)) section.items[place] = { ...item, hidden: reason };
      else section.items.splice(place, 1);
      return;
    }
    const section = this.sections().find((each) => each.id === id);
    const part = this.parts.find((each) => each.id === id);
    if (section) hidden(section);
    else if (part) part.sections.forEach(hidden);
    else this.nowhere(id, at, 'own.extend.unknown', [...this.items(), ...this.sections(), ...this.parts]);
  }

  guide(id: string, words: string, at: Path): void {
    for (const section of this.sections()) {
      const place = section.items.findIndex((item) => item.id === id);
      const item = section.items[place];
      if (item && isQuestion(item)) return void (section.items[place] = { ...item, guidance: words });
    }
    const home = this.sections().find((each) => each.id === id) ?? this.parts.find((each) => each.id === id);
    if (home) home.guidance = words;
    else this.nowhere(id, at, 'own.extend.unknown', [...this.items(), ...this.sections(), ...this.parts], true);
  }

  private nowhere(id: string | undefined, at: Path, text: Problem['text'], known: readonly { id: string }[], onKey = false): void {
    if (id === undefined) return void this.problems.push({ code: 'egen-form', at, text: 'own.extend.where' });
    const isPlace = text !== 'own.extend.unknown';
    this.problems.push({ code: 'egen-id', at: isPlace ? [...at, 'etter'] : at, text, params: { id, mal: this.base.id }, written: id, candidates: () => known.map((each) => each.id), ...(onKey ? { onKey } : {}) });
  }

  private sections(): Section[] {
    const all = (section: Section): Section[] => [section, ...section.sections.flatMap(all)];
    return this.parts.flatMap((part) => part.sections.flatMap(all));
  }

  private items(): (Question | Lead)[] {
    return this.sections().flatMap(({ items }) => items);
  }

  private siblings(): Section[][] {
    return [...this.parts.map(({ sections }) => sections), ...this.sections().map(({ sections }) => sections)];
  }
}
