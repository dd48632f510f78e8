import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../../server/core/features/folding.ts';
import { inlayHints } from '../../../server/core/features/inlay.ts';
import { lenses } from '../../../server/core/features/lenses.ts';
import { documentLinks } from '../../../server/core/features/links.ts';
import type { OutlineNode } from '../../../server/core/features/model.ts';
import { outline } from '../../../server/core/features/outline.ts';
import { selectionRanges } from '../../../server/core/features/selection.ts';
import type { Analysis } from '../../../server/core/analysis.ts';
import { analyseText, read } from '../fixtures.ts';
import { marked, withAnswers } from './marked.ts';

const SAMPLES = ['samples/halvskrevet.dpia.yaml', 'samples/visma-familia.dpia.yaml', 'samples/paamelding-kulturskole.dpia.yaml'];
const ODD = ['', '# bare en merknad', 'svar', 'svar: [a, b]', 'svar: &a {I.1: ja}\nrisikoer: *a', 'vurdering: dpia\nsvar:\n  ukjent: ja\n  I.1: ja', 'vurdering: dpia\nrisikoer: [[], {}, {scenario: }, {scenario: *x}]', 'a: &x {I.1: ja}\nsvar: *x'];
const show = (node: OutlineNode, depth = 0): string[] => [`${'  '.repeat(depth)}${node.name}${node.detail ? ` – ${node.detail}` : ''}`, ...node.children.flatMap((child) => show(child, depth + 1))];

function expectNested(node: OutlineNode): void {
  expect(node.name).not.toBe('');
  expect(node.selection.start).toBeGreaterThanOrEqual(node.range.start);
  expect(node.selection.end).toBeLessThanOrEqual(node.range.end);
  let end = node.range.start;
  for (const child of node.children) {
    expect(child.range.start).toBeGreaterThanOrEqual(end);
    expect(child.range.end).toBeLessThanOrEqual(node.range.end);
    end = child.range.end;
    expectNested(child);
  }
}

describe('outline', () => {
  it('goes by part and section, with how many are answered', () => {
    const analysis = analyseText(withAnswers('I.1: ja', 'I.2: nei', 'II.4.1: Vite hvem som er her', 'II.4.4: nei', 'IV.2.1.1: Navn'));
    expect(show(outline(analysis)[0]!)).toEqual([
      'Prøve – 5 av 153 besvart',
      '  vurdering – dpia', '  mal – e-helse-2018', '  tittel – Prøve', '  status – utkast',
      '  DEL I. Vurdering av behov for DPIA – 2 av 9 besvart',
      '    I.1 – Er dette et nytt prosjekt eller prosess?',
      '    I.2 – Vil prosjektet innebære innsamling av ny informasjon om enkeltpersoner?',
      '  DEL II. Grunnleggende utgangspunkter og beskrivelser – 2 av 16 besvart',
      '    II.4 Formålsbeskrivelser – 2 av 6 besvart',
      '      II.4.1 – Hva er formålet med behandlingen?',
      '      II.4.4 – Skal opplysningene brukes til å profilere den registrerte?',
      '  DEL IV. Behandling av personopplysninger – 1 av 64 besvart',
      '    IV.2.1 Innsamling – 1 av 7 besvart',
      '      IV.2.1.1 – Hvilke typer personopplysninger samles inn?',
    ]);
  });
  it('follows the file where answers stand out of order', () => {
    const [file] = outline(analyseText(withAnswers('II.4.1: Noe', 'I.1: ja', 'II.4.4: nei')));
    expect(file!.children.filter((child) => child.kind === 'part').map((child) => child.name)).toEqual([
      'DEL II. Grunnleggende utgangspunkter og beskrivelser', 'DEL I. Vurdering av behov for DPIA', 'DEL II. Grunnleggende utgangspunkter og beskrivelser (fortsetter)',
    ]);
    expectNested(file!);
  });
  it.each([...SAMPLES.map(read), ...ODD])('nests: %#', (text) => outline(analyseText(text)).forEach(expectNested));
});

describe('folding', () => {
  it('folds values, parts with the comment above, and comment blocks', () => {
    const analysis = analyseText('# En\n# merknad\nvurdering: dpia\nsvar:\n  # DEL I\n  I.1: ja\n  I.2: nei\n\n  # DEL II\n  # II.4\n  II.4.4:\n    svar: ja\n    forklaring: |\n      En\n      To\n');
    expect(foldingRanges(analysis)).toEqual([
      { startLine: 0, endLine: 1, kind: 'comment' },
      { startLine: 3, endLine: 14 },
      { startLine: 4, endLine: 6, kind: 'region' },
      { startLine: 8, endLine: 14, kind: 'region' },
      { startLine: 8, endLine: 9, kind: 'comment' },
      { startLine: 9, endLine: 14, kind: 'region' },
      { startLine: 10, endLine: 14 },
      { startLine: 12, endLine: 14 },
    ]);
  });
  it.each([...SAMPLES.map(read), ...ODD])('stays within the file: %#', (text) => {
    const analysis = analyseText(text);
    for (const fold of foldingRanges(analysis)) {
      expect(fold.endLine).toBeGreaterThan(fold.startLine);
      expect(fold.endLine).toBeLessThan(analysis.lines.count);
    }
  });
});

