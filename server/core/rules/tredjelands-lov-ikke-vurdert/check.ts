import { says, wordsOf } from '../../assessment/facts.ts';
import type { TextKey } from '../../texts/texts.ts';
import type { RuleCheck } from '../model.ts';
import { transferredTo } from '../support/dated.ts';

const BASES: Record<string, TextKey> = { scc: 'transfer.scc', bcr: 'transfer.bcr' };
const ASSESSED = /(?<!\p{L})lov(?:en|er|ene|verk|givning|a|gjeving)|rettsregl|(?<!\p{L})rett(?:en|s)|praksis|overv[åa]k|etterretning|myndig|styresmakt|utlever|schrems|(?<!\p{L})(?:TIA|FISA)(?!\p{L})/iu;

export const check: RuleCheck = (context) => {
  const basis = context.facts['E.2'];
  if (!says(context.facts, 'E.1', 'ja', 'delvis') || typeof basis !== 'string' || !BASES[basis]) return [];
  const words = wordsOf(context, 'E.3');
  if (ASSESSED.test(words)) return [];
  const countries = transferredTo(context).map(({ name }) => name);
  const params = { grunnlag: context.texts(BASES[basis]), land: countries.length ? countries : context.texts('transfer.country') };
  return [words ? { at: 'E.3', related: ['E.2'], variant: 'tynt', params } : { at: 'E.2', related: ['E.1'], variant: 'mangler', params }];
};
