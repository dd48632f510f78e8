/** The templates among own files, each loaded after the one that it extends, and told of what its versions and its base's say. */
import type { Library } from '../library.ts';
import { isReferenceIn } from '../sources/spans.ts';
import type { Known } from '../templates/check.ts';
import { loadTemplate, text, type Written } from '../templates/load.ts';
import { indexOf, type Template } from '../templates/model.ts';
import type { Problem } from '../templates/problems.ts';
import { compareVersions } from '../templates/versions.ts';
import { EXTENDING_ONLY, extendTemplate } from './extend.ts';
import { add, isUsable, look, nameOf, type OwnRead } from './read.ts';

/** Templates in the order that they need one another in. */
export class Loader {
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
    const there = version === undefined ? this.base.templates.find((template) => template.id === wanted) : ownIn(this.base).find((template) => template.id === wanted && template.version === version);
    if (there) return there;
    const own = this.files.filter((file) => file.written && text(file.written['mal']) === wanted && (version === undefined || text(file.written['versjon']) === version))
      .sort((a, b) => compareVersions(text(b.written!['versjon']), text(a.written!['versjon'])))[0];
    if (own && this.running.has(own)) return problem('own.extend.ring');
    if (own) this.load(own);
    if (own?.template) return own.template;
    return own ? problem('own.extend.broken', { params: { mal: wanted, fil: nameOf(own.address) } })
      : problem('own.extend.no-template', { written: name, candidates: () => [...this.base.templates.map((template) => template.id), ...this.files.flatMap(({ written }) => (written ? [text(written['mal'])] : []))] });
  }

  /**
   * An extension is another when its base is, and its own version is what the files on it go by: it has to say which of
   * several versions it extends, and its newest is told of a newer one.
   */
  baseProblems({ template, written }: OwnRead, versions: ReadonlyMap<string, Template[]>): Problem[] {
    const name = text(written?.['utvider']);
    const [wanted = '', version] = name.split('@');
    const [newest, ...others] = versions.get(wanted) ?? ownIn(this.base).filter(({ id }) => id === wanted);
    if (!template || !newest || (version === undefined ? !others.length : version === newest.version || versions.get(template.id)?.[0] !== template)) return [];
    const instead = `${wanted}@${newest.version}`;
    return [{ code: 'egen-versjon', at: ['utvider'], text: version === undefined ? 'own.extend.which' : 'own.extend.newer', params: { mal: wanted, versjon: newest.version, slik: instead }, instead, minor: true, ...(version === undefined ? {} : { note: true }) }];
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

/** The versions of each template, the newest first. */
export function byId(templates: readonly Template[]): Map<string, Template[]> {
  const found = new Map<string, Template[]>();
  for (const template of templates) found.set(template.id, [...(found.get(template.id) ?? []), template]);
  for (const versions of found.values()) versions.sort((a, b) => compareVersions(b.version, a.version));
  return found;
}

/** The own templates that a library has already, of each the newest version first. */
const ownIn = ({ templates, earlier = [] }: Library): Template[] => [...templates.filter(({ own }) => own), ...earlier];

/** What conditions and references are checked against. */
export const knownIn = (library: Library): Known => ({ isArticle: (reference) => isReferenceIn(library.articles, reference), articles: () => library.articles.keys() });
