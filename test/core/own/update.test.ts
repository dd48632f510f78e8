import { describe, expect, it } from 'vitest';
import { applyEdits, fixesFor } from '../../../server/core/features/fixes/index.ts';
import { updateTemplate } from '../../../server/core/features/fixes/template-version.ts';
import { lenses } from '../../../server/core/features/lenses.ts';
import { entryOf } from '../../../server/core/syntax/nodes.ts';
import { parse } from '../../../server/core/syntax/parse.ts';
import { compareVersions } from '../../../server/core/templates/versions.ts';
import { analyseText, contextWith } from '../fixtures.ts';
import { kommune } from './own.ts';

const context = contextWith(kommune().library);
const of = (text: string) => analyseText(text, 'x.dpia.yaml', context);
const updated = (text: string): string => applyEdits(text, updateTemplate(of(text)));

const OLD = `# Vurderingen av vaktordningen
vurdering: dpia
mal: kommune-dpia
malversjon: "1"   # som i vår
tittel: Vaktordningen
behandlingsansvarlig: Eksempel kommune
status: utkast
svar:
  II.4.2: nei
  # arkivet er bestemt av arkivleder
  K.1: Saksarkivet   # ikke e-post
  "K.2":
    svar: ja   # hørt to ganger
    forklaring: |
      Fagrådet støtter det.
  'K.3': Systemeier for vakt # ny i fjor
undertrykk:
  - funn: plassholder
    på: "K.3"
    begrunnelse: Rollen er ikke besatt
`;

describe('a file that answers an earlier version of its template', () => {
  it('is told what is new', () => {
    const finding = of(OLD).findings().find(({ code }) => code === 'mal-nyere-versjon')!;
    expect(finding.message).toContain('har en nyere versjon, 2: 3 nye spørsmål, 1 endret, 2 tatt ut og 2 med nytt nummer');
    expect(OLD.slice(finding.range.start, finding.range.end)).toBe('"1"');
    expect(fixesFor(of(OLD), finding)[0]).toMatchObject({ title: 'Bring filen à jour med versjon 2 av malen', preferred: true });
    expect(lenses(of(OLD)).find(({ command }) => command?.name === 'update-template')?.title).toContain('Malen har en nyere versjon');
  });
  it('is brought up to date with every answer, comment and quotation mark where it was', () => {
    expect(updated(OLD)).toBe(OLD
      .replace('malversjon: "1"', 'malversjon: "2"')
      .replace('  # arkivet er bestemt av arkivleder\n  K.1:', '  # arkivet er bestemt av arkivleder\n  # Spørsmålet er endret i versjon 2 av malen: se over svaret.\n  K.1:')
      .replace('"K.2":', '"K.2-v1":').replace("'K.3': Systemeier for vakt # ny i fjor\n", "'K.2': Systemeier for vakt # ny i fjor\n  # Brukes løsningen av flere bydeler?\n  K.4: «fyll ut»\n")
      .replace('på: "K.3"', 'på: "K.2"'));
  });
  it('is clean of the version’s findings afterwards, and a second time nothing happens', () => {
    const text = updated(OLD);
    expect(of(text).findings().filter(({ code, severity }) => severity === 'error' || code.startsWith('mal'))).toEqual([]);
    expect(updated(text)).toBe(text);
    expect(of(text).assessment.facts['K.2']).toBe('Systemeier for vakt');
    expect(of(text).assessment.facts['K.2-v1']).toBe('ja');
  });
  it('keeps what the template no longer asks, and says why', () => {
    const { assessment } = of(updated(OLD));
    expect(assessment.index.questions.get('K.2-v1')!.question).toMatchObject({ hidden: 'Spørsmålet er tatt ut av malen fra og med versjon 2.' });
    expect(of(updated(OLD)).findings().filter(({ path }) => path === 'K.2-v1')).toEqual([]);
  });
  it.each([
    ['on one line', 'vurdering: dpia\nmal: kommune-dpia\nmalversjon: 1\ntittel: T\nsvar: {K.3: Eier, "K.2": nei, K.1: Arkiv}\n', { 'K.2': 'Eier', 'K.2-v1': 'nei', 'K.1': 'Arkiv' }],
    ['with Windows line ends', 'vurdering: dpia\r\nmal: kommune-dpia\r\nmalversjon: \'1\'\r\ntittel: T\r\nsvar:\r\n  K.3: Eier\r\n  K.2: nei\r\n', { 'K.2': 'Eier', 'K.2-v1': 'nei' }],
    ['with an anchor', "vurdering: dpia\nmal: kommune-dpia\nmalversjon: '1'\ntittel: &t T\nsvar: &alt\n  K.3: *t\n", { 'K.2': 'T' }],
    ['without answers', "vurdering: dpia\nmal: kommune-dpia\nmalversjon: '1'\ntittel: T\n", {}],
  ])('%s', (_, text, answers) => {
    const now = updated(text);
    expect(parse(now).problems).toEqual([]);
    const root = parse(now).root;
    expect(entryOf(root, 'malversjon')?.value).toMatchObject({ value: '2' });
    expect(of(now).assessment.facts).toMatchObject(answers);
    if (text.includes('\r')) expect(now.replaceAll('\r\n', '')).not.toContain('\n');
  });
  it('loses no text, wherever it is cut off', () => {
    for (let end = OLD.indexOf('svar:'); end < OLD.length; end += 5) {
      const text = OLD.slice(0, end);
      const edits = updateTemplate(of(text));
      const letters = (whole: string): string => whole.replace(/[^\p{L}]/gu, '');
      const taken = edits.filter(({ range }) => range.end > range.start).map(({ range }) => text.slice(range.start, range.end));
      expect(taken.every((each) => /^["']?(1|2|K\.\d)["']?$/.test(each)), taken.join('|')).toBe(true);
      expect(letters(applyEdits(text, edits)).length).toBeGreaterThanOrEqual(letters(text).length);
    }
  });
});

describe('versions', () => {
  it('are ordered by their numbers', () => {
    expect(['10', '2', '1.10', '1.9', '2026-02', '2026', '1', '2b', '2a'].sort(compareVersions)).toEqual(['1', '1.9', '1.10', '2', '2a', '2b', '10', '2026', '2026-02']);
  });
});
