/**
 * Fixtures are YAML files with their expected findings written in them:
 *
 *   II.4.4: nei          # funn: profilering-selvmotsagt
 *   # funn på beslutning/dato: beslutning-uten-dato      (overlays: a finding on something that the file does not have)
 *   # funn på linje 3: yaml-syntaks                      (files as they are: where a comment would change the line)
 *
 * The markers list all findings: one too many fails as well as one too few. Two kinds of file:
 *  - a file as it is, whose markers count by line;
 *  - an overlay, whose first line is `# grunnlag: <sample>`: its keys are laid over that complete sample (a key with
 *    the value `~fjern` is taken out), so a rule's fixture holds only what differs, and every other rule must stay
 *    silent. Its markers count by path.
 * `# konfigurasjon: {roller: [arkivleder]}` on a line of its own is the configuration that holds, as vurdert.config.yaml has it.
 * `# maler: test/fixtures/own` on a line of its own is the folder of a municipality's own templates and rules.
 * `# dag: 2027-06-01` on a line of its own is the day it is read, where that is not the tests' own.
 * A fixture of several files has a line `# fil: <path>` before each; a place then begins with the file's name.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Document, isMap, parseDocument, type YAMLMap } from 'yaml';
import { Assessments } from '../../server/core/across/assessments.ts';
import { digestOf } from '../../server/core/across/digest.ts';
import { analyse, type Analysis } from '../../server/core/analysis.ts';
import { readConfiguration } from '../../server/core/config/read.ts';
import type { Context, Library } from '../../server/core/library.ts';
import { loadOwn } from '../../server/core/own/load.ts';
import { library } from '../../server/core/product.ts';
import { parse } from '../../server/core/syntax/parse.ts';
import { bokmål } from '../../server/core/texts/texts.ts';
import { LineIndex } from '../../server/core/syntax/lines.ts';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const read = (file: string): string => readFileSync(path.resolve(root, file), 'utf8');

/** The day the tests live in. */
export const TODAY = '2026-11-22';
export const contextWith = (own: Library = library): Context => ({ library: own, texts: bokmål, today: TODAY });

export function analyseText(text: string, name = 'test.dpia.yaml', context: Context = contextWith()): Analysis {
  const analysis = analyse(text, name, context);
  if (!analysis) throw new Error(`${name} is not an assessment`);
  return analysis;
}

export interface Fixture {
  text: string;
  analysis: Analysis;
  /** `place: code`, sorted. The place is a line number, or a path in an overlay. */
  expected: string[];
  actual: string[];
}

