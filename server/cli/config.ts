import path from 'node:path';
import { CONFIG_NAME } from '../core/config/model.ts';
import { explained, type Explained } from '../core/config/explain.ts';
import type { Finding } from '../core/findings.ts';
import type { ConfigState } from '../workspace/config.ts';
import { addressOfPath, nodeDisk, relativePath } from '../workspace/node-disk.ts';
import { readArguments } from './arguments.ts';
import { configured } from './configured.ts';
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
  const isLookedAt = kind === 'folder' || configs.includes(address);
  if (values.format === 'json') terminal.out(`${JSON.stringify(asJson(state, entries, findings, isLookedAt), undefined, 2)}\n`);
  else print(at, state, entries, findings, isLookedAt, terminal);
  return findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.clean;
}

const nameOf = (state: ConfigState): string => relativePath(state.address).split(path.sep).join('/');

function placed(state: ConfigState, { range }: Finding): { line: number; column: number } {
  const { line, character } = state.file.lines.position(range.start);
  return { line: line + 1, column: character + 1 };
}

function asJson(state: ConfigState | undefined, entries: readonly Explained[], findings: readonly Finding[], isLookedAt: boolean): unknown {
  return {
    file: state ? nameOf(state) : null, lookedAt: isLookedAt,
    values: entries.map(({ key, value, from, line }) => ({ key, value: value ?? null, from, ...(line === undefined ? {} : { line }) })),
    findings: state ? findings.map((finding) => ({ code: finding.code, severity: finding.severity, message: finding.message, path: finding.path, ...placed(state, finding) })) : [],
  };
}

function print(at: string, state: ConfigState | undefined, entries: readonly Explained[], findings: readonly Finding[], isLookedAt: boolean, terminal: Terminal): void {
  terminal.out(`${styled(terminal, 'bold', state ? terminal.texts('cli.config.file', { fil: harmless(nameOf(state)) }) : terminal.texts('cli.config.none', { fil: CONFIG_NAME }))}\n`);
  if (!isLookedAt) terminal.out(`${terminal.texts('cli.config.left-out', { sti: harmless(at) })}\n`);
  terminal.out('\n');
  const shown = entries.map(({ key, value, from, line }) => ({
    key: key.replaceAll('/', ' › '), words: wordsOf(value, terminal),
    from: from === 'default' ? terminal.texts('cli.config.default') : `${nameOf(state!)}${line === undefined ? '' : `:${line}`}`,
  }));
  const width = Math.max(...shown.map(({ key }) => key.length));
  for (const { key, words, from } of shown) terminal.out(`  ${harmless(key).padEnd(width)}  ${harmless(words)}  ${styled(terminal, 'dim', `(${harmless(from)})`)}\n`);
  terminal.out(`\n${wrapped(terminal.texts('cli.config.order'), terminal.width, '')}\n`);
  if (!state || !findings.length) return;
  terminal.out('\n');
  for (const finding of findings) {
    const { line, column } = placed(state, finding);
    terminal.out(`${harmless(`${nameOf(state)}:${line}:${column}`)}  ${styled(terminal, 'red', terminal.texts(`severity.${finding.severity}`))}  ${harmless(`${finding.message} (${finding.code})`)}\n`);
  }
}

function wordsOf(value: Explained['value'], { texts }: Terminal): string {
  if (value === undefined || (Array.isArray(value) && !value.length)) return texts('cli.config.nothing');
  return Array.isArray(value) ? value.join(', ') : String(value);
}
