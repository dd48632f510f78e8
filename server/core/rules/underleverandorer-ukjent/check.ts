import type { RuleCheck } from '../model.ts';
import { says, wordsOf } from '../../assessment/facts.ts';
import { sentences } from '../reading/prose.ts';

const PLACES = ['IV.2.3.3', 'IV.2.3.5a', 'IV.5.2a', 'IV.5.2b'];
const SUB = /underleverandør|underdatabehandler|underbehandler/i;
const UNKNOWN = /(?<![a-zA-ZÀ-ɏ])(ikke|ikkje|ingen|mangler|manglar|uten|utan)(?![a-zA-ZÀ-ɏ]).{0,40}(oversikt|kjent|kjenner|vet|veit|liste|identifisert|kartlagt|dokumentert|avklart)|(?<![a-zA-ZÀ-ɏ])(ukjent|ukjente|ukjend|ukjende|usikkert|uklart)(?![a-zA-ZÀ-ɏ])|(kjenner|vet|veit)\s+ikk(?:e|je)/i;

const unknownIn = (text: string): boolean => sentences(text).some((sentence) => SUB.test(sentence) && UNKNOWN.test(sentence));

export const check: RuleCheck = (context) => {
  const said = PLACES.filter((id) => unknownIn(wordsOf(context, id)));
  if (said.length) return [{ at: said[0]!, related: [...said.slice(1), 'IV.5.2a', 'IV.5.2b'], variant: 'underleverandører', params: { spørsmål: said } }];
  const { facts } = context;
  if (!says(facts, 'IV.2.3.3', 'nei', 'delvis') || !says(facts, 'IV.5.2a', 'ja', 'delvis')) return [];
  return [{ at: 'IV.2.3.3', related: ['IV.5.2a', 'IV.5.2b'], variant: 'mottakere' }];
};
