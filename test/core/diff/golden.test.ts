import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { renderDifferences, type Versions } from '../../../server/core/diff/index.ts';
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

const NAME = 'samples/paamelding-kulturskole.dpia.yaml';
const labels = { before: 'main (a1b2c3d4, 2026-03-01)', after: 'filene på disken' };
const versions = (name = NAME): Versions => {
  const text = read(NAME);
  return { name, before: analyseText(text), after: analyseText(changed(text)) };
};

it('reads well as a comment on a pull request', async () => {
  const { text: markdown, same } = renderDifferences([versions()], { format: 'markdown', labels, texts: bokmål });
  expect(same).toBe(false);
  await expect(markdown).toMatchFileSnapshot('../../fixtures/sammenligning.md');
});

describe('a comment that has no room for everything', () => {
  const many = Array.from({ length: 8 }, (_, i) => versions(`vurderinger/${i}.dpia.yaml`));
  const comment = (files: Versions[], limit?: number): string => renderDifferences(files, { format: 'markdown', labels, texts: bokmål, limit }).text;
  const whole = comment(many);

  it('is whole where it fits', () => {
    expect(comment(many, whole.length + 1000)).toBe(whole);
  });
  it('tells of the last files in a line', () => {
    const limit = Math.round(whole.length / 2);
    const text = comment(many, limit);
    expect(text.length).toBeLessThanOrEqual(limit);
    for (const { name } of many) expect(text).toContain(name);
    const [, shortened] = /(\d) vurderinger er for mye endret/.exec(text)!;
    expect(text.match(/<details>/g)!.length).toBe((whole.match(/<details>/g)!.length / 8) * (8 - Number(shortened)));
  });
  it('counts those that have no room at all', () => {
    const text = comment(many, 1000);
    expect(text.length).toBeLessThanOrEqual(1000);
    const shown = many.filter(({ name }) => text.includes(name)).length;
    expect(shown).toBeGreaterThan(0);
    expect(text).toContain(`${8 - shown} endrede vurderinger til er ikke vist`);
  });
  it('holds for a single file, too', () => {
    const text = comment([versions()], 1000);
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(text).toContain('Én vurdering er for mye endret');
  });
});

describe('JSON', () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(read('schemas/sammenligning.schema.json')) as object);
  const { before, after } = versions();
  it.each(['internal', 'public'] as const)('is what the schema says (%s)', (edition) => {
    const files = [versions(), { name: 'ny.yaml', before: undefined, after }, { name: 'borte.yaml', before, after: undefined }];
    const { text } = renderDifferences(files, { format: 'json', edition, labels, texts: bokmål });
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
  });
});
