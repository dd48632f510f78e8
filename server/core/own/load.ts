/**
 * A municipality's own templates and rules: texts → the library with them in it, and what is wrong in each file. Data
 * alone: nothing in them is run but conditions, which are interpreted. Total: whatever the texts hold, there is a library.
 */
import { MOST_OWN_FILES, type UnreadFile } from '../config/model.ts';
import { libraryIn, type Library } from '../library.ts';
import { loadRule, ruleProblems } from '../rules/load.ts';
import type { Rule } from '../rules/model.ts';
import { ownKindByName } from '../recognise.ts';
import { isReferenceIn } from '../sources/spans.ts';
import { LineIndex } from '../syntax/lines.ts';
import { toJson, type Json } from '../syntax/nodes.ts';
import type { parse, SyntaxTree } from '../syntax/parse.ts';
import { factsIn, type Known } from '../templates/check.ts';
import { carryProblems } from '../templates/check-carried.ts';
import { loadTemplate, text, type Written } from '../templates/load.ts';
import { indexOf, isOf, type Template } from '../templates/model.ts';
import type { Path, Problem } from '../templates/problems.ts';
import { compareVersions, withRetired } from '../templates/versions.ts';
import type { Language } from '../texts/language.ts';
import type { Texts } from '../texts/texts.ts';
import { EXTENDING_ONLY, extendTemplate } from './extend.ts';
import { formProblems, type OwnKind } from './form.ts';
import { withOwn } from './library.ts';

export interface OwnText {
  address: string;
  text: string;
}

/** One own file, read once. */
export interface OwnRead {
  address: string;
  kind: OwnKind;
  text: string;
  lines: LineIndex;
  tree: SyntaxTree;
  /** Undefined where the file is no map, or too large to be looked at. */
  written: Written | undefined;
  problems: Problem[];
  /** What it brings; undefined where it cannot be used. */
  template?: Template;
  places?: ReadonlyMap<object, Path>;
  rule?: Rule;
  /** The text of the last version that could be used: this one, or an earlier one while this is being written. */
  usable?: string;
}

/** What own files are read with. */
export interface OwnReader {
  /** Handed in, so that what reads own files (dist/own.cjs) need not hold the YAML parser once more. */
  parse: typeof parse;
  /** What a retired question is marked with. */
  texts: Texts;
}

export interface OwnLoaded {
  library: Library;
  /** By address. */
  files: Map<string, OwnRead>;
}

/** Larger than any template that somebody can answer; what is more is not looked at, so that no file can make the server wait. */
const MOST_LETTERS = 400_000;
const MOST_VALUES = 20_000;
const MOST_WORDS = 20_000;

/**
 * @param base the library to add to: the product's
 * @param own the files, in the order in which the first of two with the same name counts
 * @param last the files as they were read before: while one of them is being written and cannot be used, its last usable
 *   version holds, so that the files on it do not lose their template at every keystroke
 */
export function loadOwn(base: Library, own: OwnTexts, reader: OwnReader, last?: ReadonlyMap<string, OwnRead>): OwnLoaded {
  const loaded = loadAll(base, own, reader);
  const before = (file: OwnRead): string | undefined => (file.template || file.rule ? file.text : last?.get(file.address)?.usable);
  for (const file of loaded.files.values()) Object.assign(file, { usable: before(file) });
  for (const file of loaded.files.values()) add(file, olderInUse(file, loaded.library));
  if (![...loaded.files.values()].some(({ usable, text: now }) => usable !== undefined && usable !== now)) return loaded;
  const kept = (each: OwnText): OwnText => ({ address: each.address, text: loaded.files.get(each.address)?.usable ?? each.text });
  return { library: loadAll(base, { ...own, templates: own.templates.map(kept), rules: own.rules.map(kept) }, reader).library, files: loaded.files };
}

export interface OwnTexts {
  templates: readonly OwnText[];
  rules: readonly OwnText[];
  /** What was named and could not be read: a template among it is known to be broken. */
  unread?: readonly Pick<UnreadFile, 'address' | 'kind' | 'text'>[];
}

/** Of a version that cannot be used: that an older one of the same template is. */
function olderInUse({ kind, template, written, usable }: OwnRead, { templates }: Library): Problem[] {
  if (kind !== 'template' || template || usable !== undefined || !written) return [];
  const used = templates.find((each) => each.own && each.id === text(written['mal']));
  if (!used || compareVersions(text(written['versjon']), used.version) <= 0) return [];
  return [{ code: 'egen-ubrukt', at: ['versjon'], text: 'own.older-in-use', params: { versjon: used.version, mal: used.id }, minor: true }];
}

