/** The npm package as a user has it: packed, installed in an empty folder without a network, run and imported. */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../core/fixtures.ts';
import { ensureBuilt } from './built.ts';

const run = promisify(execFile);
const FILE = 'visma-familia.dpia.yaml';
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string; private?: boolean; scripts: { [name: string]: string }; dependencies?: object };

let folder: string;
let packed: string[];
const npx = (...args: string[]): Promise<{ stdout: string; stderr: string }> => run('npx', ['--no-install', 'vurdert', ...args], { cwd: folder });
const script = async (name: string, text: string): Promise<string> => {
  writeFileSync(path.join(folder, name), text);
  return (await run(process.execPath, [name], { cwd: folder })).stdout;
};

beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(path.join(tmpdir(), 'vurdert-npm-'));
  // What is packed here is what has just been built: prepack would build it all again, beside the other tests.
  const [tarball] = JSON.parse(execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', folder], { cwd: root, encoding: 'utf8' })) as { filename: string; files: { path: string }[] }[];
  packed = tarball!.files.map((each) => each.path);
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `./${tarball!.filename}`], { cwd: folder });
  cpSync(path.join(root, 'samples', FILE), path.join(folder, FILE));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the npm package', () => {
  it('is never packed stale, and never published by accident', () => {
    expect(manifest.scripts['prepack']).toBe('npm run build');
    expect(manifest.private).toBe(true);
  });

  it('holds the programs, the types, the schemas and the documentation, and neither sources nor the extension', () => {
    expect(packed).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'dist/THIRD-PARTY-NOTICES.txt', ...['cli.cjs', 'api.cjs', 'api.mjs', 'api.d.mts', 'api.d.cts', 'mcp.cjs', 'own.cjs', 'report.cjs', 'server.cjs', 'word.cjs', 'words.cjs', 'nn.cjs', 'en.cjs'].map((each) => `dist/${each}`), 'schemas/e-helse-2018.schema.json', 'docs/kommandolinjen.md', 'docs/maler/ip-2026.md']));
    expect(packed.filter((each) => !/^(?:dist\/[\w.-]+|schemas\/[\w.-]+\.schema\.json|docs\/(?:maler\/)?[\w-]+\.md|LICENSE|README\.md|CHANGELOG\.md|package\.json)$/.test(each) || /client|preview|\.map$|bundled\.json/.test(each))).toEqual([]);
  });

  it('brings no other package along', () => {
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(readdirSync(path.join(folder, 'node_modules')).filter((each) => !each.startsWith('.'))).toEqual(['vurdert']);
  });

  it('has a program that tells its version, checks and renders', async () => {
    expect((await npx('--version')).stdout).toBe(`${manifest.version}\n`);
    await expect(npx('check', FILE, '--format', 'compact')).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(/^visma-familia\.dpia\.yaml:\d+:\d+: /) });
    expect((await npx('render', FILE, '--format', 'md')).stdout).toMatch(/^# /m);
  });

  it('is imported as a module', async () => {
    const out = await script('bruk.mjs', `
      import { readFileSync } from 'node:fs';
      import { check, checkFiles, diff, lookUp, missing, render, version, VurdertError } from 'vurdert';
      const text = readFileSync('${FILE}', 'utf8');
      const options = { fileName: '${FILE}', today: '2026-11-22' };
      const found = await check(text, options);
      const nynorsk = await check(text, { ...options, language: 'nn' });
      const both = await checkFiles({ 'a/x.plm.yaml': 'vurdering: plm\\nmal: plm-2026\\ntittel: X\\nip: ../b/finnes-ikke.ip.yaml\\n', 'b/tom.yaml': 'navn: x\\n' });
      const stricter = await check('vurdering: ip\\nmal: ip-2026\\ntittel: X\\n', { configuration: 'regler:\\n  ubesvarte: av\\n' });
      const error = await check({ path: 'finnes-ikke.dpia.yaml' }).catch((problem) => problem);
      const outside = await check({ path: '${FILE}' , within: '.' }, { within: 'node_modules' }).catch((problem) => problem);
      const word = await render(text, { ...options, format: 'docx' });
      const changed = await diff(text, text.replace(/^tittel: .*$/m, 'tittel: En annen'), options);
      console.log(JSON.stringify({
        version, kind: found.kind, count: found.findings.length, first: found.findings[0], nynorsk: nynorsk.findings[0].message,
        both, stricter: stricter.findings.map(({ code }) => code), error: error instanceof VurdertError && error.code, outside: outside.code,
        disk: JSON.stringify((await check({ path: '${FILE}' }, options)).findings) === JSON.stringify(found.findings),
        html: (await render(text, options)).slice(0, 15), json: JSON.parse(await render(text, { ...options, format: 'json' })).vurdering,
        word: [...word.slice(0, 2)], same: changed.same, text: changed.text.includes('En annen'), still: (await diff(text, text, options)).same,
        missing: (await missing(text, options)).sections.length, page: (await lookUp('art. 35 nr. 1')).markdown.slice(0, 2), near: (await lookUp('ja-utlser-dpia')).near,
        none: [await check('navn: x'), await render('navn: x'), await missing('navn: x')],
      }));`);
    const result = JSON.parse(out) as Record<string, any>;
    expect(result).toMatchObject({ version: manifest.version, kind: 'dpia', error: 'missing', outside: 'missing', disk: true, html: '<!doctype html>', json: 'dpia', word: [0x50, 0x4b], same: false, text: true, still: true, page: '# ', none: [null, null, null] });
    expect(result['count']).toBeGreaterThan(3);
    expect(result['first']).toMatchObject({ code: expect.any(String), severity: expect.stringMatching(/^(?:error|warning|information)$/), start: { line: expect.any(Number), column: expect.any(Number) } });
    expect(result['nynorsk']).not.toBe(result['first'].message);
    expect(result['both'].files).toHaveLength(1);
    expect(result['both'].files[0]).toMatchObject({ file: 'a/x.plm.yaml', kind: 'plm' });
    expect(result['both'].files[0].findings.map(({ code }: { code: string }) => code)).toContain('lenke-uten-fil');
    expect(result['both'].problems).toEqual([{ file: 'b/tom.yaml', reason: 'not-assessment', message: expect.any(String) }]);
    expect(result['stricter']).not.toContain('ubesvarte');
    expect(result['missing']).toBeGreaterThan(0);
    expect(result['near']).toContain('ja-utloser-dpia');
  });

  it('does what the documentation shows', async () => {
    const [, example] = /```js\n([\s\S]*?)```/.exec(readFileSync(path.join(root, 'docs/programmer.md'), 'utf8'))!;
    writeFileSync(path.join(folder, 'eksempel.mjs'), example!);
    const { stdout } = await run(process.execPath, ['eksempel.mjs', FILE], { cwd: folder });
    expect(stdout).toMatch(/^visma-familia\.dpia\.yaml:\d+:\d+ (?:error|warning|information) .*\[[a-z-]+\]\n[\s\S]*\n\d+ av \d+ spørsmål er besvart\n {2}\S.*: \d+ mangler\n[\s\S]*\n# /);
    expect(readFileSync(path.join(folder, 'rapport.html'), 'utf8')).toMatch(/^<!doctype html>/);
    expect(readFileSync(path.join(folder, 'rapport.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('is required as CommonJS', async () => {
    expect(await script('bruk.cjs', `require('vurdert').check('vurdering: ip\\ntittel: X\\n').then(({ kind }) => console.log(kind, require.resolve('vurdert/schemas/ip-2026.schema.json').endsWith('.json')));`)).toBe('ip true\n');
  });

  it('types what it gives and takes, for import and for require', () => {
    const source = (from: string): string => `${from}
const options: RenderOptions = { format: 'markdown', edition: 'public', today: '2026-11-22' };
export async function use(text: string): Promise<string[]> {
  const found: FileResult | undefined = await check(text, options);
  const report: string | undefined = await render(text, { format: 'markdown' });
  const word: Uint8Array | undefined = await render({ path: 'x.dpia.yaml' }, { format: 'docx' });
  // @ts-expect-error no such format
  await render(text, { format: 'rtf' });
  // @ts-expect-error a number is no source
  await check(3);
  return [...(found?.findings.map(({ code, start: { line } }) => code + line) ?? []), report ?? '', String(word?.length)];
}
`;
    mkdirSync(path.join(folder, 'typer'));
    writeFileSync(path.join(folder, 'typer/bruk.mts'), source("import { check, render, type FileResult, type RenderOptions } from 'vurdert';"));
    writeFileSync(path.join(folder, 'typer/bruk.cts'), source("import { check, render, type FileResult, type RenderOptions } from 'vurdert';"));
    writeFileSync(path.join(folder, 'typer/tsconfig.json'), JSON.stringify({ compilerOptions: { noEmit: true, strict: true, skipLibCheck: false, target: 'es2022', lib: ['es2022'], types: [], module: 'nodenext' }, files: ['bruk.mts', 'bruk.cts'] }));
    const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'typer'], { cwd: folder, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '']);
  });
});
