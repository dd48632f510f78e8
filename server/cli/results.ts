/** What was read, as the formats take it: places from 1, paths with `/`, a fingerprint for each finding. */
import path from 'node:path';
import type { Digest } from '../core/across/model.ts';
import type { Finding } from '../core/findings.ts';
import { CONFIG_NAME } from '../core/config/model.ts';
import type { Context } from '../core/library.ts';
import { isConfigName } from '../core/config/read.ts';
import { ownFindings, readAlone, unused } from '../core/own-files.ts';
import type { OwnRead } from '../core/own/load.ts';
import { ownKindByName } from '../core/recognise.ts';
import { parse } from '../core/syntax/parse.ts';
import type { Texts } from '../core/texts/texts.ts';
import type { Configurations } from '../workspace/config.ts';
import { decode, type Problem } from '../workspace/assessments.ts';
import type { Disk } from '../workspace/disk.ts';
import { addressOfPath, nodeDisk, pathOf, relativePath } from '../workspace/node-disk.ts';
import { fingerprintsOf, placeOf } from './fingerprints.ts';
import type { CheckedFile, FileName, Place, Result } from './formats/model.ts';
import type { Checked, MarkedFinding, ReadResult } from './read.ts';

/** A file with its findings, none of them in a baseline yet, and each finding's place as a baseline tells it. */
export interface Made {
  file: CheckedFile;
  places: Map<Result, string>;
}

export function madeOf(checked: Checked, read: Pick<ReadResult, 'pathOf' | 'digestAt'>, root: string): Made {
  const { digest, findings, suppressed } = checked;
  const name = nameOf(checked.path, root);
  // Suppressed ones have their number too: what a file begins or ceases to suppress does not rename the others.
  const all = [...findings, ...suppressed].sort((a, b) => a.range.start - b.range.start);
  const prints = new Map(fingerprintsOf(all.map((finding) => identityOf(finding, checked, name, root))).map((print, i) => [all[i]!, print]));
  const places = new Map<Result, string>();
  const made = (finding: MarkedFinding): Result => {
    const result = resultOf(finding, digest, read, root, prints.get(finding)!);
    places.set(result, placeOf(checked.rows, finding.path));
    return result;
  };
  const file: CheckedFile = {
    ...name, kind: digest.kind, template: digest.template, status: digest.status, title: digest.title,
    results: findings.map(made), known: [], suppressed: suppressed.map((finding) => ({ ...made(finding), reason: finding.reason })),
  };
  return { file, places };
}

/**
 * What is wrong in the configurations, own templates and own rules, and the problems that are left: one of these that is
 * named is no assessment, and looked at for what it is.
 */
export async function declarationsOf(read: ReadResult, context: Pick<Context, 'library' | 'texts'>, root: string, disk: Disk = nodeDisk): Promise<{ files: CheckedFile[]; problems: Problem[]; named: Problem[] }> {
  const { configs, checked, own = [] } = read;
  const named = read.problems.filter(({ reason, path: at }) => reason === 'not-assessment' && (isConfigName(path.basename(at)) || isOwnFile(configs, at)));
  const files = [...configurationsOf(configs, context.texts, root), ...(await ownFilesOf(configs, named.map((each) => each.path), own, checked.length === 0, context, root, disk))];
  return { files, named, problems: read.problems.filter((problem) => !named.includes(problem)) };
}

/** What is wrong in the configurations that the files were read with; a configuration that is in order is not listed. */
function configurationsOf(configs: Configurations, texts: Texts, root: string): CheckedFile[] {
  return configs.all().flatMap((state): CheckedFile[] => {
    const findings = configs.findings(state, state.file, texts);
    if (!findings.length) return [];
    const name = nameOf(relativePath(state.address), root);
    const prints = fingerprintsOf(findings.map(({ code, path: at }) => [code, name.fromRoot, at]));
    const results = findings.map((finding, i): Result => ({ code: finding.code, severity: finding.severity, message: finding.message, at: finding.path, ...placed(state.file, finding.range), fingerprint: prints[i]!, related: [] }));
    return [{ ...name, kind: 'konfigurasjon', template: '', status: 'besluttet', title: CONFIG_NAME, results, known: [], suppressed: [] }];
  });
}

