/** Reads a file into what others need to know of it. */
import type { Analysis } from '../analysis.ts';
import { block, rows, textOf } from '../assessment/facts.ts';
import { legalCases } from '../assessment/legal.ts';
import { folded, isPlaceholder } from '../assessment/normalise.ts';
import { rangeOf, resolve } from '../assessment/paths.ts';
import { progressOf } from '../assessment/progress.ts';
import { keepsBack } from '../assessment/redaction.ts';
import { risksOf } from '../assessment/risk.ts';
import type { Json, Range } from '../syntax/nodes.ts';
import { originOf, type Question } from '../templates/model.ts';
import type { Facts } from '../rules/model.ts';
import { suppressionsOf } from '../assessment/suppressions.ts';
import { addressOf } from './addresses.ts';
import { carriedFrom, carriedIn, carriedInRow } from './carried.ts';
import { libraryIn } from '../library.ts';
import type { Language } from '../texts/language.ts';
import type { Carried, Digest, FileLink, RecordRow } from './model.ts';

/** Longer text is only there to be known again. Characters. */
const ENOUGH = 120;
/** How much of a purpose is compared. */
const COMPARED = 1000;

/** The head's keys that rules over several files read. */
const HEAD = ['tittel', 'behandlingsansvarlig', 'kriterier', 'oppstart', 'endret', 'i-bruk', 'behov', 'beslutning', 'behandlingsoversikt', 'personvernombud', 'forhåndsdrøftelse', 'neste-gjennomgang'];

/** The digest of one version of a file. Nothing in it holds on to the file's text. */
export function digestOf(analysis: Analysis, address: string): Digest {
  const { assessment, context, lines } = analysis;
  const { kind, template, status, index } = assessment;
  const roles: Digest['roles'] = {};
  const facts: Facts = {};
  for (const key of HEAD) if (assessment.facts[key] !== undefined) facts[key] = short(assessment.facts[key]);
  for (const { question } of index.questions.values()) {
    if (question.role === undefined) continue;
    roles[question.role] = question.id;
    const value = assessment.facts[question.id];
    if (value !== undefined && question.role !== 'behandlinger') facts[question.role] = short(value);
  }
  const links = linksIn(analysis, address);
  const risks = risksOf(template.risk, assessment.facts);
  const carried = carriedFrom(assessment, context.library);
  const digest: Digest = {
    address, kind, template: template.id, title: short(textOf(assessment.facts['tittel'])) as string, status, facts, roles, links,
    rows: rowsIn(analysis, roles['behandlinger'], links),
    carried, ...carriedElse(analysis, carried),
    places: placesIn(analysis, [...Object.values(roles), ...links.map(({ path }) => path)]),
    lines: lines.table(),
    progress: progressOf(assessment),
    risk: { ...highest('before', risks.map(({ before }) => before?.level), template.risk.levels), ...highest('after', risks.map(({ after }) => after?.level), template.risk.levels) },
    suppressions: suppressionsOf(assessment),
    purposes: purposesIn(roles['formål'] === undefined ? undefined : assessment.facts[roles['formål']]),
    legal: legalCases(assessment.facts, originOf(template)).length > 0,
    keepsBack: keepsBack(assessment, analysis.text),
  };
  return detached(digest);
}

/** Bokmål and the repository's language: what a file was written in before it said another. */
function carriedElse({ assessment, context, language }: Analysis, own: Carried): Pick<Digest, 'carriedElse'> {
  const others = new Set<Language>(['nb', context.configuration?.language ?? 'nb']);
  others.delete(language);
  const found = carriedIn(assessment, [...others].map((each) => libraryIn(context.library, each)), own);
  return found.length ? { carriedElse: found } : {};
}

function highest<Key extends string>(key: Key, levels: (string | undefined)[], order: { level: string }[]): { [name in Key]?: string } {
  const found = order.findLast(({ level }) => levels.includes(level));
  return (found ? { [key]: found.level } : {}) as { [name in Key]?: string };
}