function loadAll(base: Library, own: OwnTexts, reader: OwnReader): OwnLoaded {
  const { texts } = reader;
  // A folder may hold both: what its name says goes before which list it came in.
  const isFor = (kind: OwnKind) => ({ address }: OwnText): boolean => (ownKindByName(nameOf(address)) ?? kind) === kind;
  const templates = own.templates.filter(isFor('template')).slice(0, MOST_OWN_FILES).map((each) => readOwn(each, 'template', reader));
  const rules = own.rules.filter(isFor('rule')).slice(0, MOST_OWN_FILES).map((each) => readOwn(each, 'rule', reader));
  const loader = new Loader(base, templates);
  for (const file of templates) loader.load(file);
  const loaded = loader.templates();
  const versions = byId(loaded);
  const newest = [...versions.values()].map(([first, ...earlier]) => withRetired(first!, earlier, (version) => texts('own.retired', { versjon: version })));
  const earlier = [...versions.values()].flatMap((all) => all.slice(1));
  const all = [...base.templates, ...newest];
  for (const file of templates) if (file.template && file.places) add(file, carryProblems(file.template, file.places, all), loader.earlierProblems(file, versions));
  const known = knownIn(base);
  const codes = new Map<string, string>(base.rules.map(({ code }) => [code, '']));
  for (const file of rules) if (file.written) look(file, () => addRule(file, file.written!, all, earlier, known, codes));
  const broken = new Map(templates.flatMap(({ template, written, address }): [string, string][] => (template || !written?.['mal'] || versions.has(text(written['mal'])) ? [] : [[text(written['mal']), nameOf(address)]])));
  for (const { address, kind, text: guessed } of own.unread ?? []) {
    const id = kind === 'template' ? nameWritten(guessed, 'mal') : undefined;
    if (id !== undefined && !versions.has(id) && !base.templates.some((template) => template.id === id)) broken.set(id, nameOf(address));
  }
  const library = withOwn(base, { templates: newest, earlier, rules: rules.flatMap(({ rule }) => (rule ? [rule] : [])), broken });
  // In another language, the same files over the product's library in it.
  const spoken = new Map<Language, Library>([[base.language ?? 'nb', library]]);
  if (library !== base) library.in = (language) => spoken.get(language) ?? spoken.set(language, loadOwn(libraryIn(base, language), own, { ...reader, texts: texts.in(language) }).library).get(language)!;
  return { library, files: new Map([...templates, ...rules].map((file) => [file.address, file])) };
}

/** One file by itself, in a library that may know it already: what is being written, or what no configuration names. */
export function readAlone(library: Library, own: OwnText, kind: OwnKind, reader: OwnReader): OwnRead {
  const id = kind === 'template' ? nameWritten(own.text, 'mal') : undefined;
  const code = kind === 'rule' ? nameWritten(own.text, 'kode') : undefined;
  // The file's own earlier reading is not another with its name.
  const others = derivedFrom(library, { templates: library.templates.filter((template) => !(template.own && template.id === id)), rules: library.rules.filter((rule) => !(rule.own && rule.code === code)) });
  return loadAll(others, { templates: kind === 'template' ? [own] : [], rules: kind === 'rule' ? [own] : [] }, reader).files.get(own.address)!;
}

/** The same of a file that no configuration names, or one that names too many: that it is not in use is said besides. */
export function unused(file: OwnRead, isOneTooMany = false): OwnRead {
  const [at, key] = file.kind === 'template' ? ['mal', 'maler'] : ['kode', 'regelfiler'];
  return { ...file, problems: [...file.problems, { code: 'egen-ubrukt', at: [at], text: isOneTooMany ? 'own.unused.many' : 'own.unused', params: { nøkkel: key, mest: MOST_OWN_FILES }, minor: true }] };
}

/** The name that a text gives itself, without reading it; a byte order mark read as Latin-1 may stand before it. */
const nameWritten = (text: string, key: 'mal' | 'kode'): string | undefined => new RegExp(`^(?:\uFEFF|ÿþ|þÿ)?${key}:\\s*['"]?([^\\s'"#]+)`, 'm').exec(text)?.[1];

const derivedFrom = (library: Library, change: Partial<Library>): Library => Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(library), ...Object.getOwnPropertyDescriptors(change) }) as Library;

