import type { RuleCheck, RuleHit } from '../model.ts';
import { quoted } from '../support/words.ts';
import { wrongValues } from '../support/wrong-values.ts';

export const check: RuleCheck = (context) => {
  const { assessment, text } = context;
  const hits: RuleHit[] = [];
  for (const { error, reading } of wrongValues(context)) {
    if (reading.as === 'spelling') hits.push(hitFor(error.path, error.node.range, reading.text));
  }
  // Prose takes any words, so that the schema has nothing against «Ikke aktuelt» as its whole answer.
  for (const answer of assessment.answers.values()) {
    if (answer.state !== 'irrelevant' || answer.writtenAs === undefined || answer.question.kind.type === 'yes-no' || !answer.question.mayBeIrrelevant) continue;
    hits.push(hitFor(answer.path, answer.valueNode.range, String(answer.value)));
  }
  return hits;

  function hitFor(at: string, range: { start: number; end: number }, right: string): RuleHit {
    return { at, range, params: { riktig: right, skrevet: quoted(text, range) }, fixes: [{ kind: 'replace', range, text: right }] };
  }
};
