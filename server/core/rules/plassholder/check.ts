import { isPlaceholder } from '../../assessment/normalise.ts';
import { NOT_RELEVANT } from '../../templates/model.ts';
import type { FixHint } from '../../findings.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { visitScalars } from '../support/walk.ts';
import { placeName } from '../support/words.ts';

/** Wherever it stands: an answer, an explanation, a reason, a text of the head. */
export const check: RuleCheck = ({ assessment, texts }) => {
  const hits: RuleHit[] = [];
  visitScalars(assessment, (node, path) => {
    if (!isPlaceholder(node.value)) return;
    const question = path.includes('/') ? undefined : assessment.answers.get(path)?.question;
    const verdicts = question?.kind.type === 'yes-no' ? ['ja', 'nei', ...(question.mayBeIrrelevant ? [NOT_RELEVANT] : [])] : [];
    const fixes = verdicts.map((verdict): FixHint => ({ kind: 'replace', range: node.range, text: verdict }));
    hits.push({ at: path, ...(node.style === 'block' ? {} : { range: node.range }), params: { tekst: String(node.value).trim().replace(/^«|»$/g, ''), sted: placeName(path, texts, true) }, fixes });
  });
  return hits;
};
