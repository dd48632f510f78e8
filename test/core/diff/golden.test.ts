import { expect, it } from 'vitest';
import { renderDifferences } from '../../../server/core/diff/index.ts';
import { bokmål } from '../../../server/core/texts/texts.ts';
import { analyseText, read } from '../fixtures.ts';

/** One change of every kind. Every replacement must find its place. */
function changed(text: string): string {
  const replace = (from: string, to: string): void => {
    expect(text).toContain(from);
    text = text.replace(from, to);
  };
  replace('status: besluttet', 'status: til-vurdering');
  replace('  I.5: nei\n', '  I.5: {svar: nei} # samme svar\n');
  replace('  I.6: nei\n', '  I.6: ja\n');
  replace('    forklaring: Systemet lager ingen profil av elever eller foresatte, og funksjoner for anbefalinger er slått av.', '    forklaring: Systemet foreslår instrument for eleven ut fra alder, og funksjoner for anbefalinger er slått på.');
  replace('    - Foresatte\n', '    - Foresatte\n    - Søsken på venteliste\n');
  replace('Om lag 650 elever', 'Om lag 820 elever');
  replace('  II.3.p5: Lokalt. Tjenesten gjelder innbyggere i Eksempel kommune.\n', '');
  replace('        status: gjennomført\n    restrisiko: {sannsynlighet: 1, konsekvens: 4}', '        status: pågår\n    restrisiko: {konsekvens: 4, sannsynlighet: 3}');
  replace('  - scenario: Leverandøren blir utsatt', '  - scenario: Opptak fra konserter blir delt\n    kilde: Publikum med mobil\n    sannsynlighet: 3\n    konsekvens: 3\n    restrisiko: {sannsynlighet: 2, konsekvens: 3}\n  - scenario: Leverandøren blir utsatt');
  return text;
}

it('reads well as a comment on a pull request', async () => {
  const text = read('samples/paamelding-kulturskole.dpia.yaml');
  const { text: markdown, same } = renderDifferences([{ name: 'samples/paamelding-kulturskole.dpia.yaml', before: analyseText(text), after: analyseText(changed(text)) }], { format: 'markdown', labels: { before: 'main (a1b2c3d4, 2026-03-01)', after: 'filene på disken' }, texts: bokmål });
  expect(same).toBe(false);
  await expect(markdown).toMatchFileSnapshot('../../fixtures/sammenligning.md');
});
