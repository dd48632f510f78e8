/** The languages: what lacks a translation, which language is chosen, and what a file's own language decides. */
import { describe, expect, it } from 'vitest';
import { ALIKE } from '../../scripts/generate/alike.ts';
import { catalogueProblemsIn } from '../../scripts/generate/catalogue-words.ts';
import { compareWords, overlaid, wordsOf } from '../../scripts/generate/overlay.ts';
import { problemsIn, TRANSLATED, units } from '../../scripts/generate/translations.ts';
import { differenceOf, merged } from '../../server/core/difference.ts';
import { completions } from '../../server/core/features/completion.ts';
import { hover } from '../../server/core/features/hover.ts';
import { derived, libraryIn } from '../../server/core/library.ts';
import { library } from '../../server/core/product.ts';
import type { Json } from '../../server/core/syntax/nodes.ts';
import { indexOf } from '../../server/core/templates/model.ts';
import { languageOfMessages } from '../../server/core/texts/language.ts';
import { nb, type TextKey } from '../../server/core/texts/nb.ts';
import { bokmål, textsIn } from '../../server/core/texts/texts.ts';
import { inOwnLanguage, spokenIn } from '../../server/core/analysis.ts';
import { EMPTY } from '../../server/core/config/model.ts';
import { analyseText, contextWith, read } from './fixtures.ts';

describe.each(TRANSLATED)('%s', (language) => {
  const found = [...problemsIn(language)];
  it('has every word of templates, rules, sources and snippets', () => {
    expect(found.flatMap(({ file, missing }) => missing.map(([place]) => `${file}: ${place}`))).toEqual([]);
  });
  it('has no words that bokmål does not have', () => {
    expect(found.flatMap(({ file, left }) => left.map((place) => `${file}: ${place}`))).toEqual([]);
  });
  it('has the same placeholders, and lists of the same length', () => {
    expect(found.flatMap(({ file, wrong }) => wrong.map((problem) => `${file}: ${problem}`))).toEqual([]);
  });
  it('has the whole catalogue', async () => {
    const [catalogue] = await catalogueProblemsIn(language);
    expect([catalogue?.missing ?? [], catalogue?.left ?? [], catalogue?.wrong ?? []]).toEqual([[], [], []]);
  });
  it('has the same commands and options in the help of the command line', () => {
    const named = (help: string): string[] => [...help.matchAll(/^ {2}(vurdert [a-z]+|(?:-[a-zA-Z], )?--[a-z-]+)/gm)].map(([, name]) => name!);
    const helps = (Object.keys(nb) as TextKey[]).filter((key) => key.startsWith('cli.help'));
    expect(named(bokmål('cli.help'))).toContain('vurdert config');
    for (const key of helps) expect(named(textsIn(language)(key)), key).toEqual(named(bokmål(key)));
  });
  it('counts the months as bokmål does', () => {
    expect(textsIn(language)('report.months').split(' ')).toHaveLength(12);
  });
});

it('English is not bokmål, but for names and words that the languages share', async () => {
  const alike = [...problemsIn('en'), ...(await catalogueProblemsIn('en'))].flatMap(({ file, alike: same }) => same.filter(([, words]) => !ALIKE.includes(words)).map(([place, words]) => `${file}: ${place}: ${words}`));
  expect(alike).toEqual([]);
});

it('what the extension says in VS Code is translated', () => {
  const manifest = read('package.json');
  const [own, nynorsk] = ['package.nls.json', 'package.nls.nn.json'].map((file) => JSON.parse(read(file)) as { [key: string]: string });
  const used = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!);
  expect([...new Set(used)].sort()).toEqual(Object.keys(own!).sort());
  expect(Object.keys(nynorsk!).sort()).toEqual(Object.keys(own!).sort());
  const { contributes } = JSON.parse(manifest) as { contributes: { commands: { title: string }[]; configuration: object | object[] } };
  expect(contributes.commands.filter(({ title }) => !title.startsWith('%'))).toEqual([]);
  const words = [...JSON.stringify(contributes.configuration).matchAll(/"(?:markdownD|d)escription":"([^"]*)"/g)].map(([, text]) => text!);
  expect(words.length).toBeGreaterThan(3);
  expect(words.filter((text) => !text.startsWith('%'))).toEqual([]);
});

