import type { Element, Nodes } from 'hast';
import { describe, expect, it } from 'vitest';
import { analyseText, read } from '../fixtures.ts';
import type { Analysis } from '../../../server/core/analysis.ts';
import { renderPreview, renderReport } from '../../../server/core/report/index.ts';
import { classed, elements, parseHtml, textOf } from './html.ts';

const samples = ['visma-familia', 'paamelding-kulturskole', 'halvskrevet'];
const sample = (name: string) => analyseText(read(`samples/${name}.dpia.yaml`), `${name}.dpia.yaml`);
const preview = (analysis: Analysis): string => renderPreview(analysis).join('\n');
const outline = (html: string): string[] => elements(parseHtml(html), 'h1', 'h2').map(textOf);

describe.each(samples)('the report of %s', (name) => {
  const analysis = sample(name);
  const html = renderReport(analysis, { format: 'html' });
  const fragment = preview(analysis);

  it('is the same for the same input', () => {
    for (const format of ['html', 'markdown'] as const) expect(renderReport(sample(name), { format })).toBe(renderReport(analysis, { format }));
    expect(preview(sample(name))).toBe(fragment);
  });

  it('shows every question that applies, once, and no other without an answer', () => {
    const shown = classed(parseHtml(html), 'v-q').map((element) => element.properties['id']).filter((id) => String(id).startsWith('sp-'));
    const { index } = analysis.assessment;
    const wanted = [...index.questions.values()].map(({ question }) => question).filter((question) => analysis.assessment.applies(question) || analysis.assessment.answers.has(question.id));
    expect(new Set(shown).size).toBe(shown.length);
    for (const question of wanted.filter((each) => analysis.assessment.applies(each))) expect(shown).toContain(`sp-${question.id}`);
    expect(shown.length).toBeLessThanOrEqual(wanted.length);
  });

  it('has no link within itself that leads nowhere', () => {
    for (const text of [html, fragment]) {
      const tree = parseHtml(text);
      const ids = new Set(elements(tree).map((element) => element.properties['id']));
      for (const { properties } of elements(tree, 'a')) if (String(properties['href']).startsWith('#')) expect(ids).toContain(decodeURIComponent(String(properties['href']).slice(1)));
    }
  });

  it('gives no id twice', () => {
    const ids = elements(parseHtml(html)).flatMap((element) => element.properties['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says in the preview, and only there, where in the file each question stands', () => {
    const lines = read(`samples/${name}.dpia.yaml`).split('\n');
    const answered = classed(parseHtml(fragment), 'v-q').filter((element) => analysis.assessment.answers.has(String(element.properties['dataPath'])));
    expect(answered.length).toBeGreaterThan(10);
    for (const { properties } of answered) {
      const around = lines.slice(Math.max(0, Number(properties['dataLine']) - 1), Number(properties['dataLine']) + 1).join('\n');
      expect(around).toContain(`${String(properties['dataPath'])}:`);
    }
    expect(html).not.toMatch(/data-(path|line)/);
  });
});

describe('the outline', () => {
  const parts = [
    'DEL I. Vurdering av behov for DPIA', 'DEL II. Grunnleggende utgangspunkter og beskrivelser', 'DEL III. Behandlingens lovlighet', 'DEL IV. Behandling av personopplysninger',
    'DEL V. Nødvendighet og forholdsmessighet av behandlingen', 'DEL VI. Personvern risikoanalyse og planlagte tiltak', 'DEL VII. Involvering av personvernombudet',
    'DEL VIII. Ledelsens godkjenning og forhåndsdrøftelse med Datatilsynet',
  ];
  it('of a complete assessment', () => {
    expect(outline(renderReport(sample('paamelding-kulturskole'), { format: 'html', findings: false }))).toEqual([
      'Digital påmelding og tilrettelegging i kulturskolen', 'Sammendrag', ...parts, 'Risikoer og tiltak',
      'Handlingsplan', 'Barnets beste', 'Synspunktene til de registrerte', 'Egne spørsmål', 'Kildene det vises til',
    ]);
  });
  it('of one with gaps', () => {
    expect(outline(renderReport(sample('visma-familia'), { format: 'html', findings: false }))).toEqual(['Visma Familia – fagsystem for barnevern', 'Sammendrag', ...parts, 'Risikoer og tiltak', 'Kildene det vises til']);
  });
  it('is the same in Markdown', () => {
    const markdown = renderReport(sample('paamelding-kulturskole'), { format: 'markdown', findings: false });
    const html = renderReport(sample('paamelding-kulturskole'), { format: 'html', findings: false });
    expect(markdown.split('\n').filter((line) => /^##? /.test(line)).map((line) => line.replace(/^#+ /, ''))).toEqual(outline(html));
  });
});

describe('what it shows', () => {
  it('marks what is not answered, and how far each part has come', () => {
    const tree = parseHtml(renderReport(sample('visma-familia'), { format: 'html' }));
    const open = classed(tree, 'v-q').filter((element) => (element.properties['className'] as string[]).includes('v-open')).map((element) => element.properties['id']);
    expect(open).toEqual(expect.arrayContaining(['sp-III.1.3', 'sp-IV.4.1a', 'sp-VI.1.1.1', 'sp-II.2.p1', 'sp-III.5.p1']));
    expect(classed(tree, 'v-part-progress').map(textOf)[0]).toBe('9 av 9 besvart');
  });
  it('leaves out questions whose condition does not hold, and says so', () => {
    const text = textOf(parseHtml(renderReport(analyseText('vurdering: dpia\nsvar:\n  III.2.1: nei\n'), { format: 'html' })));
    expect(text).toContain('III.2.2–III.2.p2 stilles bare når III.2.1 er ja eller delvis.');
    expect(text).not.toContain('Hvordan vil samtykke bli innhentet?');
  });
  it('shows verdict, explanation and reason', () => {
    const tree = parseHtml(renderReport(analyseText('vurdering: dpia\nsvar:\n  II.4.2: {svar: delvis, forklaring: Bare **navn**}\n  III.1.3: {svar: ikke relevant, begrunnelse: Det forskes ikke}\n'), { format: 'html' }));
    const question = (id: string): Element => elements(tree).find((element) => element.properties['id'] === `sp-${id}`)!;
    expect(textOf(classed(question('II.4.2'), 'v-badge')[0]!)).toBe('Delvis');
    expect(elements(classed(question('II.4.2'), 'v-answer')[0]!, 'strong').map(textOf)).toEqual(['navn']);
    expect(textOf(question('III.1.3'))).toContain('Det forskes ikke');
  });
  it('scores risks before and after the measures', () => {
    const tree = parseHtml(renderReport(sample('paamelding-kulturskole'), { format: 'html' }));
    expect(classed(tree, 'v-risk')).toHaveLength(5);
    expect(classed(classed(tree, 'v-risk')[0]!, 'v-chip').map(textOf)).toEqual(['Høy 12', 'Lav 4']);
    expect(classed(tree, 'v-grid')).toHaveLength(2);
    expect(classed(tree, 'v-grid').map((grid) => classed(grid, 'v-dot').length)).toEqual([5, 5]);
  });
  it('shows every finding once: beside what it is about, or as the lack that it tells of', () => {
    const analysis = sample('visma-familia');
    const tree = parseHtml(preview(analysis));
    const key = (path: string, code: string): string => `${path} ${code}`;
    const shown = classed(tree, 'v-mark').map(({ properties }) => key(String(properties['dataPath']), String(properties['title'])));
    const open = new Set(classed(tree, 'v-open').map(({ properties }) => String(properties['dataPath'])));
    const rules = new Map(analysis.context.library.rules.map((rule) => [rule.code, rule]));
    const wanted = analysis.findings().filter(({ code, path }) => !(open.has(path) && rules.get(code)?.group === 'mangel')).map(({ path, code }) => key(path, code));
    expect(shown.sort()).toEqual(wanted.sort());
    expect(wanted.length).toBeGreaterThan(0);
  });
  it.each(['', 'vurdering: dpia', 'vurdering: dpia\nsvar: []\nrisikoer: {}\nbeslutning: x\npersonvernombud: [1]\nkriterier: x\neget: [1, {}]\nundertrykk: [x, {funn: 1}]', 'vurdering: dpia\nrisikoer: [1, null, {tiltak: x, restrisiko: 3}]'])('renders %j without throwing', (text) => {
    for (const format of ['html', 'markdown'] as const) expect(renderReport(analyseText(text), { format })).toContain('Ubesvart');
    expect(preview(analyseText(text))).toContain('Ubesvart');
  });
  it('renders every stage of a file being typed', () => {
    const text = read('samples/paamelding-kulturskole.dpia.yaml');
    for (let end = 0; end <= text.length; end += 2477) renderPreview(analyseText(text.slice(0, end)));
  });
});

it('the document loads nothing from elsewhere', () => {
  const tree = parseHtml(renderReport(sample('visma-familia'), { format: 'html' }));
  const fetching = elements(tree).filter((element) => ['src', 'srcSet', 'action', 'data'].some((name) => name in element.properties) || ['link', 'script', 'iframe', 'img'].includes(element.tagName));
  expect(fetching).toEqual([]);
  const style = elements(tree, 'style').map((element: Nodes) => textOf(element)).join('');
  expect(style).not.toMatch(/url\(|@import/);
});
