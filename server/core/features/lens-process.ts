import { digestOf } from '../across/digest.ts';
import { processOf } from '../across/process.ts';
import type { Analysis } from '../analysis.ts';
import type { Range } from '../syntax/nodes.ts';
import type { Lens } from './model.ts';
import { nextAsCommand, stepTitle } from './process-words.ts';
import { dayOf } from './words.ts';

/** Where the processing stands on its way, and the next step with the command that takes it. Nothing without surroundings. */
export function processLenses(analysis: Analysis, range: Range): Lens[] {
  const { surroundings, texts, today } = analysis.context;
  if (!surroundings) return [];
  const { address, workspace } = surroundings;
  const self = digestOf(analysis, address);
  const process = processOf(self, workspace, today);
  if (!process) return [];
  const { steps, next } = process;
  const at = steps.findIndex(({ state }) => state !== 'done');
  const current = steps[at];
  if (!current) return [{ range, title: texts('lens.process-done') }];
  const review = current.id === 'gjennomgang' && current.state === 'later' && current.date;
  if (review) return [{ range, title: texts('lens.process-review', { dato: dayOf(review, texts) }) }];
  const title = texts(current.state === 'stopped' ? 'lens.process-stopped' : 'lens.process', { nr: at + 1, antall: steps.length, steg: stepTitle(texts, current.id) });
  return [{ range, title }, ...(next ? [{ range, ...nextAsCommand(texts, next, self, workspace) }] : [])];
}
