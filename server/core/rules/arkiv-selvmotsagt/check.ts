import { NOT_RELEVANT } from '../../templates/model.ts';
import type { RuleCheck } from '../model.ts';
import { says, wordsOf } from '../../assessment/facts.ts';
import { namesArchiveAct } from '../reading/law.ts';
import { denies } from '../reading/prose.ts';

const PURPOSE = /(?<![a-zA-ZÀ-ɏ])(allm[a-zA-ZÀ-ɏ]*s? interesse|arkivformål|arkivføremål|arkivering|arkiveres|arkiverast|arkivverdi[a-zA-ZÀ-ɏ]*)/i;

export const check: RuleCheck = (context) => {
  const cited = ['IV.2.2.3', 'IV.2.6.5'].filter((id) => namesArchiveAct(wordsOf(context, id)));
  if (!cited.length || !(says(context.facts, 'V.1.5c', NOT_RELEVANT) || denies(wordsOf(context, 'V.1.5c'), PURPOSE))) return [];
  return [{ at: 'V.1.5c', related: cited, params: { spørsmål: cited } }];
};
