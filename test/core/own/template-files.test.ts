/** Help while a template or rule file is written. */
import { describe, expect, it } from 'vitest';
import type { OutlineNode } from '../../../server/core/features/model.ts';
import { ownCompletions } from '../../../server/core/features/template-files/completion.ts';
import { ownHover } from '../../../server/core/features/template-files/hover.ts';
import { ownOutline } from '../../../server/core/features/template-files/outline.ts';
import { readAlone } from '../../../server/core/own/load.ts';
import { library } from '../../../server/core/product.ts';
import { parse } from '../../../server/core/syntax/parse.ts';
import { bokmål } from '../../../server/core/texts/texts.ts';
import { contextWith, read } from '../fixtures.ts';
import { kommune } from './own.ts';

const context = contextWith(kommune().library);
const file = (text: string, name = 'x.mal.yaml') => readAlone(context.library, { address: `file:///kommune/${name}`, text }, name.endsWith('.regel.yaml') ? 'rule' : 'template', { parse, texts: bokmål });
const labels = (marked: string, name?: string): string[] => ownCompletions(file(marked.replace('¦', ''), name), context, marked.indexOf('¦')).map(({ label }) => label);
const hover = (marked: string, name?: string): string => ownHover(file(marked.replace('¦', ''), name), context, marked.indexOf('¦'))?.markdown ?? '';
const HEAD = "mal: kommune-dpia\nutvider: e-helse-2018\ntittel: T\nutgiver: U\nversjon: '3'\n";
const ADDING = `${HEAD}legg-til:\n  - etter: II.4.2\n    spørsmål:\n      - id: K.77\n        tekst: Hva?\n        svartype: ja-nei\n`;

describe('completion', () => {
  it('offers the keys of the place, those that must be there first', () => {
    expect(labels('¦').slice(0, 4)).toEqual(['mal', 'tittel', 'utgiver', 'versjon']);
    expect(labels(`${HEAD}¦`)).toEqual(expect.arrayContaining(['legg-til', 'skjul', 'veiledninger']));
    expect(labels(`${HEAD}¦`)).not.toContain('deler');
    expect(labels(`${ADDING}        ¦`)).toEqual(expect.arrayContaining(['artikler', 'når', 'veiledning', 'forklaring-ved']));
    expect(labels(`${ADDING}        ¦`)).not.toContain('svartype');
    expect(labels('kode: a\n¦', 'x.regel.yaml')).toEqual(expect.arrayContaining(['tittel', 'når', 'på', 'melding']));
    expect(labels('kode: a\n¦', 'x.regel.yaml')).not.toContain('sitat');
  });
  it('offers the kinds of answer, articles and templates', () => {
    expect(labels(ADDING.replace('svartype: ja-nei', 'svartype: ¦'))).toEqual(expect.arrayContaining(['ja-nei', 'prosa', 'gruppe']));
    expect(labels(`${ADDING}        artikler: [¦]`)).toEqual(expect.arrayContaining(['art. 35 nr. 1']));
    expect(labels(HEAD.replace('e-helse-2018', '¦'))).toEqual(expect.arrayContaining(['e-helse-2018', 'plm-2026']));
  });
  it('offers the questions of the template that is extended, and its own', () => {
    expect(labels(ADDING.replace('etter: II.4.2', 'etter: ¦'))).toEqual(expect.arrayContaining(['II.4.2', 'II.4', 'VII']));
    expect(labels(`${HEAD}skjul:\n  - id: ¦\n`)).toEqual(expect.arrayContaining(['II.1.p3']));
    expect(labels(`${ADDING}        når: {required: [¦]}`)).toEqual(expect.arrayContaining(['II.4.4']));
    expect(labels(`${ADDING}        når:\n          properties:\n            ¦`)).toEqual(expect.arrayContaining(['II.4.4']));
    expect(labels(`${ADDING}        når:\n          ¦`)).toEqual(expect.arrayContaining(['required', 'properties', 'not']));
    expect(labels('kode: a\nmaler: [kommune-dpia]\npå: ¦', 'x.regel.yaml')).toEqual(expect.arrayContaining(['K.4', 'beslutning']));
    expect(labels('kode: a\nmaler: [bibliotek]\npå: ¦', 'x.regel.yaml')).not.toContain('K.4');
  });
});

describe('hover', () => {
  it('says what a key means, quotes the article and has the question’s text', () => {
    expect(hover(ADDING.replace('svartype', 'svar¦type'))).toContain('Hva slags svar spørsmålet tar.');
    expect(hover(ADDING.replace('etter: II.4.2', 'etter: II.4¦.2'))).toContain('II.4.2 Vil formålet');
    const article = hover(`${ADDING}        artikler: [art. 35¦ nr. 1]`);
    expect(article).toContain(library.articles.get('art. 35 nr. 1')!.quotation.slice(0, 40));
    expect(hover(`${ADDING}        når: {required: [II.4¦.4]}`)).toContain('profilere');
  });
  it('says nothing of words', () => {
    expect(hover(ADDING.replace('Hva?', 'Hv¦a?'))).toBe('');
  });
});

describe('outline', () => {
  it('has parts, sections and questions, each within the one above', () => {
    const [root] = ownOutline(file(read('schemas/templates/plm-2026.yaml').replace('mal: plm-2026', 'mal: egen-plm')));
    const names: string[] = [];
    const visit = (node: OutlineNode, range = node.range): void => {
      expect(node.range.start >= range.start && node.range.end <= range.end && node.selection.start >= node.range.start && node.selection.end <= node.range.end, node.name).toBe(true);
      names.push(`${node.kind} ${node.name}`);
      for (const child of node.children) visit(child, node.range);
    };
    visit(root!);
    expect(names[0]).toBe('file egen-plm');
    expect(names).toEqual(expect.arrayContaining(['part 1', 'section A', 'question A.1']));
  });
  it('survives a file that is being written', () => {
    for (let end = 0; end < ADDING.length; end += 3) {
      const half = file(ADDING.slice(0, end));
      expect(ownOutline(half)).toHaveLength(1);
      ownHover(half, context, Math.max(0, end - 2));
      ownCompletions(half, context, end);
    }
  });
});