/** Reads one file as far as it can be without the others. */
function readOwn({ address, text: written }: OwnText, kind: OwnKind, { parse }: OwnReader): OwnRead {
  const lines = new LineIndex(written);
  const empty = (problem: Problem, tree: SyntaxTree): OwnRead => ({ address, kind, text: written, lines, tree, written: undefined, problems: [problem] });
  const tooLarge: Problem = { code: 'egen-for-stor', at: [], text: 'own.too-large' };
  if (written.length > MOST_LETTERS) return empty(tooLarge, { root: undefined, problems: [] });
  const tree = parse(written);
  if (tree.root?.kind !== 'map') return tree.problems.length ? { address, kind, text: written, lines, tree, written: undefined, problems: [] } : empty({ code: 'egen-form', at: [], text: kind === 'template' ? 'own.not-template' : 'own.not-rule' }, tree);
  const json = toJson(tree.root) as Written;
  if (!isModest(json)) return empty(tooLarge, tree);
  const problems = formProblems(kind, json);
  // What lacks may stand in the part that YAML could not read.
  return { address, kind, text: written, lines, tree, written: json, problems: isWhole(tree) ? problems : problems.filter(({ text: key }) => key !== 'own.form.missing' && key !== 'own.form.missing-here') };
}

function isModest(json: Json): boolean {
  let count = 0;
  const visit = (value: Json): boolean => {
    if (++count > MOST_VALUES) return false;
    if (typeof value === 'string') return value.length <= MOST_WORDS;
    if (value === null || typeof value !== 'object') return true;
    return Array.isArray(value) ? value.every(visit) : Object.entries(value).every(([key, inner]) => key.length <= MOST_WORDS && visit(inner));
  };
  return visit(json);
}

const isWhole = (tree: SyntaxTree): boolean => !tree.problems.some(({ id }) => id !== 'dobbel-nokkel');
/** Whether it can be used: all of it was read, and nothing is wrong with it that matters beyond its place. */
const isUsable = ({ tree, problems }: OwnRead): boolean => isWhole(tree) && !problems.some(({ minor }) => !minor);

/**
 * Looks for what the schema cannot see. A file whose form is wrong is looked at all the same, so that its author is told
 * of everything at once; what the wrong form keeps from being looked at waits until it is mended.
 */
function look(file: OwnRead, work: () => void): void {
  if (!isWhole(file.tree)) return;
  if (isUsable(file)) return work();
  try {
    work();
  } catch {
    // The form has findings of its own.
  }
}
const add = (file: OwnRead, ...problems: Problem[][]): void => void file.problems.push(...problems.flat());

/** Templates in the order that they need one another in. */
class Loader {
  private readonly done = new Set<OwnRead>();
  private readonly running = new Set<OwnRead>();
  private readonly known: Known;
  constructor(private readonly base: Library, private readonly files: readonly OwnRead[]) {
    this.known = knownIn(base);
  }

  templates(): Template[] {
    return this.files.flatMap(({ template }) => (template ? [template] : []));
  }

  load(file: OwnRead): void {
    if (this.done.has(file)) return;
    this.done.add(file);
    const { written } = file;
    if (written) look(file, () => this.loadInto(file, written));
  }

  private loadInto(file: OwnRead, written: Written): void {
    const id = text(written['mal']);
    const taken = this.takenBy(file, id, text(written['versjon']));
    if (taken) return add(file, [taken]);
    const { head } = this.base;
    const extended = written['utvider'];
    if (extended === undefined) {
      const misplaced = EXTENDING_ONLY.filter((key) => key in written).map((key): Problem => ({ code: 'egen-form', at: [key], onKey: true, text: 'own.extend.only', params: { nøkkel: key } }));
      return this.keep(file, loadTemplate(written, head, this.known, true), misplaced);
    }
    this.running.add(file);
    const from = this.extended(text(extended), id);
    this.running.delete(file);
    if ('code' in from) add(file, [from]);
    else this.keep(file, extendTemplate(written, from, head, this.known), []);
  }

  private keep(file: OwnRead, { template, problems, places }: ReturnType<typeof loadTemplate>, more: Problem[]): void {
    add(file, problems, more);
    if (isUsable(file)) Object.assign(file, { template, places });
  }

  /** The name is the product's, or another file's in that version. */
  private takenBy(file: OwnRead, id: string, version: string): Problem | undefined {
    if (this.base.templates.some((template) => template.id === id)) return { code: 'egen-id', at: ['mal'], text: 'own.template.taken', params: { mal: id } };
    const other = this.files.find((each) => each !== file && this.files.indexOf(each) < this.files.indexOf(file) && each.written !== undefined && text(each.written['mal']) === id && text(each.written['versjon']) === version);
    return other && { code: 'egen-versjon', at: ['versjon'], text: 'own.template.twice', params: { mal: id, versjon: version, fil: nameOf(other.address) } };
  }

