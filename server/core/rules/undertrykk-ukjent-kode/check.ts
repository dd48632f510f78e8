import { entryOf } from '../../syntax/nodes.ts';
import { isSuppressibleRule, type RuleCheck, type RuleHit } from '../model.ts';
import { nearest } from '../support/nearest.ts';
import { quoted, textOf } from '../support/words.ts';
import { isPlaceholder } from '../../assessment/normalise.ts';

export const check: RuleCheck = ({ assessment, library, text }) => {
  const list = assessment.head.get('undertrykk')?.value;
  const codes = library.rules.filter(isSuppressibleRule).map((rule) => rule.code);
  return list?.kind !== 'sequence' ? [] : list.items.slice(0, 50).flatMap((item, i): RuleHit[] => {
    const node = entryOf(item, 'funn')?.value;
    const code = textOf(node).trim();
    if (!node || !code || isPlaceholder(code) || library.rules.some((rule) => rule.code === code)) return [];
    const suggestion = nearest(code, codes);
    const params = { kode: quoted(text, node.range) };
    const hit = { at: `undertrykk/${i}/funn`, range: node.range };
    if (!suggestion) return [{ ...hit, variant: 'ukjent', params }];
    return [{ ...hit, variant: 'forslag', params: { ...params, forslag: suggestion }, fixes: [{ kind: 'replace', range: node.range, text: suggestion }] }];
  });
};
