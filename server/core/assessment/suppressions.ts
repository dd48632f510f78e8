/** What a file says shall be silent (`undertrykk`), and what that covers. */
import { entryOf, isBlank, type Range, type SyntaxNode } from '../syntax/nodes.ts';
import { isRoom } from './paths.ts';
import type { Assessment } from './model.ts';

export interface Suppression {
  code: string;
  /** The question, section or key that it is for; '' is the whole file. */
  path: string;
  /** The path ends in a section or part: what belongs to it begins with its id. */
  isRoom: boolean;
  /** Why, in the file's words. */
  reason: string;
  at: string;
  range: Range;
}

/** The suppressions that count: those that give a reason. */
export function suppressionsOf(assessment: Assessment): Suppression[] {
  const node = assessment.head.get('undertrykk')?.value;
  if (node?.kind !== 'sequence') return [];
  return node.items.flatMap((item, i) => {
    if (item.kind !== 'map' || isBlank(entryOf(item, 'begrunnelse')?.value) || isBlank(entryOf(item, 'funn')?.value)) return [];
    const path = scalarText(entryOf(item, 'på')?.value);
    return [{ code: scalarText(entryOf(item, 'funn')?.value), path, isRoom: isRoom(assessment, path), reason: scalarText(entryOf(item, 'begrunnelse')?.value), at: `undertrykk/${i}/funn`, range: item.range }];
  });
}

/** A suppression without a place covers the whole file; with one, that answer or section and what lies below it. */
export function covers(suppression: Suppression, code: string, path: string): boolean {
  const own = suppression.path;
  if (suppression.code !== code) return false;
  return own === '' || path === own || path.startsWith(`${own}/`) || (suppression.isRoom && path.startsWith(`${own}.`));
}

const scalarText = (node: SyntaxNode | undefined): string => (node?.kind === 'scalar' && node.value !== null ? String(node.value).trim() : '');