  /** The template that another extends: the product's, or an own one, which is loaded for it; of several versions the one named, or the newest. */
  private extended(name: string, id: string): Template | Problem {
    const [wanted = '', version] = name.split('@');
    const problem = (textKey: Problem['text'], more: Partial<Problem> = {}): Problem => ({ code: 'egen-id', at: ['utvider'], text: textKey, params: { mal: name }, ...more });
    if (wanted === id) return problem('own.extend.itself');
    const products = version === undefined ? this.base.templates.find((template) => template.id === wanted) : undefined;
    if (products) return products;
    const own = this.files.filter((file) => file.written && text(file.written['mal']) === wanted && (version === undefined || text(file.written['versjon']) === version))
      .sort((a, b) => compareVersions(text(b.written!['versjon']), text(a.written!['versjon'])))[0];
    if (own && this.running.has(own)) return problem('own.extend.ring');
    if (own) this.load(own);
    if (own?.template) return own.template;
    return own ? problem('own.extend.broken', { params: { mal: wanted, fil: nameOf(own.address) } })
      : problem('own.extend.no-template', { written: name, candidates: () => [...this.base.templates.map((template) => template.id), ...this.files.flatMap(({ written }) => (written ? [text(written['mal'])] : []))] });
  }

  /** `tidligere` has to name questions that an earlier version has, in versions that there are. */
  earlierProblems({ template, places }: OwnRead, versions: ReadonlyMap<string, Template[]>): Problem[] {
    if (!template || !places) return [];
    const earlier = (versions.get(template.id) ?? []).filter((each) => compareVersions(each.version, template.version) < 0);
    return [...indexOf(template).questions.values()].flatMap(({ question }) => (question.earlier ?? []).flatMap(({ version, id }): Problem[] => {
      const at = places.get(question);
      if (!at) return [];
      const there = earlier.find((each) => each.version === version);
      const here = [...at, 'tidligere', version];
      if (!there) return [{ code: 'egen-versjon', at: here, onKey: true, text: 'own.earlier.version', params: { versjon: version, mal: template.id }, written: version, candidates: () => earlier.map((each) => each.version), minor: true }];
      if (!indexOf(there).questions.has(id)) return [{ code: 'egen-versjon', at: here, text: 'own.earlier.question', params: { versjon: version, id }, written: id, candidates: () => indexOf(there).questions.keys(), minor: true }];
      return [];
    }));
  }
}

function addRule(file: OwnRead, written: Written, templates: Template[], earlier: Template[], known: Known, codes: Map<string, string>): void {
  const code = text(written['kode']);
  const taken = codes.get(code);
  if (taken !== undefined) add(file, [taken ? { code: 'egen-id', at: ['kode'], text: 'own.rule.twice', params: { kode: code, fil: taken } } : { code: 'egen-id', at: ['kode'], text: 'own.rule.taken', params: { kode: code } }]);
  for (const key of ['sitat', 'rader', 'leser', 'sist']) if (key in written) add(file, [{ code: 'egen-form', at: [key], onKey: true, text: 'own.rule.product-only', params: { nøkkel: key } }]);
  if (written['gruppe'] === 'form') add(file, [{ code: 'egen-form', at: ['gruppe'], text: 'own.rule.form' }]);
  if (written['melding'] !== undefined && typeof written['melding'] !== 'string') add(file, [{ code: 'egen-form', at: ['melding'], text: 'own.form.text' }]);
  const rule = loadRule(written);
  const names = rule.templates;
  names.forEach((name, i) => {
    if (!templates.some((template) => isOf(template, name))) add(file, [{ code: 'egen-id', at: ['maler', i], text: 'own.rule.template', params: { mal: name }, written: name, candidates: () => templates.map(({ id }) => id) }]);
  });
  const applies = (template: Template): boolean => (!names.length || names.some((name) => isOf(template, name))) && (!rule.kinds.length || rule.kinds.includes(template.kind));
  // Earlier versions count: a rule may look at what only they ask.
  add(file, ruleProblems(written, false, factsIn([...templates, ...earlier].filter(applies)), known));
  if (!isUsable(file)) return;
  file.rule = { ...rule, own: true };
  codes.set(code, nameOf(file.address));
}

/** The versions of each template, the newest first. */
function byId(templates: readonly Template[]): Map<string, Template[]> {
  const found = new Map<string, Template[]>();
  for (const template of templates) found.set(template.id, [...(found.get(template.id) ?? []), template]);
  for (const versions of found.values()) versions.sort((a, b) => compareVersions(b.version, a.version));
  return found;
}

const knownIn = (library: Library): Known => ({ isArticle: (reference) => isReferenceIn(library.articles, reference), articles: () => library.articles.keys() });
const nameOf = (address: string): string => address.split('/').at(-1)!;
