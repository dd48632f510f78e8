/** The process in words, and the command that takes the step at hand. */
import { nameIn } from '../across/addresses.ts';
import { placeIn } from '../across/digest.ts';
import type { Digest, Workspace } from '../across/model.ts';
import type { NextStep, StepId, StepState } from '../across/process.ts';
import type { AssessmentKind } from '../templates/model.ts';
import type { Texts } from '../texts/texts.ts';
import type { Command } from './model.ts';

export const stepTitle = (texts: Texts, id: StepId): string => texts(`process.${id}`);

export const stepState = (texts: Texts, state: StepState): string => texts(`process.state-${state}`);

/** The kind as it is called within a sentence: «innledende personvernvurdering», but «PLM». */
export function kindWord(texts: Texts, kind: AssessmentKind): string {
  const word = texts(`kind.${kind}`);
  return /^\p{Lu}{2}/u.test(word) ? word : word[0]!.toLowerCase() + word.slice(1);
}

/** What the step at hand is called as something to do, and the command that does it, seen from a file. */
export function nextAsCommand(texts: Texts, next: NextStep, self: Digest, workspace: Workspace): { title: string; command: Command } {
  const at = next.action === 'write' ? next.address : next.from;
  const elsewhere = at === self.address ? {} : { address: at };
  if (next.action === 'enter') return { title: texts('process.enter'), command: { name: 'make-row', arguments: [], ...elsewhere } };
  if (next.action === 'make') {
    const slag = kindWord(texts, next.kind);
    const title = at === self.address ? texts('process.make', { slag }) : texts('process.make-other', { slag, fil: nameIn(at) });
    return { title, command: { name: 'make-from', arguments: [next.kind], ...elsewhere } };
  }
  const steg = stepTitle(texts, next.step);
  const title = at === self.address ? texts('process.write', { steg }) : texts('process.write-other', { steg, fil: nameIn(at) });
  const digest = at === self.address ? self : workspace.get(at);
  const range = digest ? digest.lines.lines(placeIn(digest, next.path)) : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return { title, command: { name: 'show-finding', arguments: [range], address: at } };
}
