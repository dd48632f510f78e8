/**
 * A municipality's own templates and rules: texts → the library with them in it, and what is wrong in each file. Data
 * alone: nothing in them is run but conditions, which are interpreted. Total: whatever the texts hold, there is a library.
 */
import { MOST_OWN_FILES, type UnreadFile } from '../config/model.ts';
import { libraryIn, type Library } from '../library.ts';
import { loadRule, ruleProblems } from '../rules/load.ts';
import { ownKindByName } from '../recognise.ts';
import { factsIn, type Known } from '../templates/check.ts';
import { carryProblems } from '../templates/check-carried.ts';
import { text, type Written } from '../templates/load.ts';
import { isOf, type Template } from '../templates/model.ts';
import type { Problem } from '../templates/problems.ts';
import { compareVersions, withRetired } from '../templates/versions.ts';
import type { Language } from '../texts/language.ts';
import type { OwnKind } from './form.ts';
import { withOwn } from './library.ts';
import { add, isUsable, look, nameOf, nameWritten, readOwn, type OwnRead, type OwnReader, type OwnText } from './read.ts';
import { byId, knownIn, Loader } from './templates.ts';

export type { OwnRead, OwnText } from './read.ts';

export interface OwnLoaded {
  library: Library;
  /** By address. */
  files: Map<string, OwnRead>;
}

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
  for (const file of templates) if (file.template && file.places) add(file, carryProblems(file.template, file.places, all), loader.earlierProblems(file, versions), loader.baseProblems(file, versions));
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

const derivedFrom = (library: Library, change: Partial<Library>): Library => Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(library), ...Object.getOwnPropertyDescriptors(change) }) as Library;

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
