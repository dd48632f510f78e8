import { entryOf, isBlank } from '../../syntax/nodes.ts';
import type { RuleCheck } from '../model.ts';
import { textOf } from '../support/words.ts';

export const check: RuleCheck = ({ assessment }) => {
  const list = assessment.head.get('undertrykk')?.value;
  return list?.kind !== 'sequence' ? [] : list.items.flatMap((item, i) => {
    const code = textOf(entryOf(item, 'funn')?.value).trim();
    if (!code || !isBlank(entryOf(item, 'begrunnelse')?.value)) return [];
    return [{ at: `undertrykk/${i}/funn`, params: { kode: code }, fixes: [{ kind: 'add-field' as const, path: `undertrykk/${i}/begrunnelse` }] }];
  });
};
