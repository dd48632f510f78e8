/** `vurdert check` of a repository with own templates, and of the template files themselves. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../core/fixtures.ts';
import { CLI, ensureBuilt } from './built.ts';

let folder = '';
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(path.join(tmpdir(), 'vurdert-'));
  mkdirSync(path.join(folder, 'maler'));
  for (const name of ['kommune-dpia.mal.yaml', 'kommune-dpia.1.mal.yaml', 'fagradet.regel.yaml', 'feil/uten-grunnlag.mal.yaml']) cpSync(path.join(root, 'test/fixtures/own', name), path.join(folder, 'maler', path.basename(name)));
  writeFileSync(path.join(folder, 'vurdert.config.yaml'), 'maler: [maler]\nregelfiler: [maler]\n');
  writeFileSync(path.join(folder, 'vakt.dpia.yaml'), "vurdering: dpia\nmal: kommune-dpia\nmalversjon: '1'\ntittel: Vakt\nbehandlingsansvarlig: Eksempel kommune\nstatus: utkast\nsvar:\n  K.3: Eier\n");
}, 120_000);
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function codes(...args: string[]): { [file: string]: string[] } {
  let out: string;
  try {
    out = execFileSync(process.execPath, [CLI, 'check', '--format', 'json', ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    out = (error as { stdout: string }).stdout;
  }
  const { files } = JSON.parse(out) as { files: { file: string; findings: { code: string }[] }[] };
  return Object.fromEntries(files.map(({ file, findings }) => [file, [...new Set(findings.map(({ code }) => code))].sort()]));
}

it('a repository is checked with its own templates, and they are checked too', () => {
  expect(codes('.')).toEqual({ 'maler/uten-grunnlag.mal.yaml': ['egen-id'], 'vakt.dpia.yaml': ['mal-nyere-versjon', 'ubesvarte'] });
});

it('a template that is named is checked alone', () => {
  expect(codes('maler/uten-grunnlag.mal.yaml')).toEqual({ 'maler/uten-grunnlag.mal.yaml': ['egen-id'] });
  expect(codes('maler/kommune-dpia.mal.yaml')).toEqual({});
});

it('a template that no configuration names is said not to be in use, come upon or named', () => {
  mkdirSync(path.join(folder, 'andre'));
  cpSync(path.join(root, 'test/fixtures/own/fagradet.regel.yaml'), path.join(folder, 'andre', 'annet.regel.yaml'));
  try {
    expect(codes('.')['andre/annet.regel.yaml']).toContain('egen-ubrukt');
    expect(Object.keys(codes('andre/annet.regel.yaml'))).toEqual(['andre/annet.regel.yaml']);
    expect(codes('andre')['andre/annet.regel.yaml']).toContain('egen-ubrukt');
  } finally {
    rmSync(path.join(folder, 'andre'), { recursive: true });
  }
});

it('a configuration may be named, and one that leaves nothing to look at tells of its mistakes', () => {
  const at = path.join(folder, 'feil');
  mkdirSync(at);
  writeFileSync(path.join(at, 'vurdert.config.yaml'), 'mapper: [ingenting, 7, {a: b}]\n');
  try {
    expect(codes('vurdert.config.yaml')).toEqual({});
    expect(codes('feil/vurdert.config.yaml')).toEqual({ 'feil/vurdert.config.yaml': ['konfigurasjon-verdi'] });
    expect(codes('feil')['feil/vurdert.config.yaml']).toEqual(['konfigurasjon-verdi']);
  } finally {
    rmSync(at, { recursive: true });
  }
});

it('explains the codes and questions of the repository', () => {
  const explain = (what: string): string => execFileSync(process.execPath, [CLI, 'explain', what], { cwd: folder, encoding: 'utf8' });
  expect(explain('kommune-dpia/K.1')).toMatch(/^# K\.1 /);
  expect(() => explain('kommune-dpia/FINNES-IKKE')).toThrow();
});

it('compares files as the configuration beside each says, wherever the process stands', () => {
  const other = path.join(folder, 'vakt-2.dpia.yaml');
  cpSync(path.join(folder, 'vakt.dpia.yaml'), other);
  writeFileSync(other, readFileSync(other, 'utf8').replace('K.3: Eier', 'K.3: Bestiller'));
  const ended = spawnSync(process.execPath, [CLI, 'diff', '--format', 'json', path.join(folder, 'vakt.dpia.yaml'), other], { cwd: tmpdir(), encoding: 'utf8' });
  rmSync(other);
  expect(ended.status).toBe(0);
  const { filer } = JSON.parse(ended.stdout) as { filer: { svar: { id: string; spørsmål: string }[] }[] };
  expect(filer.flatMap(({ svar }) => svar.map(({ id }) => id))).toEqual(['K.3']);
});
