/** The public edition of a comparison holds nothing that either version keeps back. */
import { describe, expect, it } from 'vitest';
import { renderDifferences, type DifferenceOptions } from '../../../server/core/diff/index.ts';
import { bokmål } from '../../../server/core/texts/texts.ts';
import { analyseText } from '../fixtures.ts';

const HEAD = 'vurdering: dpia\nmal: e-helse-2018\ntittel: Påmelding\nbehandlingsansvarlig: Kommunen\nstatus: utkast\n';
const formats: DifferenceOptions['format'][] = ['html', 'fragment', 'markdown', 'json'];
const shown = (before: string | undefined, after: string | undefined, format: DifferenceOptions['format'], edition: 'public' | 'internal' = 'public'): string => {
  const one = (text: string | undefined): ReturnType<typeof analyseText> | undefined => (text === undefined ? undefined : analyseText(HEAD + text));
  return renderDifferences([{ name: 'x.dpia.yaml', before: one(before), after: one(after) }], { format, edition, labels: { before: 'A', after: 'B' }, texts: bokmål }).text;
};
const RISK = (rest: string): string => `risikoer:\n  - scenario: Innbrudd i bygget om natten\n${rest}    sannsynlighet: 2\n    konsekvens: 3\n    tiltak: []\n    restrisiko: {sannsynlighet: 1, konsekvens: 3}\n`;

/** Each before, after, and what may not show. The words are in the version that does not mark them, too. */
const cases: [string, string, string, string[]][] = [
  ['a passage that was unmarked before', 'svar:\n  II.1.p1: Låsene er fra Hemmelig Leverandør i Oslo.\n', 'svar:\n  II.1.p1: Låsene er fra [[Hemmelig Leverandør|offentleglova § 23]] i Bergen.\n', ['Hemmelig', 'Leverandør']],
  ['one that is wrapped or emphasised elsewhere', 'svar:\n  II.1.p1: >-\n    Låsene er fra **Hemmelig**\n    leverandør.\n', 'svar:\n  II.1.p1: Låsene er fra [[Hemmelig Leverandør|offentleglova § 23]]. Ferdig.\n', ['Hemmelig', 'leverandør']],
  ['a short one', 'svar:\n  II.1.p1: Låsene er fra Per.\n', 'svar:\n  II.1.p1: Låsene er fra [[Per|offentleglova § 23]]. Ferdig.\n', ['Per.', '>Per<', 'fra Per']],
  ['one in other words before', 'svar:\n  II.1.p1: Låsene er levert av Hemmeligheten AS her.\n', 'svar:\n  II.1.p1: Låsene er levert av [[Konfidensielt Firma|offentleglova § 23]] her.\n', ['Hemmeligheten', 'Konfidensielt']],
  ['one that is unmarked now', 'svar:\n  II.1.p1: Fra [[Hemmelig Leverandør|offentleglova § 23]].\n', 'svar:\n  II.1.p1: Fra Hemmelig Leverandør i dag.\n', ['Hemmelig']],
  ['an answer that was whole before', 'svar:\n  II.1.p3: Ukjent kilde varslet om bråk\n', 'sladd: [{på: II.1.p3, hjemmel: offentleglova § 24}]\nsvar:\n  II.1.p3: Ny kilde meldte fra\n', ['Ukjent', 'varslet', 'Ny kilde']],
  ['a verdict', 'svar:\n  II.4.2: {svar: nei, forklaring: Bakdøren er lukket}\n', 'sladd: [{på: II.4.2, hjemmel: offentleglova § 24}]\nsvar:\n  II.4.2: {svar: ja, forklaring: Bakdøren er åpen}\n', ['Bakdøren', '>Nei<', '~~Nei~~', '"nei"', '"ja"']],
  ['an answer that moved', 'svar:\n  II.1.p1: Ukjent kilde varslet om bråk.\n', 'sladd: [{på: II.1.p3, hjemmel: offentleglova § 24}]\nsvar:\n  II.1.p3: Ukjent kilde varslet om bråk.\n', ['Ukjent', 'varslet']],
  ['a field of a risk', RISK('    kilde: Navngitt gjeng\n'), `sladd: [{på: risikoer/0/kilde, hjemmel: offentleglova § 24}]\n${RISK('    kilde: En annen bande\n')}`, ['Navngitt', 'bande']],
  ['a field of a risk that is gone', RISK('    kilde: Navngitt gjeng\n'), `sladd: [{på: risikoer/0/kilde, hjemmel: offentleglova § 24}]\nrisikoer:\n  - scenario: Sletting blir glemt\n    kilde: En annen bande\n`, ['Navngitt', 'bande']],
  ['a whole risk', RISK('    kilde: Navngitt gjeng\n'), `sladd: [{på: risikoer/0, hjemmel: offentleglova § 24}]\n${RISK('    kilde: Navngitt bande\n')}`, ['Navngitt', 'Innbrudd i bygget']],
  ['a score', RISK(''), `sladd: [{på: risikoer/0/restrisiko, hjemmel: offentleglova § 24}]\n${RISK('').replace('sannsynlighet: 1, konsekvens: 3', 'sannsynlighet: 5, konsekvens: 5')}`, ['Høy 25', '"tall": 25', '5×5']],
  ['the head', 'beslutning: {utfall: godkjent, begrunnelse: Lederen sa ja til naboen}\n', 'beslutning: {utfall: godkjent, begrunnelse: "Lederen sa ja til [[naboen|offentleglova § 13]] sin"}\n', ['naboen']],
];

describe.each(formats)('%s', (format) => {
  it.each(cases)('%s', (_, before, after, secrets) => {
    for (const [a, b] of [[before, after], [after, before]] as const) {
      const text = shown(a, b, format);
      for (const secret of secrets) expect(text, secret).not.toContain(secret);
      // The words are there to be hidden.
      expect(secrets.some((secret) => shown(a, b, format, 'internal').includes(secret))).toBe(true);
    }
  });
  it('of a file that is new or gone', () => {
    for (const [, , after, secrets] of cases) {
      if (!/\[\[|sladd:/.test(after)) continue;
      for (const text of [shown(undefined, after, format), shown(after, undefined, format)]) for (const secret of secrets.filter((each) => after.includes(each))) expect(text, secret).not.toContain(secret);
    }
  });
  it('what is public stays, and nothing of the house does', () => {
    const text = shown('svar:\n  II.1.p1: Gammel tekst om låser\n', 'sladd: [{på: II.1.p3, hjemmel: offentleglova § 24}]\nsvar:\n  II.1.p1: Ny tekst om låser\n  II.1.p3: Hemmelig\n', format);
    expect(text).toContain('offentleglova § 24');
    expect(text).toContain('Ny');
    expect(text).not.toMatch(/mangler i seksjon|Nye funn|"kode"/);
  });
});

it('the internal edition shows the words and their ground', () => {
  const text = shown('svar:\n  II.1.p1: Fra Hemmelig Leverandør.\n', 'svar:\n  II.1.p1: Fra [[Hemmelig Leverandør|offentleglova § 23]].\n', 'html', 'internal');
  expect(text).toContain('Hemmelig Leverandør');
  expect(text).toContain('sladdes: offentleglova § 23');
  expect(text).not.toContain('[[');
});
