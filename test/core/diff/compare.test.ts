import { describe, expect, it } from 'vitest';
import { compare, isSame, renderDifferences, type Difference } from '../../../server/core/diff/index.ts';
import { bokmål } from '../../../server/core/texts/texts.ts';
import { analyseText, read } from '../fixtures.ts';

const HEAD = `vurdering: dpia
mal: e-helse-2018
tittel: Påmelding
behandlingsansvarlig: Kommunen
status: utkast
`;
const difference = (before: string, after: string, head = HEAD): Difference => compare(analyseText(head + before), analyseText(head + after));
const risk = (scenario: string, rest: string, more = ''): string => `  - scenario: ${scenario}\n    sannsynlighet: 3\n    konsekvens: 4\n    tiltak: []\n${more}    restrisiko: {${rest}}\n`;

describe('nothing moves because of how a file is written', () => {
  it.each([
    ['a comment', 'svar:\n  I.1: ja\n', '# merknad\nsvar:\n  # enda en\n  I.1: ja # her\n'],
    ['the order of keys', 'svar:\n  I.1: ja\n  I.2: nei\noppstart: 2026-10-01\n', 'oppstart: 2026-10-01\nsvar:\n  I.2: nei\n  I.1: ja\n'],
    ['quotes', 'svar:\n  II.4.1: Å dele\noppstart: 2026-10-01\n', "svar:\n  II.4.1: 'Å dele'\noppstart: '2026-10-01'\n"],
    ['a verdict with and without its map', 'svar:\n  I.1: JA\n', 'svar:\n  I.1: {svar: ja}\n'],
    ['how lines are wrapped', 'svar:\n  II.4.1: Å dele plass\n', 'svar:\n  II.4.1: >-\n    Å dele\n    plass\n'],
    ['a list in a block and on a line', 'kriterier: [4, 7]\n', 'kriterier:\n  - 7\n  - 4\n'],
    ['a placeholder and nothing', 'svar:\n  II.4.1: «fyll ut»\n', 'svar: {}\n'],
  ])('%s', (_, before, after) => {
    const { head, answers, risks } = difference(before, after);
    expect({ head, answers, risks }).toEqual({ head: [], answers: [], risks: [] });
  });
  it.each(['visma-familia', 'paamelding-kulturskole', 'halvskrevet'])('%s is the same as itself', (name) => {
    const text = read(`samples/${name}.dpia.yaml`);
    expect(isSame(compare(analyseText(text), analyseText(text)))).toBe(true);
  });
});

describe('answers', () => {
  it('are new, gone and changed, with their explanations', () => {
    const { answers } = difference('svar:\n  I.1: ja\n  I.2: nei\n  II.4.2: {svar: nei, forklaring: Ingen profil}\n', 'svar:\n  I.1: nei\n  I.3: ja\n  II.4.2: {svar: nei, forklaring: Ingen profil lages}\n');
    expect(answers.map(({ kind, id, before, after }) => [kind, id, before?.value, after?.value, after?.explanation])).toEqual([
      ['changed', 'I.1', 'ja', 'nei', undefined], ['gone', 'I.2', 'nei', undefined, undefined], ['new', 'I.3', undefined, 'ja', undefined], ['changed', 'II.4.2', 'nei', 'nei', 'Ingen profil lages'],
    ]);
  });
  it('of a file that is new are all new', () => {
    const all = compare(undefined, analyseText(`${HEAD}svar:\n  I.1: ja\n`));
    expect(all.answers.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['new I.1']);
    expect(all.head.map(({ key }) => key)).toEqual(['mal', 'tittel', 'behandlingsansvarlig', 'status']);
    expect(all.progress.before).toBeUndefined();
  });
});

describe('the head', () => {
  it('tells which field of a block changed', () => {
    const { head } = difference('beslutning: {utfall: betinget, dato: 2026-01-01, forbedringer: [{forbedring: Tofaktor, frist: 2026-02-01}]}\n', 'beslutning: {dato: 2026-01-01, utfall: godkjent, forbedringer: [{forbedring: Tofaktor, frist: 2026-03-01}]}\n');
    expect(head.map(({ key, fields }) => [key, fields.map(({ path, before, after }) => [path, before, after])])).toEqual([
      ['beslutning', [['beslutning/utfall', 'betinget', 'godkjent'], ['beslutning/forbedringer/0/frist', '2026-02-01', '2026-03-01']]],
    ]);
  });
});

