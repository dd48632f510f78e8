/** The report of every sample, as a reader of it in git sees what a change does to it: `vitest -u` writes them anew. */
import { describe, expect, it } from 'vitest';
import { analyseText, read, runFolder } from '../fixtures.ts';
import { renderReport } from '../../../server/core/report/index.ts';
import { classed, elements, parseHtml, textOf } from './html.ts';

const alone = ['halvskrevet', 'paamelding-kulturskole', 'visma-familia'].map((name) => ({ name: `${name}.dpia.yaml`, analysis: analyseText(read(`samples/${name}.dpia.yaml`), `${name}.dpia.yaml`) }));
const inFolder = runFolder('samples/bydel').map(({ name, analysis }) => ({ name: `bydel/${name}`, analysis }));
const samples = [...alone, ...inFolder];

describe.each(samples)('the report of $name', ({ name, analysis }) => {
  it('reads as agreed', async () => {
    await expect(renderReport(analysis, { format: 'markdown' })).toMatchFileSnapshot(`../../fixtures/rapporter/${name.replace(/\.yaml$/, '.md')}`);
  });

  it('says the same in HTML: every heading, and in each picture what it shows', async () => {
    const html = parseHtml(renderReport(analysis, { format: 'html' }));
    const headings = elements(html, 'h1', 'h2', 'h3', 'h4').map((each) => `${'#'.repeat(Number(each.tagName[1]))} ${textOf(each).replaceAll(/\s+/g, ' ').trim()}`);
    const pictures = classed(html, 'v-picture').map(({ properties }) => String(properties['ariaLabel']));
    await expect([...headings, '', ...pictures, ''].join('\n')).toMatchFileSnapshot(`../../fixtures/rapporter/${name.replace(/\.yaml$/, '.html.txt')}`);
  });
});
