/** A hidden question: said where it is read, never asked for, its answer kept. */
import { expect, it } from 'vitest';
import { completions } from '../../../server/core/features/completion.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { renderReport } from '../../../server/core/report/index.ts';
import { analyseText, contextWith } from '../fixtures.ts';
import { kommune } from './own.ts';

const context = contextWith(kommune().library);
const HEAD = "vurdering: dpia\nmal: kommune-dpia\nmalversjon: '2'\ntittel: T\nbehandlingsansvarlig: B\nstatus: utkast\nsvar:\n  II.1.p1: Alt\n";
const REASON = 'Interessentene står i kommunens prosjektplan.';

it('the report says that it is not asked and why, with an answer and without', () => {
  const without = renderReport(analyseText(HEAD, 'x.dpia.yaml', context), { format: 'markdown' });
  expect(without).toContain(`II.1.p3 stilles ikke i denne malen: ${REASON}`);
  const text = renderReport(analyseText(`${HEAD}  II.1.p3: Velforeningen\n`, 'x.dpia.yaml', context), { format: 'markdown' });
  expect(text).toContain('Velforeningen');
  expect(text).toContain(REASON);
});

it('what only an earlier version asked is not in the report', () => {
  expect(renderReport(analyseText(HEAD, 'x.dpia.yaml', context), { format: 'markdown' })).not.toContain('K.2-v1');
});

it('the hover says so, and completion does not offer it', () => {
  const text = `${HEAD}  II.1.p3: Velforeningen\n  \n`;
  const analysis = analyseText(text, 'x.dpia.yaml', context);
  expect(hover(analysis, text.indexOf('II.1.p3') + 2)?.markdown).toContain(REASON);
  const offered = completions(analyseText(`${HEAD}  \n`, 'x.dpia.yaml', context), HEAD.length + 2).map(({ label }) => label);
  expect(offered).toContain('II.1.p2');
  expect(offered).not.toContain('II.1.p3');
});
