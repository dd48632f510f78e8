import { describe, expect, it } from 'vitest';
import { completions } from '../../../server/core/features/completion.ts';
import type { Completion } from '../../../server/core/features/model.ts';
import { read, analyseText, TODAY } from '../fixtures.ts';
import { chosen, marked, withAnswers } from './marked.ts';

const at = (text: string): { items: Completion[]; labels: string[]; choose: (label: string) => string } => {
  const { analysis, offset } = marked(text);
  const items = completions(analysis, offset);
  return { items, labels: items.map((item) => item.label), choose: (label) => chosen(analysis, items.find((item) => item.label === label)!) };
};

describe('the head', () => {
  it('offers the keys that lack, the required first', () => {
    const { labels } = at('vurdering: dpia\nmal: e-helse-2018\n¦\nsvar:\n  I.1: ja\n');
    expect(labels.slice(0, 4)).toEqual(['tittel', 'behandlingsansvarlig', 'status', 'språk']);
    expect(labels).not.toContain('vurdering');
    expect(labels).not.toContain('svar');
  });
  it('replaces the typed word, and leaves a colon that stands', () => {
    expect(at('vurdering: dpia\ntit¦\n').choose('tittel')).toBe('vurdering: dpia\ntittel: \n');
    expect(at('vurdering: dpia\ntit¦: Noe\n').choose('tittel')).toBe('vurdering: dpia\ntittel: Noe\n');
  });
  it('writes out the fields that a block requires', () => {
    expect(at('vurdering: dpia\nbeh¦\n').choose('behov')).toBe('vurdering: dpia\nbehov:\n  konklusjon: «fyll ut»\n  begrunnelse: \n');
    expect(at('vurdering: dpia\nper¦\n').items.find((item) => item.label === 'personvernombud' && item.kind === 'key')!.insert).toBe('personvernombud:\n  råd: $1\n  dato: $2');
  });
  it.each([
    ['vurdering: ¦', ['dpia']],
    ['vurdering: dpia\nmal: ¦', ['e-helse-2018']],
    ['vurdering: dpia\nstatus: ¦', ['utkast', 'til-vurdering', 'besluttet']],
    ['vurdering: dpia\nstatus: u¦ # merknad', ['utkast', 'til-vurdering', 'besluttet']],
    ['vurdering: dpia\noppstart: ¦', [TODAY]],
    ['vurdering: dpia\nbeslutning:\n  utfall: ¦', ['godkjent', 'betinget', 'ikke godkjent']],
    ['vurdering: dpia\nbeslutning: {utfall: ¦}', ['godkjent', 'betinget', 'ikke godkjent']],
    ['vurdering: dpia\nbehov:\n  ¦', ['konklusjon', 'begrunnelse']],
    ['vurdering: dpia\nbehov: {konklusjon: ja, ¦}', ['begrunnelse']],
    ['vurdering: dpia\r\nbehov:\r\n  konklusjon: ¦\r\n', ['ja', 'nei']],
  ])('%j', (text, labels) => expect(at(text).labels).toEqual(expect.arrayContaining(labels)));
  it('offers the criteria by number, with their text', () => {
    const { items } = at('vurdering: dpia\nkriterier: [4, ¦]\n');
    expect(items.map((item) => item.label)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(items[2]).toMatchObject({ insert: '3', detail: 'Systematisk overvåking av registrerte.' });
    expect(at('vurdering: dpia\nkriterier: ¦\n').items[2]!.insert).toBe('[3]');
  });
});

describe('question ids', () => {
  it('begin with the next unanswered after the key above, with the question beside it', () => {
    const { items } = at(withAnswers('I.1: ja', 'I.3: nei', '¦'));
    expect(items.slice(0, 3).map((item) => item.label)).toEqual(['I.4', 'I.5', 'I.6']);
    expect(items[0]!.detail).toMatch(/^Vil informasjon om enkeltpersoner bli delt/);
    expect(items[0]!.filter).toMatch(/^I\.4 Vil informasjon/);
  });
  it('leave out what is answered, in the file and in its head', () => {
    const { labels } = at(withAnswers('I.1: ja', 'I.2:', '¦', 'I.3: nei'));
    for (const id of ['I.1', 'I.2', 'I.3', 'VII.p1', 'VIII.2']) expect(labels).not.toContain(id);
    expect(labels).toContain('I.4');
  });
  it('put questions that do not apply last', () => {
    const items = at(withAnswers('III.2.1: nei', '¦')).items.filter((item) => item.kind === 'question');
    expect(items[0]!.label).toBe('III.3.1');
    expect(items.findIndex((item) => item.label === 'III.2.2')).toBeGreaterThan(items.findIndex((item) => item.label === 'I.1'));
  });
  it('are found while the line is half typed', () => {
    const half = withAnswers('I.1: ja', 'II.4.¦', 'III.1.1:', '  svar: nei');
    expect(at(half).labels).toContain('II.4.4');
    expect(at(half).choose('II.4.4')).toBe(withAnswers('I.1: ja', 'II.4.4: ', 'III.1.1:', '  svar: nei'));
  });
  it('are written with the words that the template always wants', () => {
    expect(at(withAnswers('III.1.1¦')).choose('III.1.1')).toBe(withAnswers('III.1.1:', '  svar: «fyll ut»', '  forklaring: '));
    expect(at(withAnswers('II.1.p1¦')).choose('II.1.p1')).toBe(withAnswers('II.1.p1: |', '  '));
  });
});

describe('answers', () => {
  it.each([
    ['I.1: ¦', ['ja', 'nei']],
    ['II.4.4: ¦', ['ja', 'nei', 'delvis', 'ja, med forklaring', 'delvis, med forklaring']],
    ['III.1.3: ik¦', ['ja', 'nei', 'delvis', 'ikke relevant', 'ja, med forklaring', 'delvis, med forklaring', 'ikke relevant, med begrunnelse']],
  ])('%s', (line, labels) => expect(at(withAnswers(line)).labels).toEqual(labels));
  it('become a block where words are wanted', () => {
    expect(at(withAnswers('II.4.4: ja¦')).choose('ja, med forklaring')).toBe(withAnswers('II.4.4:', '  svar: ja', '  forklaring: '));
    expect(at(withAnswers('III.1.3: ¦')).choose('ikke relevant, med begrunnelse')).toBe(withAnswers('III.1.3:', '  svar: ikke relevant', '  begrunnelse: '));
  });
  it('and their wrapper', () => {
    expect(at(withAnswers('III.1.3:', '  svar: ja', '  ¦')).labels).toEqual(['forklaring', 'begrunnelse']);
    expect(at(withAnswers('II.4.4:', '  ¦')).labels).toEqual(['svar', 'forklaring']);
    expect(at(withAnswers('II.4.4:', '  svar: ¦')).labels).toEqual(['ja', 'nei', 'delvis']);
    expect(at(withAnswers('II.4.4: {svar: ¦}')).labels).toEqual(['ja', 'nei', 'delvis']);
  });
});

describe('risks', () => {
  const risks = (...lines: string[]): string => ['vurdering: dpia', 'risikoer:', ...lines, ''].join('\n');
  it('a new row is a whole scenario', () => {
    const { items, choose } = at(risks('  ¦'));
    expect(items[0]!.insert).toContain('- scenario:');
    expect(choose(items[0]!.label)).toContain('  - scenario: \n    kilde: \n    konsekvens-for-registrerte: \n');
  });
  it('behind the dash it hangs from the key', () => {
    const { items, choose } = at(risks('  - ¦'));
    expect(choose(items[0]!.label)).toContain('  - scenario: \n    kilde: \n    konsekvens-for-registrerte: \n');
  });
  it('a field takes its place beside the others', () => {
    const text = risks('  - scenario: Noe skjer', '    sann¦', '    kilde: Noen');
    expect(at(text).labels).not.toContain('scenario');
    expect(at(text).labels).not.toContain('kilde');
    expect(at(text).choose('sannsynlighet')).toBe(risks('  - scenario: Noe skjer', '    sannsynlighet: ', '    kilde: Noen'));
    expect(at(risks('  - rest¦')).choose('restrisiko')).toBe(risks('  - restrisiko:', '      sannsynlighet: «fyll ut»', '      konsekvens: «fyll ut»'));
  });
  it('keys of other rows and levels do not count', () => {
    const { labels } = at(risks('  - scenario: Første', '    kilde: Noen', '  - scenario: Andre', '    tiltak:', '      - tiltak: Noe', '        ansvarlig: Leder', '        ¦'));
    expect(labels).toEqual(['frist', 'status']);
  });
  it('levels show what they mean', () => {
    const { items } = at(risks('  - scenario: Noe', '    konsekvens: ¦'));
    expect(items.map((item) => item.label)).toEqual(['1', '2', '3', '4', '5']);
    expect(items[0]!.detail).toBe('Ubetydelig: den registrerte merker det knapt');
    expect(at(risks('  - restrisiko: {sannsynlighet: ¦}')).labels).toEqual(['1', '2', '3', '4', '5']);
  });
});

describe('articles', () => {
  const text = (line: string): string => withAnswers('III.1.1:', '  svar: ja', `  forklaring: ${line}`);
  it('are offered while a reference is being written', () => {
    const { labels, choose } = at(text('Hjemmel er art. 6 nr. 1 b¦'));
    expect(labels).toContain('art. 6 nr. 1 bokstav b');
    expect(labels).not.toContain('art. 9');
    expect(choose('art. 6 nr. 1 bokstav e')).toBe(text('Hjemmel er art. 6 nr. 1 bokstav e'));
  });
  it('also in a block text, and as somebody writes them', () => {
    const block = (line: string): string => withAnswers('III.1.1:', '  svar: ja', '  forklaring: |', `    svar: ${line}`);
    const { items, choose } = at(block('Se GDPR art.6¦'));
    expect(items.find((item) => item.label === 'art. 6 nr. 1')!.filter).toBe('GDPR art.6 nr. 1');
    expect(choose('art. 6 nr. 1')).toBe(block('Se art. 6 nr. 1'));
  });
  it('and are not in the way of other words', () => {
    expect(at(text('Foreldre og barn¦')).labels).toEqual([]);
    expect(at(text('Det er start¦')).labels).toEqual([]);
    expect(at(withAnswers('II.1.p1: |', '  I¦')).labels).toEqual([]);
  });
});

describe('nothing is offered', () => {
  it.each(['vurdering: dpia # sta¦', '# art. 6¦\nvurdering: dpia', 'vurdering: dpia\nukjent:\n  ¦'])('%j', (text) => expect(at(text).labels).toEqual([]));
});

describe('any place of any text', () => {
  it('gives a list', () => {
    for (const sample of ['samples/halvskrevet.dpia.yaml', 'samples/paamelding-kulturskole.dpia.yaml']) {
      const analysis = analyseText(read(sample));
      for (let offset = 0; offset <= analysis.text.length; offset += 5) {
        for (const item of completions(analysis, offset)) {
          expect(item.range.start).toBeLessThanOrEqual(offset);
          expect(item.range.end).toBeGreaterThanOrEqual(offset);
          expect(analysis.text.slice(item.range.start, item.range.end)).not.toMatch(/[\r\n]/);
        }
      }
    }
    for (const text of ['vurdering: dpia\n\t¦', 'vurdering: dpia\n- - - ¦', 'vurdering: dpia\nsvar: [{¦', 'vurdering: dpia\nsvar: {"I.1: ¦', '\uFEFFvurd¦', '¦']) expect(Array.isArray(at(text).items)).toBe(true);
  });
});
