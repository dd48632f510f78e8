import type { RuleCheck } from '../model.ts';
import { says, wordsOf } from '../../assessment/facts.ts';

const ALTERNATIVES = ['V.1.2c', 'V.1.3a', 'V.1.3b', 'V.1.3c'];
/** The explanation says that it is done, or why it is not. */
const SETTLED = /allerede|allereie|er (?:gjort|gjennomført|innført|val[gd]t?|redusert|begrenset|avgrensa|fjernet|fjerna|tatt (?:ut|bort)|teke[nt]? (?:ut|bort))|har (?:vi )?(?:gjort|gjennomført|innført|valgt|valt|redusert|begrenset|avgrensa|fjernet|fjerna|tatt|teke)|forkast|val[gd]?t bort|ikk(?:e|je) (?:egnet|eigna|nok|godt nok|tilstrekkel[ie]g|mulig|mogleg|forsvarl[ie]g)|(?<![a-zA-ZÀ-ɏ])(?:men|derfor|difor|fordi|likevel)(?![a-zA-ZÀ-ɏ])/i;

/** One finding on the first of the answers, the others related. No explanation at all is another finding. */
export const check: RuleCheck = (context) => {
  const open = ALTERNATIVES.filter((id) => {
    const words = wordsOf(context, id);
    return says(context.facts, id, 'ja', 'delvis') && words && !SETTLED.test(words);
  });
  return open.length ? [{ at: open[0]!, related: [...open.slice(1), 'V.1.3d'], params: { spørsmål: open } }] : [];
};
