import { expect, it } from 'vitest';
import { replaced, type Instead } from '../../../server/core/across/replaced.ts';
import { findingsAcross } from '../../../server/core/rules/run-across.ts';
import { contextWith } from '../fixtures.ts';
import { at, IP, PLATFORM, PLM, RECORD, sampleCase } from './workspace.ts';

it('shows other files in the place of its own, and leaves the workspace as it is', () => {
  const workspace = sampleCase();
  const instead = new Map<string, Instead>();
  const before = replaced(workspace, instead);
  const naming = (address: string): string[] => before.naming(address).map((each) => each.address).sort();
  expect(naming(IP)).toEqual([PLATFORM, PLM].sort());
  instead.set(PLM, { ...workspace.get(PLM)!, title: 'Før', links: [] }).set(PLATFORM, undefined).set(at('kart.pdf'), 'file');
  expect([before.get(PLM)?.title, before.get(PLATFORM), before.get(at('kart.pdf'))]).toEqual(['Før', undefined, undefined]);
  expect([before.exists(PLM), before.exists(PLATFORM), before.exists(at('kart.pdf')), before.exists(RECORD)]).toEqual([true, false, true, true]);
  expect([naming(IP), naming(PLATFORM)]).toEqual([[], [RECORD]]);
  expect([...before.all()].map(({ address }) => address).sort()).toEqual([IP, PLM, RECORD].sort());
  expect([workspace.size, workspace.naming(IP).length]).toEqual([4, 2]);
});

it('is what the rules over several files see', () => {
  const workspace = sampleCase();
  const codes = (around: typeof workspace | ReturnType<typeof replaced>): string[] => findingsAcross(workspace.get(PLATFORM)!, around, contextWith()).findings.map(({ code }) => code);
  expect(codes(workspace)).toEqual([]);
  expect(codes(replaced(workspace, new Map([[PLM, undefined]])))).toEqual(['lenke-uten-fil']);
});
