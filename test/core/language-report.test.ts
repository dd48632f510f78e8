/** One small file's report in the three languages, and what of the words around it is the language's. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/core/analysis.ts';
import { renderDifferences } from '../../server/core/diff/index.ts';
import { libraryIn } from '../../server/core/library.ts';
import { library } from '../../server/core/product.ts';
import { actionsCsv, editionOf, renderReport, renderSite, renderWord, risksCsv } from '../../server/core/report/index.ts';
import { LANGUAGES, type Language } from '../../server/core/texts/language.ts';
import { bokmål, textsIn } from '../../server/core/texts/texts.ts';
import { strFromU8, unzipSync } from 'fflate';
import { contextWith, read } from './fixtures.ts';

const written = read('test/fixtures/language/kulturskole.dpia.yaml');
/** The file in a language, read by somebody whose messages are in `told`. */
const inLanguage = (language: Language, told: Language = 'nb', text = written) => analyse(text.replace('mal: e-helse-2018\n', `mal: e-helse-2018\nspråk: ${language}\n`), 'kulturskole.dpia.yaml', { ...contextWith(libraryIn(library, told)), texts: textsIn(told) })!;

describe.each(LANGUAGES)('%s', (language) => {
  it('report', async () => {
    await expect(renderReport(inLanguage(language), { format: 'markdown' })).toMatchFileSnapshot(`../fixtures/language/kulturskole.${language}.md`);
  });
  it('is the same whoever reads it', () => {
    const one = renderReport(inLanguage(language, 'nb'), { format: 'html' });
    for (const told of LANGUAGES) expect(renderReport(inLanguage(language, told), { format: 'html' })).toBe(one);
  });
  it('says so to screen readers and to Word', async () => {
    expect(renderReport(inLanguage(language), { format: 'html' })).toContain(`<html lang="${language}">`);
    const styles = strFromU8(unzipSync((await renderWord(inLanguage(language)))!)['word/styles.xml']!);
    expect(styles).toContain(`w:val="${{ nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }[language]}"`);
  });
  it('tables for a spreadsheet', () => {
    const shown = editionOf(inLanguage(language), 'internal')!;
    const texts = textsIn(language);
    expect(risksCsv(shown)).toContain(`;4;4;${texts('value.høy').toLowerCase()};2;3;${texts('value.middels').toLowerCase()}`);
    expect(actionsCsv(shown)).toContain(texts('value.pågår').toLowerCase());
  });
  it('comparison', () => {
    const [before, after] = [inLanguage('nb'), inLanguage(language, 'nb', written.replace('I.1: ja', 'I.1: nei'))];
    const { text, same } = renderDifferences([{ name: 'k', before, after }], { format: 'markdown', labels: { before: 'a', after: 'b' }, texts: bokmål });
    expect(same).toBe(false);
    expect(text).toContain(textsIn(language)('diff.title', { tittel: 'Kulturskolen' }));
    expect(text).toContain(textsIn(language)('value.nei'));
  });
  it('public edition', () => {
    const html = renderReport(inLanguage(language), { format: 'html', edition: 'public' });
    expect(html).toContain(textsIn(language)('report.edition.public'));
  });
});

it('a folder of reports in several languages has a front page in bokmål, one in a single language its own', () => {
  const entry = (language: Language) => ({ analysis: editionOf(inLanguage(language), 'internal')!, report: `${language}.html` });
  expect(renderSite([entry('en'), entry('en')], 'internal')).toContain(textsIn('en')('report.site.title'));
  const mixed = renderSite([entry('en'), entry('nn')], 'internal');
  expect(mixed).toContain('<html lang="nb">');
  expect(mixed).toContain(bokmål('report.site.title'));
});
