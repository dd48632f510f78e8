import path from 'node:path';
import { CONFIG_NAME } from '../core/config/model.ts';
import { explained, type Explained } from '../core/config/explain.ts';
import { settingsProblems } from '../core/config/settings.ts';
import type { Finding } from '../core/findings.ts';
import type { Library } from '../core/library.ts';
import type { Texts } from '../core/texts/texts.ts';
import { decode } from '../workspace/assessments.ts';
import type { ConfigState } from '../workspace/config.ts';
import { addressOfPath, nodeDisk, relativePath } from '../workspace/node-disk.ts';
import { readArguments } from './arguments.ts';
import { configured } from './configured.ts';
import { readFolderSettings, SETTINGS_FILE } from './folder-settings.ts';
import { rootsOf } from './read.ts';
import { contextOf, EXIT, harmless, Refusal, styled, wrapped, type Terminal } from './terminal.ts';

/** `vurdert config [STI]`: what is in force for a file or folder, and where each value comes from. */
export async function config(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, { format: { type: 'string', among: ['pretty', 'json'] } });
  if (positionals.length > 1) throw new Refusal('cli.config.one');
  const at = positionals[0] ?? '.';
  const kind = await nodeDisk.kindOf(at).catch(() => undefined);
  if (kind === undefined) throw new Refusal('cli.problem.missing', { sti: at });
  const roots = await rootsOf([at]);
  const { configs } = configured(contextOf(terminal), nodeDisk, roots.size ? [...roots.values()] : [kind === 'folder' ? at : path.dirname(path.resolve(at))]);
  const address = kind === 'folder' ? `${addressOfPath(at)}/` : addressOfPath(at);
  await configs.ready(address);
  const state = configs.of(address);
  const findings = state ? configs.findings(state, state.file, terminal.texts) : [];
  const entries = explained(state?.configuration, state?.file, configs.libraryFor(address));
  const folder = roots.get(path.resolve(at)) ?? (kind === 'folder' ? at : path.dirname(path.resolve(at)));
  const inVSCode = await settingsOf(folder, state, configs.libraryFor(address), terminal.texts);
  const isLookedAt = kind === 'folder' || configs.includes(address);
  if (values.format === 'json') terminal.out(`${JSON.stringify(asJson(state, entries, inVSCode, findings, isLookedAt), undefined, 2)}\n`);
  else print(at, state, entries, inVSCode, findings, isLookedAt, terminal);
  return findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.clean;
}

/** What the folder's own settings make of the rules that they name, in VS Code alone. */
interface InVSCode {
  /** As it is shown. */
  file: string;
  entries: Explained[];
  /** What is wrong in them, in words. */
  problems: string[];
}

/** Undefined where the folder's settings do not speak of the rules. */
async function settingsOf(folder: string, state: ConfigState | undefined, library: Library, texts: Texts): Promise<InVSCode | undefined> {
  const at = path.join(folder, SETTINGS_FILE);
  const bytes = (await nodeDisk.kindOf(at).catch(() => undefined)) === 'file' ? await nodeDisk.read(at).catch(() => undefined) : undefined;
  const settings = bytes && readFolderSettings(decode(bytes) ?? '');
  if (!settings || settings.value === undefined) return undefined;
  const entries = explained(state?.configuration, state?.file, library, settings.levels).flatMap((entry) => {
    const [key, code = '', status = ''] = entry.key.split('/');
    if (key !== 'regler' || !settings.levels.has(code)) return [];
    const line = entry.from === 'setting' ? settings.lineOf(code, status) : entry.line;
    return [line === undefined ? entry : { ...entry, line }];
  });
  return { file: shown(at), entries, problems: settingsProblems(settings.value, { library, texts }, []) };
}

const shown = (file: string): string => relativePath(addressOfPath(file)).split(path.sep).join('/');
const nameOf = (state: ConfigState): string => relativePath(state.address).split(path.sep).join('/');
const plainly = ({ key, value, from, line }: Explained): object => ({ key, value: value ?? null, from, ...(line === undefined ? {} : { line }) });

function placed(state: ConfigState, { range }: Finding): { line: number; column: number } {
  const { line, character } = state.file.lines.position(range.start);
  return { line: line + 1, column: character + 1 };
}

function asJson(state: ConfigState | undefined, entries: readonly Explained[], inVSCode: InVSCode | undefined, findings: readonly Finding[], isLookedAt: boolean): unknown {
  return {
    file: state ? nameOf(state) : null, lookedAt: isLookedAt,
    values: entries.map(plainly),
    vscode: inVSCode ? { file: inVSCode.file, values: inVSCode.entries.map(plainly) } : null,
    findings: state ? findings.map((finding) => ({ code: finding.code, severity: finding.severity, message: finding.message, path: finding.path, ...placed(state, finding) })) : [],
  };
}

function print(at: string, state: ConfigState | undefined, entries: readonly Explained[], inVSCode: InVSCode | undefined, findings: readonly Finding[], isLookedAt: boolean, terminal: Terminal): void {
  terminal.out(`${styled(terminal, 'bold', state ? terminal.texts('cli.config.file', { fil: harmless(nameOf(state)) }) : terminal.texts('cli.config.none', { fil: CONFIG_NAME }))}\n`);
  if (!isLookedAt) terminal.out(`${terminal.texts('cli.config.left-out', { sti: harmless(at) })}\n`);
  terminal.out('\n');
  printEntries(entries, state, '', terminal);
  if (inVSCode) {
    terminal.out(`\n${wrapped(terminal.texts('cli.config.settings', { fil: harmless(inVSCode.file) }), terminal.width, '')}\n\n`);
    printEntries(inVSCode.entries, state, inVSCode.file, terminal);
    for (const problem of inVSCode.problems) terminal.out(`  ${harmless(problem)}\n`);
  }
  terminal.out(`\n${wrapped(`${terminal.texts('cli.config.order')} ${terminal.texts('cli.config.settings-own')}`, terminal.width, '')}\n`);
  if (!state || !findings.length) return;
  terminal.out('\n');
  for (const finding of findings) {
    const { line, column } = placed(state, finding);
    terminal.out(`${harmless(`${nameOf(state)}:${line}:${column}`)}  ${styled(terminal, 'red', terminal.texts(`severity.${finding.severity}`))}  ${harmless(`${finding.message} (${finding.code})`)}\n`);
  }
}

function printEntries(entries: readonly Explained[], state: ConfigState | undefined, settings: string, terminal: Terminal): void {
  const shown = entries.map(({ key, value, from, line }) => ({
    key: key.replaceAll('/', ' › '), words: wordsOf(value, terminal),
    from: from === 'default' ? terminal.texts('cli.config.default') : `${from === 'file' ? nameOf(state!) : settings}${line === undefined ? '' : `:${line}`}`,
  }));
  const width = Math.max(0, ...shown.map(({ key }) => key.length));
  for (const { key, words, from } of shown) terminal.out(`  ${harmless(key).padEnd(width)}  ${harmless(words)}  ${styled(terminal, 'dim', `(${harmless(from)})`)}\n`);
}

function wordsOf(value: Explained['value'], { texts }: Terminal): string {
  if (value === undefined || (Array.isArray(value) && !value.length)) return texts('cli.config.nothing');
  return Array.isArray(value) ? value.join(', ') : String(value);
}
