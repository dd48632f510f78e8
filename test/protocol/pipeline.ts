/** What the tests of the pipelines share: the packed program, a repository, and steps run as a runner runs them. */
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../core/fixtures.ts';
import { ensureBuilt } from './built.ts';

export const IP = 'fritidsklubben/instagram.ip.yaml';
export const PLM = 'fritidsklubben/instagram.plm.yaml';
export const PLATFORM = 'fritidsklubben/instagram.plattform.yaml';

/** Nothing of the machine's own git, npm or pipeline is heard. */
const QUIET = {
  GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_AUTHOR_NAME: 'Kari Testesen', GIT_AUTHOR_EMAIL: 'kari@eksempel.example', GIT_COMMITTER_NAME: 'Kari Testesen', GIT_COMMITTER_EMAIL: 'kari@eksempel.example',
  npm_config_offline: 'true', npm_config_update_notifier: 'false', NO_COLOR: '1',
};
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GITHUB|RUNNER|CI|GITLAB|VURDERT|GIT|PRE_COMMIT|npm|BUILD|AGENT)(?:_|$)/.test(name)));

export const temporary = (): string => realpathSync(mkdtempSync(path.join(tmpdir(), 'vurdert-pipeline-')));
export const yamlOf = <T>(file: string): T => parse(readFileSync(path.join(root, file), 'utf8')) as T;
export const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

export interface Ran {
  code: number;
  out: string;
  error: string;
}

/** Runs a program to its end, while this process answers what it asks of a server here. */
export function run(program: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program, args, { cwd, encoding: 'utf8', env: { ...clean, ...QUIET, ...env }, maxBuffer: 64 * 1024 * 1024 }, (problem, out, error) => {
      resolve({ code: problem ? (typeof problem.code === 'number' ? problem.code : 127) : 0, out, error });
    });
  });
}

/** The program packed as the npm package is, without what the command line does not load. */
export function packed(folder: string): string {
  ensureBuilt();
  const source = path.join(folder, 'package');
  mkdirSync(path.join(source, 'dist'), { recursive: true });
  for (const name of readdirSync(path.join(root, 'dist')).filter((each) => each.endsWith('.cjs') && !/^(?:client|server)\./.test(each))) copyFileSync(path.join(root, 'dist', name), path.join(source, 'dist', name));
  writeFileSync(path.join(source, 'package.json'), JSON.stringify({ name: 'vurdert', version: manifest.version, bin: { vurdert: 'dist/cli.cjs' } }));
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: source, env: { ...clean, ...QUIET }, stdio: 'ignore' });
  return path.join(folder, `vurdert-${manifest.version}.tgz`);
}

/** One case of the samples, and a YAML file that is no assessment. Time may add findings to it: none counts on there being none. */
export class Repository {
  constructor(readonly at: string) {
    mkdirSync(at);
    this.git('init', '--quiet', '--initial-branch=main');
    cpSync(path.join(root, 'samples/bydel/fritidsklubben'), path.join(at, 'fritidsklubben'), { recursive: true });
    writeFileSync(path.join(at, 'compose.yaml'), 'services: {}\n');
    this.commit('Alt');
  }
  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.at, encoding: 'utf8', env: { ...clean, ...QUIET }, stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  }
  commit(message: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--no-verify', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }
  replace(file: string, from: string | RegExp, to: string): void {
    const at = path.join(this.at, file);
    const text = readFileSync(at, 'utf8');
    const next = text.replace(from, () => to);
    if (next === text) throw new Error(`«${from}» is not in ${file}`);
    writeFileSync(at, next);
  }
}

export interface Step {
  name?: string;
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  shell?: string;
  env?: Record<string, string>;
  with?: Record<string, string>;
}
