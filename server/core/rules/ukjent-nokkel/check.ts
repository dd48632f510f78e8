import { entryOf } from '../../syntax/nodes.ts';
import { WRAPPER_KEYS } from '../../templates/schema.ts';
import { join } from '../../assessment/normalise.ts';
import type { RuleCheck, RuleContext, RuleHit } from '../model.ts';
import { located, type Located } from '../support/located.ts';
import { nearest } from '../support/nearest.ts';
import { keysQuoted, placeName, quoted } from '../support/words.ts';
import { isTextAsKeys } from '../support/wrong-values.ts';

const MOST_SUGGESTIONS = 50;

export const check: RuleCheck = (context) => {
  const unknown = located(context).filter((error) => error.extra && error.container !== 'answers' && !isTextAsKeys(error));
  return unknown.map((error, i) => hitFor(error, context, i < MOST_SUGGESTIONS));
};

function hitFor(error: Located, { assessment, text, texts }: RuleContext, suggest: boolean): RuleHit {
  const { key, keyRange } = error.extra!;
  const allowed = allowedIn(error, [...assessment.index.head.keys()]);
  const hit = { at: join(error.path, key), range: keyRange };
  const params = { nøkkel: quoted(text, keyRange), sted: placeName(error.path, texts), tillatt: keysQuoted(allowed) };
  if (!key.trim()) return { ...hit, variant: 'tom' };
  if (key === '<<') return { ...hit, variant: 'fletting' };
  if (error.container === 'file' && assessment.index.questions.has(key)) return { ...hit, variant: 'sporsmal', params };
  const suggestion = suggest ? nearest(key, allowed.filter((name) => !entryOf(error.node, name))) : undefined;
  if (suggestion) return { ...hit, variant: 'forslag', params: { ...params, forslag: suggestion }, fixes: [{ kind: 'replace', range: keyRange, text: suggestion }] };
  return { ...hit, variant: error.container === 'file' ? 'ukjent' : 'felt', params };
}

/** The keys that may stand where this one does. */
function allowedIn({ container, question }: Located, head: string[]): string[] {
  if (container === 'file') return head;
  if (container === 'wrapper') return [...WRAPPER_KEYS];
  return question?.kind.type === 'group' ? question.kind.fields.map((field) => field.id) : [];
}
