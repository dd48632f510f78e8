/** The preview's report, made from what the last one left: the same words, and little of it made anew. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { htmlTree } from '../../../server/core/report/html.ts';
import { Kept, renderPreview } from '../../../server/core/report/index.ts';
import { keepFor } from '../../../server/core/report/nodes.ts';
import { withRedactions } from '../../../server/core/report/redaction.ts';
import { reportTree } from '../../../server/core/report/tree.ts';
import { analyseText, read, root } from '../fixtures.ts';

const samples = readdirSync(path.join(root, 'samples'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml') && name !== 'vurdert.config.yaml');

it.each(samples)('%s is block by block what it is as a whole', (name) => {
  const analysis = analyseText(read(`samples/${name}`), path.basename(name));
  const { root: tree } = reportTree(analysis, { findings: true, folding: true, edition: 'internal' });
  const finished = keepFor('html', withRedactions(tree, analysis.context.texts));
  expect(renderPreview(analysis).join('\n')).toBe(unified().use(rehypeStringify).stringify(htmlTree(finished, true)));
});

describe('while a file is written', () => {
  const name = 'visma-familia.dpia.yaml';
  const text = read(`samples/${name}`);
  const kept = new Kept();
  /** The blocks of the report that were made for this text, the others kept from the one before. */
  const made = (written: string, html = kept.html): string[] => {
    const blocks: string[] = [];
    const { of } = html;
    html.of = (key, make) => of.call(html, key, () => (blocks.push(key), make()));
    try {
      const analysis = analyseText(written, name);
      expect(renderPreview(analysis, { kept })).toEqual(renderPreview(analysis));
    } finally {
      html.of = of;
    }
    return blocks;
  };
  const line = /^  III\.1\.3:.*\n/m;
  const answered = text.replace(line, '  III.1.3: nei\n');

  it('makes all of it the first time, and nothing the second', () => {
    expect(made(text).length).toBeGreaterThan(200);
    expect(made(text)).toEqual([]);
  });

  it('makes the answer anew, and what counts the answers', () => {
    expect(answered).not.toBe(text);
    const blocks = made(answered);
    expect(blocks.some((block) => block.startsWith('["III.1.3"'))).toBe(true);
    expect(blocks.length).toBeLessThan(12);
  });

  it('makes nothing anew when a line is put in above, and counts the lines right', () => {
    expect(made(`# En merknad\n# over to linjer\n${answered}`)).toEqual([]);
    expect(made(answered)).toEqual([]);
  });

  it('takes words for words, whatever they look like', () => {
    const trick = `'<b data-line="3"> "dataLine":"4" \\" <i data-line="5"'`;
    const tricky = text.replace(line, `  III.1.3:\n    svar: nei\n    forklaring: ${trick}\n`);
    expect(made(tricky).length).toBeGreaterThan(0);
    expect(made(`# Linje\n${tricky}`)).toEqual([]);
  });

  it('speaks another language when the file does', () => {
    made(text);
    const nynorsk = text.replace('vurdering: dpia\n', 'vurdering: dpia\nspråk: nn\n');
    expect(made(nynorsk).length).toBeGreaterThan(150);
    expect(made(`# Linje\n${nynorsk}`)).toEqual([]);
  });

  it('forgets what two reports did not hold', () => {
    made(text);
    made('vurdering: dpia\n');
    made('vurdering: dpia\ntittel: En annen\n');
    expect(made(text).length).toBeGreaterThan(150);
  });
});

it.each(['paamelding-kulturskole.dpia.yaml', 'bydel/utekontakten/discord.dpia.yaml', 'bydel/barnevern/snapchat.plattform.yaml'])('%s reads the same with each line taken out and put back', (name) => {
  const lines = read(`samples/${name}`).split('\n');
  const kept = new Kept();
  for (let i = 0; i < lines.length; i += Math.ceil(lines.length / 40)) {
    const analysis = analyseText(lines.toSpliced(i, 1).join('\n'), path.basename(name));
    expect(renderPreview(analysis, { kept })).toEqual(renderPreview(analysis));
  }
});
