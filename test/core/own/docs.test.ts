/** What docs/egne-maler.md shows works as it is shown. */
import { expect, it } from 'vitest';
import { ownFindings } from '../../../server/core/own/findings.ts';
import { analyseText, contextWith, read } from '../fixtures.ts';
import { load } from './own.ts';

const page = read('docs/egne-maler.md');
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);
const block = (start: string): string => blocks.find((text) => text.startsWith(start))!;

it('the examples are without findings, and say what the page says', () => {
  const texts = [['kommune-dpia.mal.yaml', 'mal: kommune-dpia'], ['bibliotek.mal.yaml', 'mal: bibliotek'], ['bydeler.regel.yaml', 'kode: bydeler']].map(([name, start]) => ({ address: `file:///kommune/maler/${name}`, text: block(start!) }));
  const loaded = load(texts);
  const context = contextWith(loaded.library);
  for (const file of loaded.files.values()) expect(ownFindings(file, context), file.address).toEqual([]);
  const analysis = analyseText(`${block('vurdering: dpia')}behandlingsansvarlig: Eksempel kommune\nstatus: utkast\nsvar:\n  K.2: {svar: ja, forklaring: Tre}\n`, 'x.dpia.yaml', context);
  expect(analysis.findings().filter(({ severity, code }) => severity === 'error' || code === 'bydeler-uten-navn').map(({ code }) => code)).toEqual(['bydeler-uten-navn']);
});

it('every code of a finding is explained', () => {
  for (const code of ['egen-form', 'egen-id', 'egen-vilkar', 'egen-henvisning', 'egen-versjon', 'egen-for-stor', 'egen-ubrukt']) expect(page).toContain(`\`${code}\``);
});
