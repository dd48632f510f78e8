import { listed } from '../../texts/texts.ts';
import type { RuleCheck } from '../model.ts';
import { wordsOf } from '../reading/facts.ts';
import { basesIn, exists } from '../reading/law.ts';

const PLACES = ['III.1.1', 'III.1.2', 'III.1.p1', 'III.1.p2', 'III.3.2', 'III.5.p1', 'IV.2.3.5b', 'V.1.1', 'V.1.1a', 'V.2.5'];

export const check: RuleCheck = (context) => PLACES.flatMap((id) => {
  const wrong = basesIn(wordsOf(context, id)).filter((basis) => !exists(basis));
  const names = [...new Set(wrong.map(({ article, letter }) => `art. ${article} nr. ${article === 6 ? 1 : 2} bokstav ${letter}`))];
  return names.length ? [{ at: id, params: { bokstav: listed(names) } }] : [];
});
