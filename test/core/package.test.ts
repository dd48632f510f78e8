/** The manifest as the Marketplace, Open VSX and a newcomer meet it: package.json, its texts, the page and the walkthrough. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addresses } from '../../scripts/package.mjs';
import type { Analysis } from '../../server/core/analysis.ts';
import { applyEdits, fixesFor } from '../../server/core/features/fixes/index.ts';
import { analyseText, read, root } from './fixtures.ts';

interface Setting {
  type: string;
  order?: number;
  enum?: string[];
  enumDescriptions?: string[];
  enumItemLabels?: string[];
  description?: string;
  markdownDescription?: string;
}
interface Step {
  id: string;
  title: string;
  description: string;
  media: { svg?: string; image?: string; markdown?: string; altText?: string };
  completionEvents: string[];
}
interface Manifest {
  [key: string]: unknown;
  engines: { vscode: string; node: string };
  categories: string[];
  keywords: string[];
  icon: string;
  contributes: {
    commands: { command: string; title: string; category?: string }[];
    configuration: { id: string; title: string; order: number; properties: Record<string, Setting> }[];
    walkthroughs: { id: string; title: string; description: string; steps: Step[] }[];
  };
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const { commands, configuration, walkthroughs } = manifest.contributes;
const settings = configuration.flatMap(({ properties }) => Object.entries(properties));
const LANGUAGES = readdirSync(root).filter((name) => /^package\.nls(?:\.\w+)?\.json$/.test(name)).sort();
const texts = new Map(LANGUAGES.map((name) => [name, JSON.parse(read(name)) as Record<string, string>]));
const [walkthrough] = walkthroughs;

/** Every text in a part of the manifest. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}
const keyOf = (text: string): string | undefined => /^%([\w.-]+)%$/.exec(text)?.[1];
/** A text of the manifest's in one of its languages. */
const said = (text: string, language: string): string => texts.get(language)![keyOf(text) ?? ''] ?? '';

