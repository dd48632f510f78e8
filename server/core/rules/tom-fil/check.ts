import type { RuleCheck } from '../model.ts';

/** Empty but for comments, or one line begun. */
export const check: RuleCheck = ({ tree, text }) => {
  if (!tree.root) return tree.problems.length ? [] : [{ at: '', range: { start: 0, end: 0 }, variant: 'tom', fixes: [{ kind: 'new-file' }] }];
  const begun = tree.root.kind === 'scalar' && !text.slice(tree.root.range.start, tree.root.range.end).includes('\n');
  return begun ? [{ at: '', range: tree.root.range, variant: 'begynt' }] : [];
};
