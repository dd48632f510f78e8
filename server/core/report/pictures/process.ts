/** The way from the first assessment to the review, with the step at hand. */
import type { RootContent } from 'mdast';
import { digestOf } from '../../across/digest.ts';
import type { Digest } from '../../across/model.ts';
import { isRedacted } from '../../assessment/secrets.ts';
import { processOf, type Process, type Step } from '../../across/process.ts';
import { toReport } from '../beside.ts';
import { cell, heading, only, block, strong, table, text } from '../nodes.ts';
import type { ReportContext } from '../model.ts';
import { circle, label, line, lines, path, picture, type Shape } from './svg.ts';
import { formatDate } from '../../texts/dates.ts';

const WIDTH = 118;

/**
 * Undefined where the file's surroundings are not known, or it has no process (a record); in the public edition also
 * where another file of the case keeps something back.
 */
export function processSection(context: ReportContext): RootContent | undefined {
  const process = processIn(context);
  if (!process) return undefined;
  const { texts } = context;
  const name = (step: Step): string => texts(`process.${step.id}`);
  // Its name is too long a word for its place in the picture.
  const drawn = (step: Step): string => (step.id === 'oversikt' ? texts('process.oversikt.drawn') : name(step));
  const state = (step: Step): string => texts(`process.state-${step.state}`);
  const when = (step: Step): string => (step.date && !isRedacted(step.date) ? formatDate(texts, step.date) : '');
  const shapes = process.steps.flatMap((step, i): Shape[] => {
    const x = WIDTH / 2 + i * WIDTH;
    const words = lines(drawn(step), 15);
    return [
      ...(i ? [line(process.steps[i - 1]!.state === 'done' ? 'v-way v-walked' : 'v-way', x - WIDTH + 17, 26, x - 17, 26)] : []),
      circle(`v-stop v-stop-${step.state}`, x, 26, 15), ...sign(step, x),
      ...words.map((part, n) => label(step.state === 'now' ? 'v-stop-name v-here' : 'v-stop-name', x, 62 + n * 16, part)),
      label('v-stop-state', x, 62 + words.length * 16, when(step) || state(step)),
    ];
  });
  const alternative = texts('report.picture.process', { steg: process.steps.map((step) => `${name(step)}: ${[state(step), when(step)].filter(Boolean).join(', ')}`).join('; ') });
  const rows = process.steps.map((step) => [cell(step.state === 'now' ? [strong([toReport(context, step.address, name(step))])] : [toReport(context, step.address, name(step))]), cell(state(step)), cell(when(step))]);
  const asTable = table([texts('report.process.step'), texts('report.process.state'), texts('report.process.date')], rows, { class: 'v-table' });
  return block({ class: 'v-process' }, [
    heading(3, texts('report.process')),
    picture('v-process-picture', process.steps.length * WIDTH, 108, alternative, shapes),
    only('html', block({ class: 'v-behind' }, [block({}, [{ type: 'paragraph', children: [text(texts('report.as-table'))] }], 'summary'), block({ class: 'v-scroll' }, [asTable])], 'details')),
    only('markdown', block({}, [asTable])),
  ]);
}

/** The public edition's file speaks for itself there, as the others see it too. */
function processIn({ analysis, origin: { context: { surroundings, today } }, edition }: ReportContext): Process | undefined {
  if (!surroundings) return undefined;
  const { address, workspace } = surroundings;
  const self = digestOf(analysis, address);
  if (edition === 'internal') return processOf(self, workspace, today);
  const seen = (digest: Digest): Digest => (digest.address === address ? self : digest);
  const found = processOf(self, {
    get: (other) => (other === address ? self : workspace.get(other)),
    exists: (other) => workspace.exists(other),
    isInside: (other) => workspace.isInside(other),
    naming: (other) => workspace.naming(other).map(seen),
    all: () => [...workspace.all()].map(seen),
  }, today);
  const closed = found?.steps.some((step) => step.address !== undefined && step.address !== address && workspace.get(step.address)?.keepsBack);
  return closed ? undefined : found;
}

/** A tick, a cross or a dot: the state must not hang on colour alone. */
function sign({ state }: Step, x: number): Shape[] {
  if (state === 'done') return [path('v-sign', `M${x - 6} 26l4.5 4.5l8 -9`)];
  if (state === 'stopped') return [path('v-sign', `M${x - 5} 21l10 10m0 -10l-10 10`)];
  return state === 'now' ? [circle('v-sign-dot', x, 26, 5)] : [];
}
