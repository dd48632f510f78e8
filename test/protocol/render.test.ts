/** `vurdert render`: every format to files and folders, and a PDF where a browser is at hand. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bokmål } from '../../server/core/texts/texts.ts';
import { findBrowser, usualPlaces } from '../../server/workspace/pdf/browser.ts';
import { commonFolder } from '../../server/cli/outputs.ts';
import { classed, elements, parseHtml, textOf } from '../core/report/html.ts';
import { root } from '../core/fixtures.ts';
import { CLI, ensureBuilt } from './built.ts';

const COMPLETE = 'samples/paamelding-kulturskole.dpia.yaml';
const KEPT_BACK = `vurdering: dpia
mal: e-helse-2018
tittel: Påmelding
behandlingsansvarlig: Kommunen
status: utkast
sladd:
  - på: risikoer/0/kilde
    hjemmel: offentleglova § 24
svar:
  II.1.p1: Låsene er levert av [[Hemmelig Leverandør|offentleglova § 23]].
risikoer:
  - scenario: Innbrudd
    kilde: Navngitt gjeng
    tiltak:
      - tiltak: Bytte låsene hos [[Hemmelig Leverandør|offentleglova § 23]]
        ansvarlig: Vaktmesteren
`;
const SECRETS = ['Hemmelig Leverandør', 'Navngitt gjeng'];

let folder: string;
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(path.join(tmpdir(), 'vurdert-render-'));
  writeFileSync(path.join(folder, 'hemmelig.dpia.yaml'), KEPT_BACK);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run { code: number | null; out: string; error: string }
function render(args: string[], { cwd = root, env = {} }: { cwd?: string; env?: Record<string, string> } = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, 'render', ...args], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, error] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
    child.on('error', reject).on('close', (code) => resolve({ code, out, error }));
  });
}
const at = (...steps: string[]): string => path.join(folder, ...steps);

describe('one report', () => {
  it.each([['html', /^<!doctype html>/], ['md', /^# /m], ['json', /^\{/], ['docx', /^PK/]])('as %s, told by the name of the file', async (ending, form) => {
    const target = at(`rapport.${ending}`);
    expect(await render([COMPLETE, '-o', target])).toEqual({ code: 0, out: '', error: `Skrev rapporten til «${target}».\n` });
    const first = readFileSync(target);
    expect(first.toString('latin1')).toMatch(form);
    // The same bytes are no news, and nobody is asked.
    expect((await render([COMPLETE, '-o', target])).code).toBe(0);
    expect(readFileSync(target).equals(first)).toBe(true);
  });

  it('as CSV, in two files', async () => {
    const { code } = await render([COMPLETE, '-o', at('plan.csv')]);
    expect(code).toBe(0);
    expect(readFileSync(at('plan.risikoer.csv'), 'utf8')).toMatch(/^\uFEFFNr\.;/);
    expect(readFileSync(at('plan.handlingsplan.csv'), 'utf8')).toMatch(/^\uFEFFAnsvarlig;/);
  });

  it('writes over nothing without being told to', async () => {
    writeFileSync(at('viktig.html'), 'mitt');
    const refused = await render([COMPLETE, '-o', at('viktig.html')]);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain(`«${at('viktig.html')}»`);
    expect(refused.error).toContain('--force');
    expect(readFileSync(at('viktig.html'), 'utf8')).toBe('mitt');
    expect((await render([COMPLETE, '-o', at('viktig.html'), '--force'])).code).toBe(0);
    expect(readFileSync(at('viktig.html'), 'utf8')).toMatch(/^<!doctype html>/);
  });

  it('never takes the place of the assessment', async () => {
    const { code, error } = await render(['hemmelig.dpia.yaml', '-o', 'hemmelig.dpia.yaml', '--force'], { cwd: folder });
    expect(code).toBe(2);
    expect(error).toContain('er selv en vurdering');
    expect(readFileSync(at('hemmelig.dpia.yaml'), 'utf8')).toBe(KEPT_BACK);
  });

  it('says on the front page that errors stand open, but not in public', async () => {
    const internal = await render(['samples/visma-familia.dpia.yaml']);
    expect(internal.out).toMatch(/Vurderingen har \d+ feil som ikke er rettet/);
    const open = await render(['samples/visma-familia.dpia.yaml', '--edition', 'offentlig']);
    expect(open.out).not.toContain('som ikke er rettet');
    expect((await render([COMPLETE])).out).not.toContain('som ikke er rettet');
  });

  it('shows the process with what lies beside the file', async () => {
    const { out } = await render(['samples/bydel/fritidsklubben/instagram.ip.yaml', '--format', 'md']);
    expect(out).toMatch(/PLM +\| ferdig/);
  });
});

describe('the public edition', () => {
  it.each(['html', 'md', 'docx', 'csv', 'json'])('holds nothing that is kept back (%s)', async (format) => {
    const dir = at('offentlig', format);
    expect((await render(['hemmelig.dpia.yaml', '--format', format, '--edition', 'public', '--output-dir', dir], { cwd: folder })).code).toBe(0);
    const files = readdirSync(dir).map((name) => readFileSync(path.join(dir, name)));
    const texts = files.flatMap((bytes) => (bytes.subarray(0, 2).toString() === 'PK' ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part)) : [bytes.toString('utf8')]));
    expect(texts.some((text) => text.includes('Innbrudd'))).toBe(true);
    for (const text of texts) for (const secret of SECRETS) expect(text).not.toContain(secret);
  });
});

describe('a folder', () => {
  it('gets a report for each in the same tree, and a front page that leads to them', async () => {
    const dir = at('sted');
    const { code, error } = await render(['samples/bydel', '--output-dir', dir]);
    expect({ code, error }).toEqual({ code: 0, error: `Skrev 19 rapporter og index.html til «${dir}».\n` });
    const tree = parseHtml(readFileSync(path.join(dir, 'index.html'), 'utf8'));
    const links = elements(tree, 'a').map((each) => decodeURIComponent(String(each.properties['href'])));
    expect(links).toHaveLength(19);
    for (const link of links) expect(existsSync(path.join(dir, link)), link).toBe(true);
    expect(links).toContain('fritidsklubben/instagram.plm.html');
    expect(elements(tree, 'script')).toEqual([]);
    const row = elements(tree, 'tr').map(textOf).find((each) => each.includes('Utekontaktens') && each.includes('DPIA'))!;
    for (const words of ['Besluttet', 'Høy 15', 'Middels 10', 'Betinget godkjent', '10. mai 2027']) expect(row).toContain(words);
    // Again: the same bytes, so nothing to refuse. A report that somebody has changed is another matter.
    expect((await render(['samples/bydel', '--output-dir', dir])).code).toBe(0);
    writeFileSync(path.join(dir, 'bibliotek/facebook.ip.html'), 'rettet for hånd');
    const refused = await render(['samples/bydel', '--output-dir', dir]);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain('facebook.ip.html');
  });

  it.each([['html', /<a href="((?!https?:|mailto:|#)[^"]*)"/g], ['md', /\]\(((?!https?:|mailto:)[^)]*)\)/g]])('has reports that lead to one another and back (%s)', async (format, link) => {
    const dir = at('veier', format);
    expect((await render(['samples/bydel', '--format', format, '--output-dir', dir])).code).toBe(0);
    const linksOf = (report: string): string[] => [...readFileSync(path.join(dir, `${report}.${format}`), 'utf8').matchAll(link)].map(([, way]) => decodeURIComponent(way!));
    const platform = 'fritidsklubben/instagram.plattform';
    expect(new Set(linksOf(platform))).toEqual(new Set(['../index.html', `instagram.ip.${format}`, `instagram.plm.${format}`, `../behandlingsoversikt.${format}`]));
    expect(linksOf('behandlingsoversikt')).toContain(`${platform}.${format}`);
    for (const report of readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith(`.${format}`) && each !== 'index.html')) {
      const links = linksOf(report.slice(0, -format.length - 1));
      expect(links.length, report).toBeGreaterThan(0);
      for (const way of links) expect(existsSync(path.join(dir, path.dirname(report), way)), `${report}: ${way}`).toBe(true);
    }
  });

  it('says the same on any day, when the day is given', async () => {
    const stepOn = async (day: string): Promise<string> => {
      const { out } = await render(['samples/bydel/fritidsklubben/instagram.plattform.yaml', '--format', 'md', '--edition', 'public', '--today', day]);
      return out.split('\n').find((line) => line.includes('Ny gjennomgang'))!;
    };
    const before = await stepOn('2027-01-01');
    expect(before).toMatch(/20\. august 2027/);
    expect(await stepOn('2027-01-02')).toBe(before);
    expect(await stepOn('2028-01-01')).not.toBe(before);
  });

  it('leads to nothing that is not there', async () => {
    const alone = await render(['samples/bydel/fritidsklubben/instagram.plattform.yaml']);
    expect(alone.out).not.toMatch(/<a href="(?!https?:|mailto:|#)/);
    const dir = at('én');
    expect((await render(['samples/bydel/fritidsklubben/instagram.plattform.yaml', '--output-dir', dir])).code).toBe(0);
    const ways = [...readFileSync(path.join(dir, 'instagram.plattform.html'), 'utf8').matchAll(/<a href="((?!https?:|mailto:|#)[^"]*)"/g)].map(([, way]) => way);
    expect(ways).toEqual(['index.html']);
  });

  it('of CSV has a front page that leads to every file', async () => {
    const dir = at('regneark');
    expect((await render(['samples/bydel/bibliotek', '--format', 'csv', '--output-dir', dir])).code).toBe(0);
    const page = parseHtml(readFileSync(path.join(dir, 'index.html'), 'utf8'));
    const links = elements(page, 'a').map((each) => decodeURIComponent(String(each.properties['href'])));
    expect(links).toHaveLength(6);
    expect([...links, 'index.html'].sort()).toEqual(readdirSync(dir).sort());
    expect(textOf(elements(page, 'tr')[1]!)).toContain('Risikoer og tiltak · Handlingsplan');
  });

  it('leaves findings out of the public front page', async () => {
    const dir = at('åpent');
    expect((await render(['samples/bydel/utekontakten', '--edition', 'offentlig', '--output-dir', dir])).code).toBe(0);
    const words = textOf(parseHtml(readFileSync(path.join(dir, 'index.html'), 'utf8')));
    expect(words).toContain('Offentlig utgave');
    expect(words).not.toMatch(/Funn|advarsel|opplysning/);
  });

  it.each([
    ['both places', ['.', '-o', 'x.html', '--output-dir', 'y'], /enten -o eller --output-dir/],
    ['a name that says another format', [COMPLETE, '-o', 'rapport.odt'], /«rapport\.odt» sier ikke hvilket format .* \.html, \.md, \.docx, \.pdf, \.csv, \.json\./],
    ['an edition that is not there', [COMPLETE, '--edition', 'hemmelig'], /Lovlige verdier: internal, public, intern, offentlig/],
    ['a format that is not there', [COMPLETE, '--format', 'odt'], /Lovlige verdier: html, md, docx, pdf, csv, json/],
    ['several to one file', ['samples/bydel', '-o', 'x.html'], /-o skriver bare én/],
  ])('refuses %s', async (_, args, message) => {
    const { code, error, out } = await render(args);
    expect(error).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('takes two files with the same name to two folders', () => {
    expect(commonFolder(['/a/b/c', '/a/b/d/e'].map((each) => path.resolve(each)))).toBe(path.resolve('/a/b'));
    expect(commonFolder([path.resolve('/a'), path.resolve('/b')])).toBe(path.resolve('/'));
  });
});

describe('the browser', () => {
  it('is looked for where each system has it', () => {
    expect(usualPlaces('win32', { ProgramFiles: 'C:\\Program Files' })[0]).toBe('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(usualPlaces('darwin', { HOME: '/Users/x' })).toContain('/Users/x/Applications/Chromium.app/Contents/MacOS/Chromium');
    expect(usualPlaces('linux', { PATH: '/opt/bin:.' })).toContain('/opt/bin/google-chrome');
    expect(findBrowser('linux', { PATH: '/opt/bin' }, (file) => file === '/opt/bin/microsoft-edge')).toBe('/opt/bin/microsoft-edge');
  });
  it('is what VURDERT_BROWSER says, and nothing else', () => {
    expect(findBrowser('linux', { PATH: '/usr/bin', VURDERT_BROWSER: '/min/leser' }, () => true)).toBe('/min/leser');
    expect(() => findBrowser('linux', { PATH: '/usr/bin', VURDERT_BROWSER: '/borte' }, (file) => file !== '/borte')).toThrow(expect.objectContaining({ key: 'export.pdf.not-there', params: { sti: '/borte' } }));
    expect(() => findBrowser('linux', {}, () => false)).toThrow(expect.objectContaining({ key: 'export.pdf.no-browser' }));
  });
  it('that fails is told of, and leaves nothing behind', async () => {
    const { code, error, out } = await render([COMPLETE, '-o', at('feil.pdf')], { env: { VURDERT_BROWSER: process.execPath, TMPDIR: (mkdirSync(at('midlertidig'), { recursive: true }), at('midlertidig')) } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain('klarte ikke å lage PDF');
    expect(existsSync(at('feil.pdf'))).toBe(false);
    expect(readdirSync(at('midlertidig'))).toEqual([]);
  });
});

const browser = ((): string | undefined => {
  try {
    return findBrowser();
  } catch {
    return undefined;
  }
})();

describe.skipIf(!browser)('the PDF', () => {
  interface Pdf { pages: string[]; outline: number; tagged: boolean; language: unknown; dests: { [name: string]: unknown[] }; pageOf(name: string): Promise<number> }
  async function pdfOf(args: string[], name: string): Promise<Pdf> {
    const target = at(name);
    expect(await render([...args, '-o', target])).toMatchObject({ code: 0, out: '' });
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const document = await getDocument({ data: new Uint8Array(readFileSync(target)), verbosity: 0, useSystemFonts: false }).promise;
    const pages: string[] = [];
    for (let n = 1; n <= document.numPages; n++) pages.push((await (await document.getPage(n)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(''));
    const dests = await document.getDestinations() as { [name: string]: unknown[] };
    const metadata = await document.getMetadata();
    return {
      pages, dests, outline: (await document.getOutline())?.length ?? 0, tagged: (await document.getMarkInfo())?.Marked === true, language: (metadata.info as { Language?: unknown }).Language,
      pageOf: async (id) => 1 + await document.getPageIndex(dests[id]![0] as Parameters<typeof document.getPageIndex>[0]),
    };
  }
  const bare = (text: string): string => text.replace(/[\s\u00AD]+/g, '');

  it('says what the HTML says, is tagged, and has contents with the right pages', async () => {
    const pdf = await pdfOf([COMPLETE], 'rapport.pdf');
    expect({ tagged: pdf.tagged, language: pdf.language }).toEqual({ tagged: true, language: 'nb' });
    expect(pdf.outline).toBeGreaterThan(0);
    // Without what stands on every page, a paragraph that goes on over a page is whole.
    const all = bare(pdf.pages.map((page, n) => page.replace(/Side \d+ av \d+/, '').replace(n ? 'Digital påmelding og tilrettelegging i kulturskolen' : '', '').replace(n ? 'Besluttet' : '', '')).join(''));
    const tree = parseHtml((await render([COMPLETE])).out);
    // What lies behind «Vis som tabell» is the picture's words, and the picture is there.
    const behind = new Set(classed(tree, 'v-behind').flatMap((each) => elements(each)));
    // Text by text: in a question's line, number, words and answer stand in columns.
    const words = elements(elements(tree, 'main')[0]!).filter((each) => !behind.has(each) && each.tagName !== 'title').flatMap(({ children }) => children.flatMap((child) => (child.type === 'text' ? bare(child.value) : []))).filter((each) => each.length > 1);
    expect(words.length).toBeGreaterThan(300);
    expect(words.filter((each) => !all.includes(each))).toEqual([]);
    expect(pdf.pages[0]).toContain('Side 1 av ');
    expect(pdf.pages[1]).toContain('kulturskolen');
    for (const id of ['sammendrag', 'risikoer']) {
      const heading = id === 'risikoer' ? 'Risikoer og tiltak' : 'Sammendrag';
      const page = await pdf.pageOf(id);
      expect(page).toBeGreaterThan(1);
      expect(bare(pdf.pages[0]!)).toContain(`${bare(heading)}${page}`);
      expect(bare(pdf.pages[page - 1]!)).toContain(bare(heading));
    }
  });

  it('holds nothing of what is kept from the public', async () => {
    const pdf = await pdfOf([at('hemmelig.dpia.yaml'), '--edition', 'public'], 'hemmelig.pdf');
    const all = pdf.pages.join(' ');
    expect(all).toContain('Sladdet: offentleglova § 23');
    for (const secret of SECRETS) {
      expect(bare(all)).not.toContain(bare(secret));
      expect(readFileSync(at('hemmelig.pdf'), 'latin1')).not.toContain(secret.slice(0, 8));
    }
  });

  it('is not written over another', async () => {
    writeFileSync(at('min.pdf'), 'mitt');
    expect((await render([COMPLETE, '-o', at('min.pdf')])).code).toBe(2);
    expect(readFileSync(at('min.pdf'), 'utf8')).toBe('mitt');
  });
});

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((program) => existsSync(program));

describe.skipIf(!office)('the Word document in LibreOffice', () => {
  it.each([COMPLETE, 'samples/bydel/fritidsklubben/instagram.plattform.yaml'])('opens, and says what the HTML says (%s)', async (file) => {
    expect(await render([file, '-o', at('til-office.docx'), '--force'])).toMatchObject({ code: 0 });
    execFileSync(office!, ['--headless', `-env:UserInstallation=file://${at('profil')}`, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', at('fra-office'), at('til-office.docx')], { stdio: 'ignore' });
    const all = readFileSync(at('fra-office', 'til-office.txt'), 'utf8').replace(/\s+/g, '');
    const tree = parseHtml((await render([file])).out);
    const words = elements(tree, 'h1', 'h2', 'h3', 'td').map((each) => textOf(each).replace(/\s+/g, ''));
    expect(words.length).toBeGreaterThan(30);
    expect(words.filter((each) => !all.includes(each))).toEqual([]);
  });
});

it('is told of in the help', () => {
  const help = bokmål('cli.help.render');
  for (const option of ['--edition', '--output-dir', '--force', 'VURDERT_BROWSER']) expect(help).toContain(option);
});