/** Whether a path leads to a municipality's own template or rule: by its name, or because a configuration names it. */
const isOwnFile = (configs: Configurations, at: string): boolean => ownKindByName(path.basename(at)) !== undefined || ownRead(configs, addressOfPath(at)) !== undefined;

const ownRead = (configs: Configurations, address: string): OwnRead | undefined => configs.all().map(({ own }) => own.get(address)).find((read) => read !== undefined);

/**
 * What is wrong in the own templates and rules that the configurations name, and in those that are named outright or
 * `met` on the way; one that is in order is not listed. `alone`: nothing else is looked at, so that what is named is what is meant.
 */
async function ownFilesOf(configs: Configurations, named: readonly string[], met: readonly string[], alone: boolean, context: Pick<Context, 'library' | 'texts'>, root: string, disk: Disk): Promise<CheckedFile[]> {
  const files = new Map(configs.all().flatMap(({ own }) => [...own]));
  for (const at of [...named, ...met]) {
    const [address, kind] = [addressOfPath(at), ownKindByName(path.basename(at))];
    const bytes = files.has(address) ? undefined : await disk.read(at).catch(() => undefined);
    const text = bytes && decode(bytes);
    if (kind && text !== undefined) files.set(address, unused(readAlone(configs.libraryFor(address), { address, text }, kind, { parse, texts: context.texts }), configs.isOneTooMany(address)));
  }
  const meant = new Set(named.map(addressOfPath));
  return [...files.values()].filter(({ address }) => !alone || !meant.size || meant.has(address)).flatMap((file): CheckedFile[] => {
    const findings = ownFindings(file, context);
    if (!findings.length) return [];
    const name = nameOf(relativePath(file.address), root);
    const prints = fingerprintsOf(findings.map(({ code, path: at }) => [code, name.fromRoot, at]));
    const results = findings.map((finding, i): Result => ({ code: finding.code, severity: finding.severity, message: finding.message, at: finding.path, ...placed(file, finding.range), fingerprint: prints[i]!, related: [] }));
    return [{ ...name, kind: file.kind === 'template' ? 'mal' : 'regel', template: '', status: 'besluttet', title: name.path, results, known: [], suppressed: [] }];
  });
}

function identityOf({ code, path: at, mark, related }: MarkedFinding, { rows }: Checked, { fromRoot }: FileName, root: string): string[] {
  const others = related.flatMap(({ address }) => (address === undefined ? [] : nameOf(pathOf(address), root).fromRoot)).sort();
  return [code, fromRoot, placeOf(rows, at), mark, ...others];
}

function resultOf({ code, severity, message, path: at, range, related }: Finding, digest: Digest, { pathOf: shown, digestAt }: Pick<ReadResult, 'pathOf' | 'digestAt'>, root: string, fingerprint: string): Result {
  return {
    code, severity, message, at, ...placed(digest, range), fingerprint,
    related: related.map((each) => ({
      at: each.path, message: each.message,
      ...placed((each.address === undefined ? digest : digestAt(each.address)) ?? digest, each.range),
      ...(each.address === undefined ? {} : { file: nameOf(shown(each.address), root) }),
    })),
  };
}

function placed({ lines }: Pick<Digest, 'lines'>, range: { start: number; end: number }): { start: Place; end: Place } {
  const place = (offset: number): Place => {
    const { line, character } = lines.position(offset);
    return { line: line + 1, column: character + 1 };
  };
  return { start: place(range.start), end: place(range.end) };
}

/** A path as it was come upon is shown from where the process stands, unless that leads further away than it is long. */
export function nameOf(at: string, root: string): FileName {
  const slashed = (each: string): string => each.split(path.sep).join('/');
  const here = path.relative('', path.resolve(at));
  return { path: slashed(path.isAbsolute(at) && here.startsWith('..') ? at : here), fromRoot: slashed(path.relative(root, path.resolve(at))) };
}
