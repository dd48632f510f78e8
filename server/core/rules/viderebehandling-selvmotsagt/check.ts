import type { RuleCheck, RuleHit } from '../model.ts';
import { says, textOf, wordsOf } from '../../assessment/facts.ts';
import { denies } from '../reading/prose.ts';

const FURTHER = /(?<![a-zA-ZÀ-ɏ])(viderebehandl(es|et|ing|ingen)|vidarebehandl(a|ast|ing|inga)|behandles videre|brukes videre|behandla vidare|brukte? vidare)/i;
const NO_FURTHER = /(?<![a-zA-ZÀ-ɏ])(?:(viderebehandles|vidarebehandlast|behandles|brukes)\s+(ikke|ikkje|aldri)(?:\s+vid[ea]re)?|(?:blir|vert)\s+(ikkje|aldri)\s+(vidarebehandla|behandla\s+vidare|brukte?\s+vidare))(?![a-zA-ZÀ-ɏ])/i;
const STATISTICS = /statisti/i;

/** One finding on each answer that says the opposite of III.3.1. */
export const check: RuleCheck = (context) => {
  const { facts } = context;
  if (!says(facts, 'III.3.1', 'ja', 'delvis')) return [];
  const hits: RuleHit[] = [];
  for (const id of ['III.3.2', 'III.3.3', 'III.3.4']) {
    const words = wordsOf(context, id);
    if (denies(words, FURTHER) || NO_FURTHER.test(words)) hits.push({ at: id, related: ['III.3.1'], variant: 'ikke-videre', params: { svar: textOf(facts['III.3.1']) } });
    else if (id === 'III.3.4' && says(facts, id, 'nei') && STATISTICS.test(wordsOf(context, 'III.3.1')) && !/anonym/i.test(words)) hits.push({ at: id, related: ['III.3.1'], variant: 'statistikk' });
  }
  return hits;
};