/** A PNG's width and height. */
function sizeOf(file: string): [number, number] {
  const bytes = readFileSync(path.join(root, file));
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('what the Marketplace and Open VSX require', () => {
  it('the fields are there', () => {
    for (const field of ['name', 'displayName', 'description', 'version', 'publisher', 'license', 'icon']) expect(manifest[field], field).toEqual(expect.stringMatching(/\S/));
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/); // the Marketplace takes no other
    expect(manifest.publisher).toMatch(/^[a-z0-9][a-z0-9-]*$/);
    expect(manifest.license).toBe('MIT'); // Open VSX takes none without a licence
    expect(read('LICENSE')).toMatch(/^MIT License/);
    expect(String(manifest.description).length).toBeLessThanOrEqual(200);
    expect(manifest.enabledApiProposals).toBeUndefined();
    expect(manifest.extensionDependencies).toBeUndefined();
  });

  it('the categories are VS Code\'s own', () => {
    const OWN = ['AI', 'Azure', 'Chat', 'Data Science', 'Debuggers', 'Education', 'Extension Packs', 'Formatters', 'Keymaps', 'Language Packs', 'Linters', 'Machine Learning', 'Notebooks', 'Other', 'Programming Languages', 'SCM Providers', 'Snippets', 'Testing', 'Themes', 'Visualization'];
    expect(manifest.categories.filter((each) => !OWN.includes(each))).toEqual([]);
    expect(manifest.categories.length).toBeGreaterThan(0);
  });

  it('there are at most 30 keywords, each once', () => {
    expect(manifest.keywords.length).toBeLessThanOrEqual(30);
    expect(new Set(manifest.keywords.map((each) => each.toLowerCase())).size).toBe(manifest.keywords.length);
  });

  it('the icon is a square PNG of at least 128 pixels, and there are no badges', () => {
    const [width, height] = sizeOf(manifest.icon);
    expect(width).toBe(height);
    expect(width).toBeGreaterThanOrEqual(128);
    expect(manifest.badges).toBeUndefined();
    expect(manifest.galleryBanner).toEqual({ color: expect.stringMatching(/^#[0-9a-f]{6}$/), theme: 'dark' });
  });

  it('the types of VS Code are those of the oldest version that is promised', () => {
    const { version } = JSON.parse(read('node_modules/@types/vscode/package.json')) as { version: string };
    expect(manifest.engines.vscode.replace('^', '').split('.').slice(0, 2)).toEqual(version.split('.').slice(0, 2));
  });

  it('every file that the manifest names is there, or built, and every one that is read at run time is in the package', () => {
    const named = stringsIn(manifest.contributes).concat(stringsIn([manifest.icon, manifest.main, manifest.browser, manifest.bin])).filter((text) => /^(?:\.\/)?(?:dist|media|docs|schemas|snippets)\/\S+$/.test(text)).map((text) => text.replace('./', ''));
    const built = read('scripts/build.mjs');
    expect(named.length).toBeGreaterThan(5);
    for (const file of named) expect(file.startsWith('dist/') ? built.includes(file) : existsSync(path.join(root, file)), file).toBe(true);
    const rules = read('.vscodeignore');
    for (const rule of ['!media/icon.png', '!media/vurderinger.svg', '!media/walkthrough/*']) expect(rules).toContain(`${rule}\n`);
  });
});

describe('the page (README.md)', () => {
  const page = read('README.md');
  const pictures = [...page.matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, alt, file]) => ({ alt: alt!, file: file! }));

  it('has screenshots, each a PNG in the repository with words for those who do not see it', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(3);
    for (const { alt, file } of pictures) {
      expect(file).toMatch(/^docs\/bilder\/[\w-]+\.png$/);
      expect(alt.length).toBeGreaterThan(20);
      const [width] = sizeOf(file);
      expect(width).toBeGreaterThanOrEqual(800);
      expect(statSync(path.join(root, file)).size).toBeLessThan(1_000_000);
    }
  });

  it('has no SVG, no HTML picture and nothing over HTTP: the Marketplace refuses them', () => {
    expect(page).not.toMatch(/<(?:img|svg|video|script|iframe)\b/i);
    expect(page).not.toMatch(/\bhttp:\/\//);
    expect(page).not.toMatch(/\]\([^)]*\.svg\)/i);
  });

  it('leads to files that are there', () => {
    const links = [...page.matchAll(/(?<!!)\[[^\]]*\]\((?!https:|#)([^)\s#]+)/g)].map((match) => match[1]!);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('gets absolute addresses from whoever publishes, and else keeps its own', () => {
    const github = addresses({ repository: 'https://github.com/kommune/vurdert.git', ref: 'v1.0.0' });
    expect(github).toEqual({ baseContentUrl: 'https://github.com/kommune/vurdert/blob/v1.0.0', baseImagesUrl: 'https://github.com/kommune/vurdert/raw/v1.0.0' });
    expect(addresses({ repository: 'https://gitlab.com/kommune/vurdert', ref: 'v1' })?.baseImagesUrl).toBe('https://gitlab.com/kommune/vurdert/-/raw/v1');
    expect(addresses({})).toBeUndefined();
    expect(() => addresses({ repository: 'https://github.com/kommune/vurdert' })).toThrow('--ref');
    expect(() => addresses({ baseContentUrl: 'https://example.org/' })).toThrow('baseImagesUrl');
    expect(() => addresses({ repository: 'http://github.com/kommune/vurdert', ref: 'v1' })).toThrow('https://');
  });

  it('has a changelog that tells of this version', () => {
    expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${String(manifest.version).replaceAll('.', '\\.')}$`, 'm'));
  });
});

describe('the texts of the manifest', () => {
  it('stand in every language, each under the same keys, none empty and none left over', () => {
    expect(LANGUAGES).toEqual(expect.arrayContaining(['package.nls.json', 'package.nls.nn.json']));
    const used = [...new Set(stringsIn(manifest).flatMap((text) => keyOf(text) ?? []))].sort();
    for (const [name, said] of texts) {
      expect(Object.keys(said).sort(), name).toEqual(used);
      expect(Object.entries(said).filter(([, text]) => !text.trim()).map(([key]) => key), name).toEqual([]);
    }
  });

  it('every command has a title and our category', () => {
    for (const { command, title, category } of commands) expect([command, keyOf(title) === undefined, category]).toEqual([command, false, 'Vurdert']);
  });

  it('the settings are in groups, in order', () => {
    expect(configuration.map(({ order }) => order)).toEqual(configuration.map((_, i) => i + 1));
    for (const { id, title, properties } of configuration) {
      expect(id).toMatch(/^vurdert\./);
      expect(keyOf(title)).toBeDefined();
      expect(Object.values(properties).map(({ order }) => order)).toEqual(Object.keys(properties).map((_, i) => i + 1));
    }
  });

  it.each(settings)('%s says what it does, and what each choice does', (_name, setting) => {
    const about = setting.description ?? setting.markdownDescription ?? '';
    for (const language of LANGUAGES) {
      expect(said(about, language)).toMatch(/^\S.{20,}[.!]$/s);
      if (!setting.enum) continue;
      expect(setting.enumDescriptions).toHaveLength(setting.enum.length);
      for (const choice of setting.enumDescriptions!) expect(said(choice, language)).toMatch(/^\S.{10,}\.$/);
    }
  });
});

describe('the walkthrough «Kom i gang»', () => {
  const ids = commands.map(({ command }) => command);

  it('has four steps, each with a picture, words for it, and something that completes it', () => {
    expect(walkthroughs).toHaveLength(1);
    expect(walkthrough!.steps.map(({ id }) => id)).toEqual(['eksempel', 'funn', 'rapport', 'prosess']);
    for (const { media, completionEvents } of walkthrough!.steps) {
      const picture = read(media.svg!);
      expect(picture).toMatch(/^<svg [^>]*viewBox=/);
      expect(picture).not.toMatch(/<script|\bon\w+=|href=|url\(/);
      expect(picture.length).toBeLessThan(5000);
      for (const language of LANGUAGES) expect(said(media.altText!, language).length).toBeGreaterThan(20);
      expect(completionEvents.length).toBeGreaterThan(0);
    }
  });

  it('is completed by commands of ours, and by context keys that the client sets', () => {
    const client = read('client/walkthrough.ts');
    for (const event of walkthrough!.steps.flatMap(({ completionEvents }) => completionEvents)) {
      const [, kind, what] = /^on(Command|Context):([\w.]+)$/.exec(event)!;
      if (kind === 'Command') expect(ids).toContain(what);
      else {
        expect(what).toMatch(/^vurdert\.gjort\./);
        expect(client).toContain(`done('${what!.replace('vurdert.gjort.', '')}')`);
      }
    }
  });

  it.each(LANGUAGES)('%s: its links are commands that are there, the same in all languages', (language) => {
    const links = (name: string): string[] => Object.values(texts.get(name)!).flatMap((text) => [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!));
    expect(links(language)).toEqual(links('package.nls.json'));
    for (const link of links(language)) {
      const [, command, query] = /^command:(?:toSide:)?([\w.]+)(?:\?(.*))?$/.exec(link)!;
      if (command!.startsWith('vurdert.')) expect(ids).toContain(command);
      if (query) expect(JSON.parse(decodeURIComponent(query))).toBeInstanceOf(Array);
    }
    const opened = links(language).filter((link) => link.includes('openWalkthrough')).map((link) => JSON.parse(decodeURIComponent(link.split('?')[1]!)) as unknown);
    expect(opened.length).toBeGreaterThan(0);
    for (const args of opened) expect(args).toEqual([`${manifest.publisher as string}.${manifest.name as string}#${walkthrough!.id}`]);
  });

  it('has a sample that lacks just three things, none of them an error', () => {
    const findings = sample().findings();
    expect(findings.map(({ code }) => code).sort()).toEqual(['kriterium-mangler', 'skrivemate', 'ubesvarte']);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has a fix to take, after which one of them is gone and nothing new has come', () => {
    const before = sample();
    const [fix] = fixesFor(before, before.findings().find(({ code }) => code === 'skrivemate')!);
    expect(analyseText(applyEdits(before.text, fix!.edits), 'eksempel.ip.yaml').findings().map(({ code }) => code).sort()).toEqual(['kriterium-mangler', 'ubesvarte']);
  });

  it('has no finding left once all three are done', () => {
    const done = sample().text.replace('kriterier: [7]', 'kriterier: [4, 7]').replace('Middels', 'middels').replace('  # DEL 3', '  C.8: {risiko: lav, forklaring: Ingenting avgjøres automatisk.}\n  # DEL 3');
    expect(analyseText(done, 'eksempel.ip.yaml').findings()).toEqual([]);
  });
});

const sample = (): Analysis => analyseText(read('media/walkthrough/eksempel.ip.yaml'), 'eksempel.ip.yaml');

describe('package-lock.json', () => {
  const text = read('package-lock.json');
  const { packages } = JSON.parse(text) as { packages: Record<string, { version: string; integrity?: string }> };
  const installed = Object.entries(packages).filter(([at]) => at !== '');

  it('holds each package to its content, so that `npm ci` takes nothing else under the same version', () => {
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(([at]) => at)).toEqual([]);
  });

  it('says nothing of where they are fetched', () => {
    expect(text).not.toContain('"resolved"');
  });
});