describe('risks', () => {
  it('are matched by what they say, wherever they stand', () => {
    const before = `risikoer:\n${risk('Utstyr blir stjålet fra lageret', 'sannsynlighet: 2, konsekvens: 2')}${risk('Feil person leser journalen til barnet', 'sannsynlighet: 1, konsekvens: 4')}`;
    const after = `risikoer:\n${risk('Feil person leser journalen til et barn', 'sannsynlighet: 3, konsekvens: 4')}${risk('Sletting blir glemt', 'sannsynlighet: 1, konsekvens: 1')}`;
    const { risks } = difference(before, after);
    expect(risks.map(({ kind, number, moved, rest }) => [kind, number.before, number.after, moved, rest.before?.score, rest.after?.score])).toEqual([
      ['changed', 2, 1, true, 4, 12], ['new', undefined, 2, true, undefined, 1], ['gone', 1, undefined, true, 4, undefined],
    ]);
    expect(risks[0]!.fields.map(({ path }) => path)).toEqual(['risikoer/0/scenario']);
  });
  it('that only changed places are no change, and neither are their findings', () => {
    const [a, b] = [risk('Utstyr blir stjålet', 'sannsynlighet: 2, konsekvens: 2'), risk('Feil person leser', 'sannsynlighet: 1, konsekvens: 4')];
    const found = difference(`risikoer:\n${a}${b}`, `risikoer:\n${b}${a}`);
    expect(analyseText(`${HEAD}risikoer:\n${a}${b}`).findings().some(({ path }) => path.startsWith('risikoer/'))).toBe(true);
    expect(isSame(found)).toBe(true);
  });
});

describe('findings', () => {
  it('come and go by rule and place', () => {
    const { findings } = difference('svar:\n  II.4.1: Å dele plass\n  II.4.2: kanskje\n', 'svar:\n  II.4.1: kanskje\n  II.4.3: kanskje\n');
    expect(findings.gone.map(({ code, path }) => `${code} ${path}`)).toContain('ugyldig-svar II.4.2');
    expect(findings.new.map(({ code, path }) => `${code} ${path}`)).toContain('ugyldig-svar II.4.3');
  });
});

describe('a record', () => {
  it('has its rows matched by id', () => {
    const text = read('samples/bydel/behandlingsoversikt.yaml');
    const rows = /^ {4}- id: fritidsklubben[\s\S]*?(?=^ {4}- id: skolehelse)/m.exec(text)![0];
    const after = `${text.replace(rows, '')}${rows.replace('Innlegg slettes etter ett år', 'Innlegg slettes etter to år')}`;
    const { answers } = compare(analyseText(text, 'behandlingsoversikt.yaml'), analyseText(after, 'behandlingsoversikt.yaml'));
    expect(answers.map(({ id, fields }) => [id, fields.map(({ path, trail }) => [path, trail])])).toEqual([['behandlinger', [['behandlinger/4/sletting', ['Fritidsklubbens informasjonskonto på Instagram']]]]]);
  });
});

describe('the page', () => {
  const [before, after] = [read('samples/paamelding-kulturskole.dpia.yaml'), read('samples/paamelding-kulturskole.dpia.yaml').replace('  I.6: nei\n', '  I.6: ja\n').replace('Om lag 650', 'Om lag <b onclick="x()">820</b>')];
  const page = (format: 'html' | 'fragment' | 'markdown' | 'json'): string => renderDifferences([{ name: 'x.dpia.yaml', before: analyseText(before), after: analyseText(after) }], { format, labels: { before: 'A', after: 'B' }, texts: bokmål }).text;
  it('marks words with elements, not colours alone, and lets no HTML through', () => {
    const html = page('html');
    expect(html).toContain('<del class="v-del">650</del>');
    expect(html).toMatch(/<ins class="v-ins">&#x3C;b/);
    expect(html).not.toMatch(/<b[ >]/);
    expect(page('markdown')).toContain('~~650~~');
  });
  it('ties the fragment to the version after', () => {
    const line = after.split('\n').findIndex((each) => each.startsWith('  I.6:'));
    expect(page('fragment')).toContain(`data-path="I.6" data-line="${line}"`);
    expect(page('html')).not.toContain('data-path');
  });
  it.each(['html', 'fragment', 'markdown', 'json'] as const)('is the same for the same input (%s)', (format) => expect(page(format)).toBe(page(format)));
});