describe('an overlay', () => {
  const source = { mal: 'x', deler: [{ id: '1', tittel: 'En', seksjoner: [{ id: 'A', tittel: 'To', spørsmål: [{ id: 'A.1', tekst: 'Hva?', svartype: 'en-av', valg: [{ verdi: 'ja', tekst: 'Ja' }], når: { required: ['B'] } }] }] }] };
  it('has the words alone, by id', () => {
    expect(wordsOf(source)).toEqual({ deler: { 1: { tittel: 'En', seksjoner: { A: { tittel: 'To', spørsmål: { 'A.1': { tekst: 'Hva?', valg: { ja: 'Ja' } } } } } } } });
  });
  it('is laid over, and what it lacks stays', () => {
    const result = overlaid(source, { deler: { 1: { seksjoner: { A: { spørsmål: { 'A.1': { tekst: 'What?', valg: { ja: 'Yes' }, svartype: 'prosa', når: { required: [] } } } } } } } });
    const [part] = result['deler'] as typeof source.deler;
    expect(part).toEqual({ ...source.deler[0], seksjoner: [{ ...source.deler[0]!.seksjoner[0], spørsmål: [{ ...source.deler[0]!.seksjoner[0]!.spørsmål[0], tekst: 'What?', svartype: 'prosa', valg: [{ verdi: 'ja', tekst: 'Yes' }] }] }] });
  });
  it('is told what lacks, what is left over, and which placeholders differ', () => {
    const { missing, left, wrong, alike } = compareWords({ a: 'Ett {n}', b: ['to', 'tre'], c: 'fire', d: 'fem' }, { a: 'One', b: ['two'], d: 'fem', e: 'six' });
    expect({ missing, left, wrong: wrong.length, alike }).toEqual({ missing: [['c', 'fire']], left: ['e'], wrong: 2, alike: [['d', 'fem']] });
  });
  it('is stored as what differs, and merged', () => {
    const [one, other]: Json[] = [{ a: [{ b: 'x', c: 1 }, { b: 'y' }], d: ['p'] }, { a: [{ b: 'x', c: 1 }, { b: 'z' }], d: ['p', 'q'] }];
    expect(differenceOf(one, other)).toEqual({ a: { 1: { b: 'z' } }, d: ['p', 'q'] });
    expect(merged(one, differenceOf(one, other))).toEqual(other);
    expect(merged(one, differenceOf(one, one))).toBe(one);
  });
  it('every unit has a name of its own', () => {
    const names = units().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the language of what is said', () => {
  it.each([
    ['nn', 'en', undefined, 'nn'], ['en', 'nb', undefined, 'en'], ['auto', 'nn', undefined, 'nn'], ['auto', 'nn-NO', 'en', 'nn'], ['auto', 'nb', 'nn', 'nb'], ['auto', 'no', undefined, 'nb'],
    // A program in English is what most Norwegians have.
    ['auto', 'en', undefined, 'nb'], ['auto', 'en-GB', undefined, 'nb'], ['auto', 'en', 'en', 'en'], ['auto', undefined, 'nn', 'nn'], ['klingon', 'de', undefined, 'nb'], [undefined, undefined, undefined, 'nb'],
  ] as const)('%s, in a program in %s, in a folder with %s: %s', (chosen, locale, configured, language) => {
    expect(languageOfMessages(chosen, locale, configured)).toBe(language);
  });
  it('lists as the language does', () => {
    expect([bokmål.and(['a', 'b', 'c']), textsIn('en').and(['a', 'b', 'c']), textsIn('en').or(['a', 'b']), textsIn('nn').or(['a'])]).toEqual(['a, b og c', 'a, b and c', 'a or b', 'a']);
  });
  it('of a text that lacks, bokmål stands', () => {
    expect(textsIn('nn')('kind.dpia')).toBe(bokmål('kind.dpia'));
  });
});

describe("a file's own language", () => {
  const text = 'vurdering: dpia\nspråk: nn\nstatus: utkast\nsvar:\n  I.1: ja\n';
  const questionIn = (language: 'nb' | 'nn' | 'en'): string => indexOf(libraryIn(library, language).templates.find(({ id }) => id === 'e-helse-2018')!).questions.get('I.1')!.question.text;
  it('is what it says, or its configuration, or bokmål', () => {
    expect(analyseText(text).language).toBe('nn');
    expect(analyseText('vurdering: dpia\n').language).toBe('nb');
    expect(analyseText('vurdering: dpia\n', 'x.dpia.yaml', { ...contextWith(), configuration: { ...EMPTY, language: 'en' } }).language).toBe('en');
    expect(analyseText(text, 'x.dpia.yaml', { ...contextWith(), configuration: { ...EMPTY, language: 'en' } }).language).toBe('nn');
    expect(analyseText('vurdering: dpia\nspråk: [nn]\n').language).toBe('nb');
  });
  it("decides the questions' words, and the reader's language the frame", () => {
    const markdown = (written: string, language: 'nb' | 'en'): string => {
      const analysis = analyseText(written, 'x.dpia.yaml', { ...contextWith(libraryIn(library, language)), texts: textsIn(language) });
      return hover(analysis, written.indexOf('I.1'))!.markdown;
    };
    const shown = markdown(text, 'en');
    expect(shown).toContain(questionIn('nn'));
    expect(shown).toContain('Answer: ja (yes) or nei (no)'); // what is to be typed, and what it means
    expect(markdown(text, 'nb')).toContain(questionIn('nn'));
    expect(markdown(text.replace('språk: nn\n', ''), 'en')).toContain(questionIn('nb'));
  });
  it('is offered, with the names of the languages', () => {
    const written = 'vurdering: dpia\nspråk: \n';
    const labels = completions(analyseText(written), written.indexOf('\n', 20)).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['nb', 'nn', 'en']));
  });
  it('everything can be said in it, and the file is not read anew', () => {
    const analysis = analyseText(text);
    const own = inOwnLanguage(analysis);
    expect(own.context.texts.language).toBe('nn');
    expect(own.context.library.language).toBe('nn');
    expect(own.tree).toBe(analysis.tree);
    expect(inOwnLanguage(analysis)).toBe(own);
    expect(spokenIn(own, 'nn')).toBe(own);
    expect(inOwnLanguage(analyseText('vurdering: dpia\n')).context.library).toBe(library);
  });
});

describe('a library', () => {
  it('is made once in each language, and leads from each to the others', () => {
    const nn = libraryIn(library, 'nn');
    expect(nn.language).toBe('nn');
    expect(libraryIn(library, 'nn')).toBe(nn);
    expect(libraryIn(nn, 'nb')).toBe(library);
    expect(libraryIn(nn, 'en')).toBe(libraryIn(library, 'en'));
  });
  it('quotes the same in all of them', () => {
    const quotations = (of: typeof library): string[] => [...[...of.articles.values()].map(({ quotation }) => quotation), ...of.excerpts.map(({ text }) => text), ...of.rules.map(({ quotation }) => quotation?.text ?? '')];
    for (const language of TRANSLATED) expect(quotations(libraryIn(library, language))).toEqual(quotations(library));
  });
  it('made of another stays so in every language', () => {
    const own = derived(library, (of) => Object.assign(Object.create(of) as typeof of, { templates: of.templates.slice(0, 1) }));
    const nn = libraryIn(own, 'nn');
    expect([own.templates.length, nn.templates.length, nn.language]).toEqual([1, 1, 'nn']);
    expect(libraryIn(nn, 'nb')).toBe(own);
    expect(derived(library, (of) => of)).toBe(library);
  });
});
