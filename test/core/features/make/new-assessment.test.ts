import { describe, expect, it } from 'vitest';
import { fileNameFor, freeAddress, newFileName, stemOf } from '../../../../server/core/features/make/names.ts';
import { newAssessment, optionsByRole, type AboutNew } from '../../../../server/core/features/make/new-assessment.ts';
import { isOffered } from '../../../../server/core/assessment/progress.ts';
import { library } from '../../../../server/core/product.ts';
import { ASSESSMENT_KINDS } from '../../../../server/core/recognise.ts';
import { analyseText, contextWith } from '../../fixtures.ts';

const ABOUT: AboutNew = { title: 'Fritidsklubben på Snapchat: meldinger', controller: 'Bydel Solsiden', service: 'Fritidsklubben Taket', platforms: ['snapchat'], strategies: ['toveis'] };
const FORMS = new Set(library.rules.filter((rule) => rule.group === 'form').map((rule) => rule.code));
const written = (kind: (typeof ASSESSMENT_KINDS)[number], about = ABOUT): string => newAssessment(contextWith(), kind, about)!;
const keysIn = (text: string): string[] => [...text.matchAll(/^ {2}([A-Z]\.\d+):/gm)].map((match) => match[1]!);

describe('a new assessment', () => {
  it.each(ASSESSMENT_KINDS.map((kind) => [kind]))('%s: the head, what was said, and the questions that then apply', async (kind) => {
    const text = written(kind);
    await expect(text).toMatchFileSnapshot(`golden/ny.${kind}.yaml`);
    const analysis = analyseText(text, `ny.${kind}.yaml`);
    expect(analysis.tree.problems).toEqual([]);
    expect(analysis.findings().filter(({ code }) => FORMS.has(code))).toEqual([]);
    expect(analysis.assessment.facts['tittel']).toBe(ABOUT.title);
  });
  it('has a key for every question that it is to answer, or may', () => {
    for (const kind of ['plattform', 'ip', 'plm'] as const) {
      const { assessment } = analyseText(written(kind), `ny.${kind}.yaml`);
      const all = [...assessment.index.questions.values()].map(({ question }) => question).filter((question) => isOffered(assessment, question) && !question.answeredIn);
      expect([...assessment.answers.keys()], kind).toEqual(all.map(({ id }) => id));
    }
  });
  it('asks a service that shares opening hours neither about gaming nor about the police', () => {
    const sharing = keysIn(written('plattform', { ...ABOUT, strategies: ['deling'] }));
    const gaming = keysIn(written('plattform', { ...ABOUT, strategies: ['gaming'] }));
    expect(gaming).toEqual(expect.arrayContaining(['C.7', 'K.8', 'K.11']));
    expect(sharing).not.toEqual(expect.arrayContaining(['C.7']));
    expect(sharing).not.toEqual(expect.arrayContaining(['K.8']));
    expect(sharing.length).toBeLessThan(gaming.length);
  });
  it('leaves out what nobody can tell yet', () => {
    expect(written('ip', { title: 'Nytt fagsystem' })).toContain('  A.10:\n');
    expect(keysIn(written('ip', { title: 'Nytt fagsystem' }))).not.toContain('A.11');
    expect(written('ip', { title: 'Nytt fagsystem' })).toContain('behandlingsansvarlig: «fyll ut»\n');
  });
  it('reads back whatever the title is', () => {
    for (const title of ['- nei: «ja» # kanskje', '123', 'ja', "Det er 'sitat' og \"sitat\"", '*stjerne', 'a\nb']) {
      const { assessment, tree } = analyseText(written('plattform', { ...ABOUT, title, service: title }), 'ny.plattform.yaml');
      expect(tree.problems, title).toEqual([]);
      expect(String(assessment.facts['tittel']), title).toBe(title.replace('\n', ' '));
      expect(String(assessment.facts['A.1']), title).toBe(title.replace('\n', ' '));
    }
  });
  it('a template of somebody else gets its answers by role', () => {
    const plattform = library.templates.find(({ kind }) => kind === 'plattform')!;
    const own = { ...plattform, parts: [{ id: 'X', title: 'Alt', sections: [{ id: 'X', title: 'Alt', items: [{ id: 'X.1', text: 'Hvem?', kind: { type: 'text' as const }, required: false, explainAt: [], mayBeIrrelevant: false, articles: [], points: [], examples: [], carriedFrom: [], role: 'tjeneste' }, { id: 'X.2', text: 'Hvor?', kind: { type: 'text' as const }, required: false, explainAt: [], mayBeIrrelevant: false, articles: [], points: [], examples: [], carriedFrom: [], role: 'plattform' }], sections: [], notes: [] }] }] };
    expect(newAssessment(contextWith({ ...library, templates: [own] }), 'plattform', { ...ABOUT, platforms: ['snapchat', 'discord'] })).toMatch(/\n {2}# DEL X\. Alt\n {2}X\.1: Fritidsklubben Taket\n {2}X\.2: snapchat, discord\n$/);
    expect(newAssessment(contextWith({ ...library, templates: [own] }), 'dpia', ABOUT)).toBeUndefined();
  });
});

describe('the lists to choose from', () => {
  it('come from the questions with the role', () => {
    expect(optionsByRole(contextWith(), 'plattform', 'plattform').map(({ value }) => value)).toEqual(expect.arrayContaining(['snapchat', 'discord']));
    expect(optionsByRole(contextWith(), 'plm', 'strategi').map(({ value }) => value)).toEqual(['deling', 'toveis', 'gaming', 'feltarbeid']);
    expect(optionsByRole(contextWith(), 'dpia', 'strategi')).toEqual([]);
  });
});

describe('the name of a file', () => {
  it.each([['Påmelding til kulturskolen', 'paamelding-til-kulturskolen'], ['  Ærlig ØL – «test»! ', 'aerlig-oel-test'], ['Café Ñandú', 'cafe-nandu'], ['…', '']])('%s → %s', (words, name) => expect(fileNameFor(words)).toBe(name));
  it('is the service and the platform, or the title', () => {
    expect(newFileName('plattform', ABOUT)).toBe('fritidsklubben-taket-snapchat.plattform.yaml');
    expect(newFileName('plattform', { title: 'Utekontakten på Discord', platforms: ['discord'] })).toBe('utekontakten-paa-discord.plattform.yaml');
    expect(newFileName('ip', { title: 'Utekontakten', platforms: ['discord', 'roblox'] })).toBe('utekontakten-discord-roblox.ip.yaml');
    expect(newFileName('behandlingsoversikt', ABOUT)).toBe('behandlingsoversikt.yaml');
    expect(newFileName('plm', { title: '!!' })).toBe('vurdering.plm.yaml');
  });
  it('is never one that is there', () => {
    const taken = new Set(['file:///a/x.ip.yaml', 'file:///a/x-2.ip.yaml', 'file:///a/behandlingsoversikt.yaml']);
    const free = (address: string): string => freeAddress(address, (each) => taken.has(each));
    expect(free('file:///a/y.ip.yaml')).toBe('file:///a/y.ip.yaml');
    expect(free('file:///a/x.ip.yaml')).toBe('file:///a/x-3.ip.yaml');
    expect(free('file:///a/behandlingsoversikt.yaml')).toBe('file:///a/behandlingsoversikt-2.yaml');
    expect(stemOf('file:///a/instagram.ip.yaml')).toBe('instagram');
  });
});
