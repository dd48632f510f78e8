/** `checkFiles` of the npm package says what `vurdert check` says, of files on the disk and of texts. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check, checkFiles, diff, render } from '../../server/api/index.ts';
import type { CheckResult, Finding } from '../../server/api/types.ts';
import { root } from '../core/fixtures.ts';
import { CLI, ensureBuilt } from './built.ts';

let folder = '';
beforeAll(() => {
  ensureBuilt();
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'vurdert-api-')));
  for (const name of ['maler', 'andre']) mkdirSync(path.join(folder, name));
  for (const name of ['kommune-dpia.mal.yaml', 'kommune-dpia.1.mal.yaml', 'fagradet.regel.yaml', 'feil/uten-grunnlag.mal.yaml']) cpSync(path.join(root, 'test/fixtures/own', name), path.join(folder, 'maler', path.basename(name)));
  cpSync(path.join(root, 'test/fixtures/own/fagradet.regel.yaml'), path.join(folder, 'andre/annet.regel.yaml'));
  writeFileSync(path.join(folder, 'vurdert.config.yaml'), 'maler: [maler, finnes-ikke]\nregelfiler: [maler]\nregler: {finnes-ikke: av}\n');
  writeFileSync(path.join(folder, 'vakt.dpia.yaml'), "vurdering: dpia\nmal: kommune-dpia\nmalversjon: '1'\ntittel: Vakt\nbehandlingsansvarlig: Eksempel kommune\nstatus: utkast\nip: ./borte.ip.yaml\nsvar:\n  K.3: Eier\n");
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Said = { [file: string]: string[] };
const plain = (findings: readonly Pick<Finding, 'code' | 'message' | 'start'>[]): string[] => findings.map(({ code, message, start }) => `${start.line}:${start.column} ${code} ${message}`);
const saidBy = ({ files, declarations }: CheckResult): Said => Object.fromEntries([...files, ...declarations].map(({ file, findings }) => [file, plain(findings)]));

function saidByProgram(): Said {
  const { files } = JSON.parse(spawnSync(process.execPath, [CLI, 'check', '--format', 'json'], { cwd: folder, encoding: 'utf8' }).stdout) as { files: { file: string; findings: Finding[] }[] };
  return Object.fromEntries(files.map(({ file, findings }) => [file, plain(findings)]));
}

it('files: the configuration, templates and rules too', async () => {
  const expected = saidByProgram();
  expect(Object.keys(expected).sort()).toEqual(['andre/annet.regel.yaml', 'maler/uten-grunnlag.mal.yaml', 'vakt.dpia.yaml', 'vurdert.config.yaml']);
  const found = await checkFiles([folder], { within: folder });
  expect(saidBy(found)).toEqual(expected);
  expect(found.declarations.map(({ kind, file }) => [file, kind]).sort()).toEqual([['andre/annet.regel.yaml', 'regel'], ['maler/uten-grunnlag.mal.yaml', 'mal'], ['vurdert.config.yaml', 'konfigurasjon']]);
  expect(found.problems).toEqual([]);
});

it('texts: the same, and none of them is said to be no assessment', async () => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.yaml'));
  const found = await checkFiles(Object.fromEntries(names.map((each) => [each.split(path.sep).join('/'), readFileSync(path.join(folder, each), 'utf8')])));
  expect(saidBy(found)).toEqual(saidByProgram());
  expect(found.problems).toEqual([]);
});

it('what is named alone, and what is in order', async () => {
  expect(await checkFiles({ 'vurdert.config.yaml': 'mapper: [{a: b}]\n' })).toMatchObject({ files: [], declarations: [{ file: 'vurdert.config.yaml', kind: 'konfigurasjon', findings: [{ code: 'konfigurasjon-verdi' }] }], problems: [] });
  expect(await checkFiles({ 'vurdert.config.yaml': 'språk: nb\n' })).toEqual({ files: [], declarations: [], problems: [] });
});

it('a comparison reads the older file in the place of the newer, as `vurdert diff` does', async () => {
  const older = path.join(folder, 'andre/vakt.dpia.yaml');
  const newer = path.join(folder, 'vakt.dpia.yaml');
  // There is something where the link leads from here, and nothing where it leads from there.
  const text = readFileSync(newer, 'utf8').replace('./borte.ip.yaml', './andre/annet.regel.yaml');
  writeFileSync(older, text);
  try {
    const found = (await diff({ path: older }, { path: newer }, { format: 'json' }))!;
    const ended = spawnSync(process.execPath, [CLI, 'diff', older, newer, '--format', 'json'], { cwd: folder, encoding: 'utf8' });
    const findings = (json: string): { nye: { kode: string }[]; borte: { kode: string }[] } => (JSON.parse(json) as { filer: { funn: { nye: { kode: string }[]; borte: { kode: string }[] } }[] }).filer[0]!.funn;
    expect(findings(found.text)).toEqual(findings(ended.stdout));
    expect(findings(found.text).nye.map(({ kode }) => kode)).toEqual(['lenke-uten-fil']);
  } finally {
    rmSync(older);
  }
});

it('a source that is none gets a clear answer', async () => {
  await expect(check([] as never)).rejects.toThrow(/^Kilden må være teksten i en vurdering/);
  await expect(check(undefined as never)).rejects.toThrow(/^Kilden må være teksten i en vurdering/);
  await expect(check({ path: folder })).rejects.toMatchObject({ code: 'not-assessment', path: folder, message: expect.stringContaining('er en mappe') });
  await expect(check('vurdering: dpia\n', { today: '1. mai' })).rejects.toThrow(new RangeError('«1. mai» er ingen dag. «today» skrives som år, måned og dag: 2026-12-31.'));
  await expect(render({ path: path.join(folder, 'borte.dpia.yaml') })).rejects.toMatchObject({ code: 'missing' });
});