describe('selection', () => {
  it('grows from the word to the file', () => {
    const { analysis, offset } = marked(withAnswers('I.1: ja', 'II.4.4:', '  svar: ja', '  forklaring: Kartlegger familie¦situasjoner', 'II.4.5: nei', 'III.1.1: nei'));
    const taken = selectionRanges(analysis, offset).map((range) => analysis.text.slice(range.start, range.end));
    expect(taken.slice(0, 4)).toEqual(['familiesituasjoner', 'Kartlegger familiesituasjoner', 'forklaring: Kartlegger familiesituasjoner', 'svar: ja\n    forklaring: Kartlegger familiesituasjoner']);
    expect(taken).toContain('II.4.4:\n    svar: ja\n    forklaring: Kartlegger familiesituasjoner\n  II.4.5: nei');
    expect(taken.at(-1)).toBe(analysis.text);
  });
  it.each([...SAMPLES.map(read), ...ODD])('always nests: %#', (text) => {
    const analysis = analyseText(text);
    for (let offset = 0; offset <= text.length; offset += 97) {
      const ranges = selectionRanges(analysis, offset);
      ranges.forEach((range, i) => {
        expect(range.start <= offset && offset <= range.end).toBe(true);
        const inner = ranges[i - 1];
        if (inner) expect(range.start <= inner.start && inner.end <= range.end).toBe(true);
      });
    }
  });
});

describe('inlay hints', () => {
  const hints = (analysis: Analysis): string[] => inlayHints(analysis, { start: 0, end: analysis.text.length }).map((hint) => `${analysis.text.slice(Math.max(0, hint.offset - 7), hint.offset)}‹${hint.label}›`.replace(/\n/g, '⏎'));
  it('show the question behind its id, no longer than VS Code shows a hint', () => {
    expect(hints(analyseText(withAnswers('II.4.4: nei', 'IV.2.1.2: ja', 'ukjent: ja')))).toEqual(['II.4.4:‹Skal opplysningene brukes til å profilere…›', '.2.1.2:‹Er noen av personopplysningene over…›']);
  });
  it('show what the levels of a risk mean', () => {
    const analysis = analyseText('vurdering: dpia\nrisikoer:\n  - scenario: Noe\n    sannsynlighet: 3\n    konsekvens: 4\n    restrisiko: {sannsynlighet: 1, konsekvens: 4}\n');
    expect(hints(analysis).map((hint) => hint.split('‹')[1])).toEqual(['Mulig›', 'Alvorlig›', 'risiko 12: høy›', 'Svært lite sannsynlig›', 'Alvorlig›', 'risiko 4: lav›']);
  });
  it('only in the range that is asked for', () => {
    const analysis = analyseText(read(SAMPLES[1]!));
    const start = analysis.text.indexOf('II.4.4');
    expect(inlayHints(analysis, { start, end: start + 10 }).map((hint) => hint.tooltip)).toEqual(['Skal opplysningene brukes til å profilere den registrerte?']);
  });
});

describe('lenses', () => {
  it('say how far the file and each part have come', () => {
    const analysis = analyseText(withAnswers('I.1: ja', 'I.2: ja', 'I.3: nei', 'II.4.1: Noe'));
    const all = lenses(analysis);
    const titles = all.map((lens) => lens.title);
    expect(titles).toContain('Vis rapport');
    expect(titles).toContain('DEL I: 3 av 9 besvart');
    expect(titles).toContain('2 ja i DEL I: vurder DPIA');
    expect(titles).toContain('DEL II: 1 av 16 besvart');
    expect(all.find((lens) => lens.title === 'Sett inn de 6 spørsmålene som mangler')!.command).toEqual({ name: 'insert-answers', arguments: [['I.4', 'I.5', 'I.6', 'I.7', 'I.8', 'I.9']] });
    expect(titles.at(-1)).toMatch(/^Sett inn spørsmålene i DEL III \(\d+\)$/);
  });
  it('say that the need is settled', () => {
    expect(lenses(analyseText(`${withAnswers('I.1: ja')}behov: {konklusjon: ja, begrunnelse: Noe}\n`)).map((lens) => lens.title)).toContain('1 ja i DEL I, behov for DPIA: ja');
  });
  it.each(ODD)('hold for odd files: %#', (text) => expect(lenses(analyseText(text)).length).toBeGreaterThan(1));
});

describe('links', () => {
  it('lead from a reference to its article, in values only', () => {
    const analysis = analyseText(withAnswers('III.1.1:', '  svar: ja # art. 9', '  forklaring: Etter art. 6 nr. 1 bokstav e og art. 99'));
    expect(documentLinks(analysis).map((link) => [analysis.text.slice(link.range.start, link.range.end), link.target])).toEqual([['art. 6 nr. 1 bokstav e', { page: { kind: 'artikkel', name: 'art. 6 nr. 1 bokstav e' } }]]);
  });
  it.each(ODD)('hold for odd files: %#', (text) => expect(Array.isArray(documentLinks(analyseText(text)))).toBe(true));
});
