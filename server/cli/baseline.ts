/** The baseline: findings that were there already, which are not counted. Sorted, a line for each, so that it diffs well. */
import { readFile } from 'node:fs/promises';
import { writeAll } from './outputs.ts';
import { Refusal } from './terminal.ts';

export interface KnownFinding {
  /** From the root, with `/`. */
  fil: string;
  kode: string;
  /** The place in the assessment, with its rows by name: for the reader, and to sort by. */
  på: string;
  /** The fingerprint. */
  id: string;
}

export interface Baseline {
  findings: readonly KnownFinding[];
  has(fingerprint: string): boolean;
}

const KIND = 'grunnlinje';
const VERSION = 1;

export function baselineOf(findings: readonly KnownFinding[]): Baseline {
  const ids = new Set(findings.map(({ id }) => id));
  return { findings, has: (fingerprint) => ids.has(fingerprint) };
}

/** Reads a baseline; undefined when the file is not there. Throws a Refusal for a file that is something else. */
export async function readBaseline(file: string): Promise<Baseline | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new Refusal('cli.problem.other', { sti: file, kode: ` (${String(code)})` });
  }
  const findings = parsed(text);
  if (!findings) throw new Refusal('cli.baseline.broken', { sti: file });
  return baselineOf(findings);
}

function parsed(text: string): KnownFinding[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  const { vurdert, versjon, funn } = (value ?? {}) as { vurdert?: unknown; versjon?: unknown; funn?: unknown };
  if (vurdert !== KIND || versjon !== VERSION || !Array.isArray(funn)) return undefined;
  return (funn as unknown[]).every(isFinding) ? (funn as KnownFinding[]) : undefined;
}

function isFinding(value: unknown): value is KnownFinding {
  return typeof value === 'object' && value !== null && (['fil', 'kode', 'på', 'id'] as const).every((key) => typeof (value as Record<string, unknown>)[key] === 'string');
}

export interface Update {
  findings: KnownFinding[];
  added: number;
  gone: number;
}

/**
 * The baseline after a run: what was found now, and what stood of files that were not looked at and are still there.
 * What is gone from the files is gone from it.
 */
export function updated(before: Baseline | undefined, now: readonly KnownFinding[], isKept: (file: string) => boolean): Update {
  const kept = (before?.findings ?? []).filter(({ fil }) => isKept(fil));
  const findings = [...new Map([...kept, ...now].map((each) => [each.id, each])).values()].sort(inOrder);
  const after = baselineOf(findings);
  return { findings, added: findings.filter(({ id }) => !before?.has(id)).length, gone: (before?.findings ?? []).filter(({ id }) => !after.has(id)).length };
}

/** Writes a baseline; one that is the same already is left alone. Throws a Refusal. */
export async function writeBaseline(file: string, findings: readonly KnownFinding[], sources: readonly string[]): Promise<void> {
  await writeAll([{ path: file, content: written(findings) }], { force: true, makeFolders: false, sources });
}

export function written(findings: readonly KnownFinding[]): string {
  const lines = findings.map(({ fil, kode, på, id }) => `    ${JSON.stringify({ fil, kode, på, id })}`);
  return `{\n  "vurdert": "${KIND}",\n  "versjon": ${VERSION},\n  "funn": [${lines.length ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

function inOrder(a: KnownFinding, b: KnownFinding): number {
  for (const key of ['fil', 'kode', 'på', 'id'] as const) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  return 0;
}
