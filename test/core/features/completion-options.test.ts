import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { completions } from '../../../server/core/features/completion.ts';
import { documentLinks } from '../../../server/core/features/links.ts';
import { inlayHints } from '../../../server/core/features/inlay.ts';
import { library } from '../../../server/core/product.ts';
import { loadHead, loadTemplate } from '../../../server/core/templates/load.ts';
import { analyseText, contextWith, read } from '../fixtures.ts';
import { chosen, marked } from './marked.ts';

const head = loadHead(parse(read('schemas/templates/felles.yaml')));
const { template } = loadTemplate(parse(read('test/fixtures/templates/registrering.yaml')), head, { isArticle: () => true, articles: () => [] });
const context = contextWith({ ...library, templates: [template], rules: [], validate: () => [], holds: () => true });
const file = (...lines: string[]): string => ['vurdering: ip', 'mal: registrering', 'svar:', ...lines.map((line) => `  ${line}`), ''].join('\n');
const at = (text: string) => {
  const { analysis, offset } = marked(text, context);
  const items = completions(analysis, offset).filter((item) => item.kind !== 'snippet' || item.detail?.startsWith('Ny rad') || !library.snippets.some((each) => each.prefix === item.label));
  return { items, labels: items.map((item) => item.label), choose: (label: string) => chosen(analysis, items.find((item) => item.label === label)!) };
};
const GIVEN = ["'1.1': [barn, foreldre]", "'1.2':", '  - navn: Påmelding', '  - navn: Bilder'];

describe('options that come from another answer', () => {
  it('are what that answer holds', () => {
    expect(at(file(...GIVEN, "'1.3': ¦")).labels).toEqual(['Påmelding', 'Bilder']);
    const { items } = at(file("'1.1': [barn]", "'1.2':", '  - navn: Påmelding', '    gjelder: [¦]'));
    expect(items.map((item) => [item.label, item.detail])).toEqual([['barn', 'Barn under 18 år']]);
  });
  it('are the instances of a group', () => {
    expect(at(file(...GIVEN, "'1.4':", '  barn: {kanal: Brev}', '  ¦')).labels).toEqual(['foreldre']);
    expect(at(file(...GIVEN, "'1.4':", '  ¦')).choose('barn')).toBe(file(...GIVEN, "'1.4':", '  barn:', '    kanal: '));
    expect(at(file(...GIVEN, "'1.4':", '  barn:', '    ¦')).labels).toEqual(['kanal', 'sist-endret']);
  });
});

describe('repeated groups', () => {
  it('get a row with what is required', () => {
    const { items, choose } = at(file("'1.2':", '  ¦'));
    expect(items.map((item) => item.label)).toEqual(['- navn …']);
    expect(choose('- navn …')).toBe(file("'1.2':", '  - navn: '));
  });
  it('and its other fields', () => {
    expect(at(file("'1.2':", '  - navn: Påmelding', '    ¦')).labels).toEqual(['grunnlag', 'gjelder', 'risiko', 'samtykke']);
    expect(at(file("'1.2':", '  - navn: Påmelding', '    samtykke: ¦')).labels).toEqual(['ja', 'nei']);
    expect(at(file("'1.2':", '  - navn: Påmelding', '    risiko: ¦')).labels).toEqual(['1', '2', '3']);
    expect(at(file("'1.2':", '  - navn: Påmelding', '    grunnlag: ¦')).labels).toContain('art. 6 nr. 1 bokstav e');
  });
});

describe('ids that look like numbers', () => {
  it('are quoted', () => {
    expect(at(file("'1.1': [barn]", '1.5¦')).choose('1.5')).toBe(file("'1.1': [barn]", "'1.5': "));
    expect(at(file("'1.5¦")).items.find((item) => item.label === '1.5')!.filter).toMatch(/^'1\.5 /);
  });
});

it('levels and files are found in any template', () => {
  const analysis = analyseText(file("'1.2':", '  - navn: Påmelding', '    risiko: 2', "'1.7': vedlegg/avtale.pdf"), 'test.ip.yaml', context);
  expect(inlayHints(analysis, { start: 0, end: 500 }).map((hint) => hint.label)).toContain('Middels');
  expect(documentLinks(analysis).map((link) => link.target)).toEqual([{ file: 'vedlegg/avtale.pdf' }]);
});
