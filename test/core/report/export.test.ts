import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { editionOf } from '../../../server/core/report/edition.ts';
import { actionsCsv, risksCsv } from '../../../server/core/report/export/csv.ts';
import { assessmentJson } from '../../../server/core/report/export/json.ts';
import { analyseText, read } from '../fixtures.ts';

const sample = (name: string): ReturnType<typeof analyseText> => analyseText(read(`samples/${name}`), name.split('/').at(-1));
const validate = new Ajv2020({ strict: false }).compile(JSON.parse(read('schemas/rapport.schema.json')) as object);

describe('JSON', () => {
  it.each(['paamelding-kulturskole.dpia.yaml', 'visma-familia.dpia.yaml', 'halvskrevet.dpia.yaml', 'bydel/fritidsklubben/instagram.plattform.yaml', 'bydel/fritidsklubben/instagram.ip.yaml', 'bydel/behandlingsoversikt.yaml'])('%s is what the schema says, in both editions', (name) => {
    const analysis = sample(name);
    expect([validate(assessmentJson(analysis, 'internal')), validate.errors]).toEqual([true, null]);
    expect([validate(assessmentJson(editionOf(analysis, 'public')!, 'public')), validate.errors]).toEqual([true, null]);
  });
  it('holds findings in the internal edition only', () => {
    const analysis = sample('visma-familia.dpia.yaml');
    expect(assessmentJson(analysis, 'internal')).toHaveProperty('funn.0.kode');
    expect(assessmentJson(analysis, 'public')).not.toHaveProperty('funn');
  });
});

describe('CSV', () => {
  const FILE = `vurdering: dpia
mal: e-helse-2018
tittel: x
behandlingsansvarlig: y
status: utkast
risikoer:
  - scenario: '=HYPERLINK("x"); farlig'
    sannsynlighet: 4
    konsekvens: 5
    tiltak:
      - {tiltak: Andre, ansvarlig: Leder, frist: 2027-02-01, status: planlagt}
      - {tiltak: Første, ansvarlig: Leder, frist: 2026-02-01}
      - {tiltak: "To\\nlinjer", frist: 2026-01-01}
`;
  it('is what a spreadsheet reads, and no formula', () => {
    expect(risksCsv(analyseText(FILE)).split('\r\n').slice(1)).toEqual(['R1;"\'=HYPERLINK(""x""); farlig";;;4;5;høy;;;', '']);
  });
  it('has the actions by owner and deadline, those of nobody last', () => {
    const csv = actionsCsv(analyseText(FILE));
    expect(csv.startsWith('\uFEFFAnsvarlig;Tiltak;Mot;Frist;Status\r\n')).toBe(true);
    expect(csv.split('\r\n').slice(1)).toEqual(['Leder;Første;R1;2026-02-01;', 'Leder;Andre;R1;2027-02-01;planlagt', ';"To\nlinjer";R1;2026-01-01;', '']);
  });
});