/** Reads a fixture and runs it. The text and analysis of several files are the first one's. */
export function runFixture(file: string): Fixture {
  const written = read(file);
  if (written.startsWith('# fil: ')) return runTogether(written);
  const { text, expected, isOverlay } = prepared(written);
  const configuration = /^# konfigurasjon: (.+)$/m.exec(written)?.[1];
  const own = /^# maler: (\S+)$/m.exec(written)?.[1];
  const context = { ...contextWith(own ? libraryWith(own) : library), today: /^# dag: (\S+)$/m.exec(written)?.[1] ?? TODAY, ...(configuration ? { configuration: readConfiguration(configuration).configuration } : {}) };
  const analysis = analyseText(text, path.basename(file).endsWith('.dpia.yaml') ? path.basename(file) : 'fixture.dpia.yaml', context);
  return { text, analysis, expected, actual: found(analysis, isOverlay) };
}

/** Every file of a fixture, analysed: for those who look at more than where its findings stand. */
export function analysesOf(file: string): Analysis[] {
  const written = read(file);
  return written.startsWith('# fil: ') ? filesIn(written).map(({ analysis }) => analysis) : [runFixture(file).analysis];
}

const withOwn = new Map<string, Library>();
/** The product's library with the own templates and rules of a folder in it. */
function libraryWith(folder: string): Library {
  let made = withOwn.get(folder);
  if (!made) {
    const texts = readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.yaml')).sort().map((name) => ({ address: `${FOLDER}/${name}`, text: read(path.join(folder, name)) }));
    const [rules, templates] = [texts.filter(({ address }) => address.includes('.regel.')), texts.filter(({ address }) => !address.includes('.regel.'))];
    withOwn.set(folder, (made = loadOwn(library, { templates, rules }, { parse, texts: bokmål }).library));
  }
  return made;
}

function runTogether(written: string): Fixture {
  const files = filesIn(written);
  const named = (pick: (file: FileOfSeveral) => string[]): string[] => files.flatMap((file) => pick(file).map((place) => `${file.name}: ${place}`)).sort();
  return { text: files[0]!.text, analysis: files[0]!.analysis, expected: named((file) => file.expected), actual: named((file) => file.actual) };
}

function filesIn(written: string): FileOfSeveral[] {
  const parts = written.split(/^# fil: (\S+)\n/m).slice(1);
  return runAll(parts.flatMap((name, i) => (i % 2 ? [] : [{ name, ...prepared(parts[i + 1]!) }])));
}

/** A fixture that is one file of several, named by its path in their folder. */
export interface FileOfSeveral extends Fixture {
  name: string;
}

/** Every assessment in a folder, analysed as one workspace; the markers count by line. */
export function runFolder(folder: string): FileOfSeveral[] {
  const names = (readdirSync(path.resolve(root, folder), { recursive: true }) as string[]).map((name) => name.split(path.sep).join('/'));
  return runAll(names.filter((name) => name.endsWith('.yaml')).sort().map((name) => ({ name, ...prepared(read(path.join(folder, name))) })));
}

function runAll(files: ({ name: string } & ReturnType<typeof prepared>)[]): FileOfSeveral[] {
  const address = (name: string): string => `${FOLDER}/${name}`;
  const workspace = new Assessments(() => [FOLDER]);
  for (const { name, text } of files) workspace.set(digestOf(analyseText(text, path.basename(name)), address(name)));
  return files.map(({ name, text, expected, isOverlay }) => {
    const analysis = analyseText(text, path.basename(name), { ...contextWith(), surroundings: { address: address(name), workspace } });
    return { name, text, analysis, expected, actual: found(analysis, isOverlay) };
  });
}

/** Where the files of a fixture of several lie. */
export const FOLDER = 'file:///kommune';

function prepared(written: string): { text: string; expected: string[]; isOverlay: boolean } {
  const base = /^# grunnlag: (\S+)/.exec(written)?.[1];
  return base ? { text: overlay(read(path.join('samples', base)), written), expected: markersByPath(written), isOverlay: true } : { text: written, expected: markersByLine(written), isOverlay: false };
}

function found(analysis: Analysis, isOverlay: boolean): string[] {
  const lines = new LineIndex(analysis.text);
  return analysis.findings().map((finding) => (isOverlay ? `${finding.path || 'filen'}: ${finding.code}` : `${lines.lineAt(finding.range.start) + 1}: ${finding.code}`)).sort();
}

function markersByLine(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line, i) => {
    const elsewhere = /^\s*# funn på linje (\d+): (.+)$/.exec(line);
    if (elsewhere) return codes(elsewhere[2]).map((code) => `${elsewhere[1]}: ${code}`);
    return codes(/# funn: (.+)$/.exec(line)?.[1]).map((code) => `${i + 1}: ${code}`);
  }).sort();
}

const codes = (list: string | undefined): string[] => (list ? list.split(',').map((code) => code.trim()) : []);

/** The path of a marked line: the keys above it by indentation, `svar` left out, list items counted. */
function markersByPath(text: string): string[] {
  const found: string[] = [];
  const stack: { indent: number; key: string; items: number }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const elsewhere = /^\s*# funn på (\S+): (.+)$/.exec(line);
    if (elsewhere) {
      found.push(...codes(elsewhere[2]).map((code) => `${elsewhere[1]}: ${code}`));
      continue;
    }
    const match = /^(\s*)(- )?([^\s#:'"-][^:#]*):(\s|$)/u.exec(line);
    if (!match) continue;
    const indent = match[1]!.length;
    if (match[2]) {
      while (stack.length && stack.at(-1)!.indent > indent) stack.pop();
      const owner = stack.at(-1);
      if (owner && owner.key.startsWith('#')) {
        stack.pop();
        stack.push({ indent, key: `#${Number(owner.key.slice(1)) + 1}`, items: 0 });
      } else stack.push({ indent, key: '#0', items: 0 });
      stack.push({ indent: indent + 2, key: match[3]!.trim(), items: 0 });
    } else {
      while (stack.length && stack.at(-1)!.indent >= indent) stack.pop();
      stack.push({ indent, key: match[3]!.trim(), items: 0 });
    }
    const place = stack.map((each) => each.key.replace(/^#/, '')).filter((key, i) => !(i === 0 && key === 'svar')).join('/');
    const marks = codes(/# funn: (.+)$/.exec(line)?.[1]);
    found.push(...marks.map((code) => `${place}: ${code}`));
  }
  return found.sort();
}

/** Lays an overlay over a complete file: maps merge, everything else is replaced, `~fjern` is taken out. */
export function overlay(base: string, written: string): string {
  const document = parseDocument(base);
  merge(document.contents as unknown as YAMLMap, parseDocument(written).contents as unknown as YAMLMap, document);
  return document.toString({ lineWidth: 0 });
}

function merge(target: YAMLMap, source: YAMLMap | null, document: Document): void {
  for (const pair of source?.items ?? []) {
    const key = String((pair.key as { value: unknown }).value);
    const value = pair.value as { value?: unknown } | null;
    if (value && value.value === '~fjern') {
      target.delete(key);
      continue;
    }
    const old = target.get(key, true);
    const isAnswer = isMap(value) && isMap(old) && !value.has('svar');
    if (isAnswer) merge(old as YAMLMap, value as unknown as YAMLMap, document);
    else target.set(document.createNode(key), pair.value);
  }
}
