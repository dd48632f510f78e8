/** What is in the programs that go out: no way to another machine, and the licences of the libraries in them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { npmSbom, onlyBundled } from '../../scripts/sbom.mjs';
import { root } from '../core/fixtures.ts';
import { ensureBuilt } from './built.ts';

interface Library {
  name: string;
  version: string;
  license: string;
  in: string[];
}
interface Sbom {
  bomFormat: string;
  specVersion: string;
  metadata: { component: { name: string; version: string } };
  components: { name: string; version: string; purl: string; 'bom-ref': string; licenses?: object[] }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/** What can open a connection, by the name that it is shown under here. */
const WAYS: Record<string, RegExp> = {
  fetch: /(?<![\w$.])fetch\(|\b(?:globalThis|self|window)\.fetch\b/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  WebSocket: /\bWebSocket(?:Stream)?\(/,
  EventSource: /\bEventSource\(/,
  WebTransport: /\bWebTransport\(/,
  WebRTC: /\bRTCPeerConnection\b/,
  sendBeacon: /\bsendBeacon\b/,
  importScripts: /\bimportScripts\(/,
  'import()': /(?<![\w$.])import\(/,
  ...Object.fromEntries(['http', 'https', 'http2', 'net', 'tls', 'dns', 'dgram', 'inspector', 'undici', 'ws'].map((name) => [name, new RegExp(`(?:require\\(|from\\s*|import\\()["'](?:node:)?${name}(?:/[^"']*)?["']`)])),
};
const waysIn = (text: string): string[] => Object.keys(WAYS).filter((way) => WAYS[way]!.test(text));

const SOCKETS = 'vscode-jsonrpc can talk to a server over a local pipe or socket. The client uses IPC, and the server listens nowhere: --pipe and --socket, with which an editor names one, connect to this machine.';
const OWN_FILES = 'The worker fetches the other files of dist/ from where the extension is installed.';
/** What is there, and why it may be. */
const ALLOWED: Record<string, Record<string, string>> = {
  'dist/client.cjs': { net: SOCKETS },
  'dist/server.cjs': { net: SOCKETS },
  'dist/cli.cjs': { net: SOCKETS },
  'dist/web/worker.js': { XMLHttpRequest: OWN_FILES, importScripts: OWN_FILES },
};
const ALLOWED_SOURCES: Record<string, readonly string[]> = { 'server/lsp/worker.ts': ['XMLHttpRequest', 'importScripts'] };

/** Files below a folder, by their path from the project's. */
const filesIn = (folder: string, ending: RegExp): string[] => readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && ending.test(entry.name)).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')).sort();
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

beforeAll(() => ensureBuilt(), 240_000);

describe('no network', () => {
  it.each([
    ['fetch("x")', 'fetch'], ['new WebSocket(u)', 'WebSocket'], ['require("node:https")', 'https'], ['require("http")', 'http'], ["import net from 'node:net'", 'net'],
    ['require("undici")', 'undici'], ['await import("./x.js")', 'import()'], ['navigator.sendBeacon(u)', 'sendBeacon'], ["import { lookup } from 'node:dns/promises'", 'dns'],
  ])('%s is seen', (text, way) => expect(waysIn(text)).toContain(way));

  it('in what is built, only what is on the list with its reason', () => {
    const found = Object.fromEntries(filesIn('dist', /\.c?js$/).map((file) => [file, waysIn(read(file))] as const).filter(([, ways]) => ways.length > 0));
    expect(found).toEqual(Object.fromEntries(Object.entries(ALLOWED).map(([file, reasons]) => [file, Object.keys(reasons)])));
  });

  it('in our own code, but for the worker that fetches its own files', () => {
    const sources = ['client', 'server'].flatMap((folder) => filesIn(folder, /\.ts$/)).filter((file) => !file.includes('/generated/'));
    expect(sources.length).toBeGreaterThan(100);
    // Types and what a bundle keeps in a file of its own are imported with import(), too, and a function may be called
    // fetch: what is built, where ours have other names, tells.
    const isMeant = (way: string, text: string): boolean => way !== 'import()' && !(way === 'fetch' && /\b(?:const|function) fetch\b/.test(text));
    const found = Object.fromEntries(sources.map((file) => [file, waysIn(read(file)).filter((way) => isMeant(way, read(file)))] as const).filter(([, ways]) => ways.length > 0));
    expect(found).toEqual(ALLOWED_SOURCES);
  });

  it('the report and the preview load nothing: their policy begins with none', () => {
    expect(read('client/preview/page.ts')).toContain("default-src 'none'");
    expect(read('dist/preview.css')).not.toMatch(/@import|url\(\s*["']?(?:https?:)?\/\//);
  });

  it('nothing measures: no telemetry API, no library for it', () => {
    const made = filesIn('dist', /\.c?js$/).filter((file) => /\bcreateTelemetryLogger\b|applicationinsights|\bTelemetryReporter\b|google-analytics|sentry\.io/i.test(read(file)));
    expect(made).toEqual([]);
    expect(bundled().map(({ name }) => name).filter((name) => /telemetry|analytics|insights|sentry|posthog/i.test(name))).toEqual([]);
  });
});

const bundled = (): Library[] => JSON.parse(read('dist/bundled.json')) as Library[];

describe('the libraries in it', () => {
  it('are under licences that let them be passed on with a notice', () => {
    const PERMISSIVE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0'];
    expect(bundled().length).toBeGreaterThan(10);
    expect(bundled().filter(({ license }) => !PERMISSIVE.includes(license))).toEqual([]);
  });

  it('are those that esbuild put there: each file that holds one is built', () => {
    const files = new Set(bundled().flatMap((library) => library.in));
    expect([...files].filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    // Two that are known to be in use, each where it is.
    expect(bundled().find(({ name }) => name === 'yaml')?.in).toContain('dist/server.cjs');
    expect(bundled().find(({ name }) => name === 'docx')?.in).toEqual(['dist/word.cjs']);
    expect(bundled().map(({ name }) => name)).not.toContain('esbuild');
  });

  it('are named with version and licence text in the notices, which ship', () => {
    const notices = read('dist/THIRD-PARTY-NOTICES.txt');
    for (const { name, version, license } of bundled()) expect(notices).toContain(`\n${name} ${version} (${license})\n`);
    const sections = notices.split(/^-{80}$/m).slice(1);
    for (const section of sections) {
      const [, names, text] = /^\n((?:.+\n)+)\n([\s\S]+)$/.exec(section)!;
      expect(text, names).toMatch(/permission is hereby granted|permission to use|redistribution and use|apache license|blue ?oak|cc0|unlicense/i);
    }
    expect(read('.vscodeignore')).toContain('!dist/THIRD-PARTY-NOTICES.txt');
  });

  it('are what the SBOM lists, no more and no less, with their licences', () => {
    const sbom = onlyBundled(npmSbom(root), bundled()) as Sbom;
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'vurdert' } } });
    const named = (libraries: { name: string; version: string }[]): string[] => libraries.map(({ name, version }) => `${name}@${version}`).sort();
    expect(named(sbom.components)).toEqual(named(bundled()));
    expect(sbom.components.filter(({ licenses }) => !licenses?.length).map(({ name }) => name)).toEqual([]);
    const refs = new Set([sbom.metadata.component, ...sbom.components].map((each) => (each as Sbom['components'][number])['bom-ref']));
    expect(sbom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.has(ref))).toEqual([]);
  }, 120_000);

  it('cannot be made of another lock file than what was built from', () => {
    const sbom = { metadata: { component: { 'bom-ref': 'vurdert@0' } }, components: [], dependencies: [] };
    expect(() => onlyBundled(sbom, [{ name: 'yaml', version: '0.0.1', in: [] }])).toThrow('yaml@0.0.1');
  });
});
