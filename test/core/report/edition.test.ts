import { describe, expect, it } from 'vitest';
import { editionOf, type Edition } from '../../../server/core/report/edition.ts';
import { renderPreview, renderReport } from '../../../server/core/report/index.ts';
import { CASE, PLATFORM, sampleCase, textOf } from '../across/workspace.ts';
import { analyseText, contextWith } from '../fixtures.ts';
import { classed, elements, parseHtml, textOf as htmlText } from './html.ts';

const FILE = `vurdering: dpia
mal: e-helse-2018
tittel: Påmelding
behandlingsansvarlig: Kommunen
status: utkast
sladd:
  - på: II.1.p3
    hjemmel: offentleglova § 24
  - på: VI.1.1.1a
    hjemmel: offentleglova § 13, jf. forvaltningsloven § 13
  - på: risikoer/0/kilde
    hjemmel: offentleglova § 24
  - på: finnes-ikke
    hjemmel: offentleglova § 24
svar:
  II.1.p1: >-
    Låsene er levert av [[Hemmelig Leverandør|offentleglova § 23]] og skiftes
    hvert [[femte
    år|offentleglova § 24]].
  II.1.p3: |
    Ukjent kilde
    varslet om bråk
  II.4.2: nei # hemmelig merknad
  VI.1.1.1a:
    svar: delvis
    forklaring: Bakdøren står åpen om natten
risikoer:
  - scenario: Innbrudd
    kilde: 'Navngitt gjeng'
    konsekvens-for-registrerte: Opplysninger på avveie
    sannsynlighet: 2
    konsekvens: 3
    tiltak: []
    restrisiko: {sannsynlighet: 1, konsekvens: 3}
`;
const SECRETS = ['Hemmelig Leverandør', 'femte', 'Ukjent kilde', 'varslet om', 'Bakdøren', 'Navngitt'];
const analysis = analyseText(FILE);
const formats = ['html', 'preview', 'markdown'] as const;
const rendered = (format: (typeof formats)[number], edition: Edition): string => (format === 'preview' ? renderPreview(analysis, { edition }).join('\n') : renderReport(analysis, { format, edition }));

describe('the public edition', () => {
  it.each(formats)('holds nothing that is kept back (%s)', (format) => {
    const report = rendered(format, 'public');
    for (const secret of SECRETS) expect(report).not.toContain(secret);
    expect(report).toContain('offentleglova § 24');
    expect(report).toContain('Låsene er levert av');
    expect(report).toContain('Innbrudd');
  });

  it('is read as a file: everything else stands, and what is taken out counts as answered', () => {
    const shown = editionOf(analysis, 'public')!;
    for (const secret of SECRETS) expect(shown.text).not.toContain(secret);
    expect(shown.tree.problems).toEqual([]);
    expect([...shown.assessment.answers.keys()]).toEqual([...analysis.assessment.answers.keys()]);
    expect(shown.assessment.answers.get('II.4.2')!.value).toBe('nei');
    expect(shown.assessment.facts['tittel']).toBe('Påmelding');
  });
});

describe('the internal edition', () => {
  it.each(formats)('shows the words and their ground (%s)', (format) => {
    const report = rendered(format, 'internal');
    for (const words of ['Hemmelig Leverandør', 'sladdes: offentleglova § 23', 'Bakdøren står åpen', 'sladdes: offentleglova § 13, jf. forvaltningsloven § 13']) expect(report).toContain(words);
    expect(report).not.toContain('[[');
  });
});

describe('the picture of the process', () => {
  const own = CASE[0]!;
  const shown = (changes: { [name: string]: string }, edition: Edition = 'public'): string => {
    const workspace = sampleCase(changes);
    const file = analyseText(textOf(own, changes[own]), 'instagram.plattform.yaml', { ...contextWith(), surroundings: { address: PLATFORM, workspace } });
    const section = classed(parseHtml(renderReport(file, { format: 'html', edition, findings: false })), 'v-process')[0];
    return section ? htmlText(section) + elements(section, 'svg').map(({ properties }) => properties['ariaLabel']).join('') : '';
  };
  const hidden = (place: string): string => `sladd:\n  - på: ${place}\n    hjemmel: offentleglova § 24\n`;

  it('is in the public edition too', () => {
    expect(shown({})).toContain('20. august 2026');
    expect(shown({})).toBe(shown({}, 'internal'));
  });
  it('tells no date that the file keeps back', () => {
    const changes = { [own]: hidden('oppstart') };
    expect(shown(changes, 'internal')).toContain('1. september 2026');
    expect(shown(changes)).toContain('20. august 2026');
    expect(shown(changes)).not.toContain('1. september 2026');
    expect(shown(changes)).not.toContain('«sladdet');
  });
  it('is left out where another file of the case keeps something back', () => {
    expect(shown({ [CASE[1]!]: hidden('svar') }, 'internal')).not.toBe('');
    expect(shown({ [CASE[1]!]: hidden('svar') })).toBe('');
  });
});
