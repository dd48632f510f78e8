import { isBlank } from '../../syntax/nodes.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { brokenLines, isPartlyUnread } from '../support/broken.ts';
import { meantKeys } from '../support/nearest.ts';

/** Required keys of the head that are not there, or stand blank. Those written with a slip are unknown keys instead. */
export const check: RuleCheck = ({ assessment, text, tree }) => {
  const { root, head, index } = assessment;
  if (!root || isPartlyUnread(tree)) return [];
  const required = assessment.template.head.filter((field) => field.required);
  const isBroken = brokenLines(text, tree);
  const meant = meantKeys(root, index.head.keys());
  return required.flatMap((field): RuleHit[] => {
    const entry = head.get(field.id);
    if (entry && (!isBlank(entry.value) || isBroken(entry.keyRange))) return [];
    if (!entry && meant.has(field.id)) return [];
    return [{
      at: field.id,
      variant: entry ? 'tom' : 'mangler',
      params: { nøkkel: field.id, hva: field.text.charAt(0).toLowerCase() + field.text.slice(1) },
      fixes: [{ kind: 'add-field', path: field.id }],
    }];
  });
};
