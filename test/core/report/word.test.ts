/** The Word document, unzipped: what Word will make of it is in its parts. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Analysis } from '../../../server/core/analysis.ts';
import { renderReport, renderWord } from '../../../server/core/report/index.ts';
import { analyseText, read } from '../fixtures.ts';
import { elements, parseHtml, textOf } from './html.ts';

const sample = (name: string): Analysis => analyseText(read(`samples/${name}`), name.split('/').at(-1)!);
const SAMPLES = ['visma-familia.dpia.yaml', 'paamelding-kulturskole.dpia.yaml', 'halvskrevet.dpia.yaml', 'bydel/fritidsklubben/instagram.ip.yaml', 'bydel/fritidsklubben/instagram.plm.yaml', 'bydel/fritidsklubben/instagram.plattform.yaml', 'bydel/behandlingsoversikt.yaml'];

async function partsOf(analysis: Analysis, options: Parameters<typeof renderWord>[1] = {}): Promise<{ [name: string]: string }> {
  const bytes = await renderWord(analysis, options);
  return Object.fromEntries(Object.entries(unzipSync(bytes!)).map(([name, part]) => [name, strFromU8(part)]));
}
const decoded = (xml: string): string => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
const wordsOf = (xml: string): string => decoded([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]!).join(''));
const paragraphs = (xml: string): string[] => xml.match(/<w:p>[\s\S]*?<\/w:p>|<w:p [\s\S]*?<\/w:p>/g) ?? [];
const LEVEL: { [style: string]: number } = { Title: 1, Heading1: 2, Heading2: 3, Heading3: 4, Heading4: 5 };
const outlineOf = (xml: string): string[] => paragraphs(xml).flatMap((each) => {
  const style = /<w:pStyle w:val="(Title|Heading\d)"\/>/.exec(each)?.[1];
  return style ? [`${LEVEL[style]!} ${wordsOf(each).trim()}`] : [];
});

describe.each(SAMPLES)('%s in Word', (name) => {
  it('has the outline of the report, contents, and tables with header rows', async () => {
    const analysis = sample(name);
    const parts = await partsOf(analysis);
    const xml = parts['word/document.xml']!;
    const markdown = renderReport(analysis, { format: 'markdown' });
    const wanted = markdown.split('\n').filter((line) => /^#{1,5} /.test(line)).map((line) => `${line.indexOf(' ')} ${line.slice(line.indexOf(' ') + 1).replace(/\\(.)/g, '$1')}`);
    expect(wanted.length).toBeGreaterThan(4);
    expect(outlineOf(xml)).toEqual(wanted);
    expect(xml).toContain('TOC \\h \\o');
    expect(parts['word/settings.xml']).toContain('<w:updateFields/>');
    const tables = xml.split('<w:tbl>').slice(1);
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) expect(/<w:tr>[\s\S]*?<\/w:tr>/.exec(table)![0]).toContain('<w:tblHeader/>');
  });

  it('holds the words of the HTML', async () => {
    const analysis = sample(name);
    const words = wordsOf((await partsOf(analysis))['word/document.xml']!).replace(/\s+/g, '');
    for (const cell of elements(parseHtml(renderReport(analysis, { format: 'html' })), 'td', 'h2', 'h3').map((each) => textOf(each).replace(/\s+/g, ''))) expect(words).toContain(cell);
  });
});

it('is in Norwegian, has a running header and page numbers, and names nobody', async () => {
  const parts = await partsOf(sample(SAMPLES[1]!));
  expect(parts['word/styles.xml']).toMatch(/<w:lang [^>]*w:val="nb-NO"/);
  expect(Object.entries(parts).filter(([name, part]) => /header\d/.test(name) && wordsOf(part).includes('kulturskole')).map(([, part]) => wordsOf(part))).toEqual([expect.stringMatching(/(Utkast|Til vurdering|Besluttet)$/)]);
  const footer = Object.entries(parts).find(([name]) => /footer\d\.xml$/.test(name))![1];
  expect(footer).toContain('PAGE');
  expect(footer).toContain('NUMPAGES');
  expect(parts['docProps/core.xml']).not.toMatch(/creator|lastModifiedBy|202\d/);
});

it('is the same bytes for the same input, whatever was made before', async () => {
  const first = await renderWord(sample(SAMPLES[0]!));
  await renderWord(sample(SAMPLES[1]!));
  expect(Buffer.compare(first!, (await renderWord(sample(SAMPLES[0]!)))!)).toBe(0);
});

const SECRETS = ['Hemmelig Leverandør', 'Bakdøren'];
const KEPT_BACK = stringify({
  vurdering: 'dpia', mal: 'e-helse-2018', tittel: 'Påmelding', behandlingsansvarlig: 'Kommunen', status: 'utkast',
  sladd: [{ på: 'VI.1.1.1a', hjemmel: 'offentleglova § 13' }],
  svar: { 'II.1.p1': 'Låsene er levert av [[Hemmelig Leverandør|offentleglova § 23]].', 'VI.1.1.1a': { svar: 'delvis', forklaring: 'Bakdøren står åpen' } },
});

describe('what is kept back', () => {
  it('is in no part of the public edition; a black box names the ground', async () => {
    const parts = await partsOf(analyseText(KEPT_BACK), { edition: 'public' });
    for (const part of Object.values(parts)) for (const secret of SECRETS) expect(part).not.toContain(secret);
    const box = /<w:r>(?:(?!<\/w:r>)[\s\S])*Sladdet: offentleglova § 23(?:(?!<\/w:r>)[\s\S])*<\/w:r>/.exec(parts['word/document.xml']!)![0];
    expect(box).toContain('w:fill="000000"');
    expect(wordsOf(parts['word/document.xml']!)).toContain('Offentlig utgave');
  });
  it('is there in the internal one, marked', async () => {
    const words = wordsOf((await partsOf(analyseText(KEPT_BACK)))['word/document.xml']!);
    for (const secret of SECRETS) expect(words).toContain(secret);
    expect(words).toContain('sladdes: offentleglova § 23');
  });
});

it('keeps links to the web and within the report, and no others', async () => {
  const links = ['[a](https://lovdata.no/x?y=1&z=2)', '[b](javascript:alert(1))', '[c](file:///etc/passwd)', '[d](mailto:a@b.no)', '[e](#risikoer)', '[f](//evil.example)', '[g](#finnes-ikke)', '<script>alert(1)</script>'];
  const parts = await partsOf(analyseText(stringify({ vurdering: 'dpia', svar: { 'II.1.p1': links.join(' ') }, risikoer: [{ scenario: 'Innbrudd' }] })));
  const external = [...parts['word/_rels/document.xml.rels']!.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map((match) => decoded(match[1]!));
  expect(external.filter((url) => !url.includes('lovdata.no/lov'))).toEqual(['https://lovdata.no/x?y=1&z=2', 'mailto:a@b.no']);
  const xml = parts['word/document.xml']!;
  const marks = new Set([...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map((match) => match[1]));
  const anchors = [...xml.matchAll(/w:anchor="([^"]*)"/g)].map((match) => match[1]);
  expect(anchors).toContain('v_risikoer');
  expect(anchors.filter((anchor) => !marks.has(anchor))).toEqual([]);
  expect(wordsOf(xml)).toContain('<script>alert(1)</script>');
});

it('can be read by Word whatever the file holds', async () => {
  const nasty = 'a\u0001b\uD800c\uFFFFd & <w:p> "x"';
  const xml = (await partsOf(analyseText(`vurdering: dpia\ntittel: ${JSON.stringify(nasty)}\nsvar:\n  II.1.p1: ${JSON.stringify(nasty)}\n`)))['word/document.xml']!;
  expect(xml).not.toMatch(/[\u0000-\u0008\uFFFF]/);
  expect(wordsOf(xml)).toContain('& <w:p> "x"');
});

it('numbers lists as they are written', async () => {
  const parts = await partsOf(analyseText(stringify({ vurdering: 'dpia', svar: { 'II.1.p1': '1. en\n2. to\n\nOg så\n\n3. tre\n   - under\n4. fire' } })));
  const xml = parts['word/document.xml']!;
  const lists = ['en', 'to', 'tre', 'fire'].map((word) => /<w:numId w:val="(\d+)"/.exec(paragraphs(xml).find((each) => wordsOf(each) === word)!)![1]);
  expect(lists[0]).toBe(lists[1]);
  expect(lists[2]).toBe(lists[3]);
  expect(lists[0]).not.toBe(lists[2]);
  expect(parts['word/numbering.xml']).toMatch(/<w:start w:val="3"\/>/);
});