function short(value: Json | undefined): Json {
  if (typeof value === 'string') return value.length > ENOUGH ? `${value.slice(0, ENOUGH)}…` : value;
  if (Array.isArray(value)) return value.map(short);
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, short(inner)]));
  return value ?? null;
}

/** Each row's purpose, or the one text that holds them all. */
function purposesIn(value: Json | undefined): string[] {
  const said = Array.isArray(value) ? rows(value).map((row) => textOf(row['formål'])) : [textOf(value)];
  return said.filter((text) => text && !isPlaceholder(text)).map((text) => folded(text.slice(0, COMPARED)));
}

/** Strings cut out of a text keep all of it alive: these are copies. */
function detached(digest: Digest): Digest {
  const { places, lines, ...plain } = digest;
  return { ...(JSON.parse(JSON.stringify(plain)) as typeof plain), places, lines };
}

/** Every answer of kind «fil», in the head, under `svar` and in groups. */
export function linksIn({ assessment }: Pick<Analysis, 'assessment'>, address: string): FileLink[] {
  const links: FileLink[] = [];
  const visit = (question: Question, path: string, value: Json | undefined): void => {
    const { kind } = question;
    if (kind.type === 'file') {
      const written = typeof value === 'string' && !isPlaceholder(value) ? value.trim() : '';
      if (written) links.push({ path, written, range: rangeOf(assessment, path), kinds: kind.kinds, target: addressOf(address, written) });
    } else if (kind.type === 'group') {
      const groups: [string, Json][] = Array.isArray(value) ? value.map((row, i) => [`${path}/${i}`, row]) : kind.forEach ? Object.entries((value ?? {}) as Facts).map(([name, row]) => [`${path}/${name}`, row]) : [[path, value ?? null]];
      for (const [at, row] of groups) for (const field of kind.fields) if (row !== null && typeof row === 'object' && !Array.isArray(row)) visit(field, `${at}/${field.id}`, row[field.id]);
    }
  };
  for (const field of assessment.template.head) visit(field, field.id, assessment.facts[field.id]);
  for (const { question } of assessment.index.questions.values()) if (!question.answeredIn) visit(question, question.id, assessment.facts[question.id]);
  return links;
}

function rowsIn({ assessment }: Analysis, id: string | undefined, links: FileLink[]): RecordRow[] {
  if (id === undefined || !Array.isArray(assessment.facts[id])) return [];
  const question = assessment.index.questions.get(id)!.question;
  return assessment.facts[id].map((row, i) => {
    const path = `${id}/${i}`;
    const value = row !== null && typeof row === 'object' && !Array.isArray(row) ? row : {};
    return {
      path, id: textOf(value['id']), name: textOf(value['navn']), entered: textOf(value['ført']),
      assessment: links.find((link) => link.path === `${path}/vurdering`)?.target,
      carried: carriedInRow(question, value),
    };
  });
}

/** The places that a finding over several files may stand on. */
function placesIn({ assessment }: Analysis, more: string[]): Map<string, Range> {
  const decision = block(assessment.facts, 'beslutning');
  const paths = [
    ...assessment.head.keys(), ...more,
    ...['beslutning/utfall', 'beslutning/dato', 'behandlingsoversikt/id', 'behandlingsoversikt/dato'],
    ...rows(decision['forbedringer']).flatMap((_, i) => [`beslutning/forbedringer/${i}`, `beslutning/forbedringer/${i}/frist`]),
    ...(Array.isArray(assessment.facts['behandlinger']) ? assessment.facts['behandlinger'].flatMap((_, i) => [`behandlinger/${i}`, `behandlinger/${i}/id`]) : []),
  ];
  const places = new Map<string, Range>();
  for (const path of paths) if (!places.has(path) && resolve(assessment, path).found) places.set(path, rangeOf(assessment, path));
  places.set('', rangeOf(assessment, ''));
  return places;
}

/** Where a finding about a path stands: there, or on the nearest that the digest knows. */
export function placeIn({ places }: Pick<Digest, 'places'>, path: string): Range {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const range = places.get(at);
    if (range) return range;
    if (at === '') return { start: 0, end: 0 };
  }
}
