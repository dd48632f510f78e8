import type { RuleCheck, RuleContext, RuleHit } from '../model.ts';
import type { FixHint } from '../../findings.ts';
import { located, type Located } from '../support/located.ts';
import { dateFrom, isRealDate } from '../../dates.ts';
import type { Param } from '../../texts/texts.ts';
import { nearest } from '../support/nearest.ts';
import { visitDates } from '../support/walk.ts';
import { keysQuoted, placeFirst, placeName, quoted } from '../support/words.ts';
import { allowedOf, isTextAsKeys, wrongValues } from '../support/wrong-values.ts';

export const check: RuleCheck = (context) => {
  const { assessment, tree, text, texts } = context;
  if (!assessment.root) {
    const root = tree.root;
    const isText = root && !(root.kind === 'scalar' && !text.slice(root.range.start, root.range.end).includes('\n'));
    return isText ? [{ at: '', range: { start: root.range.start, end: Math.min(root.range.end, root.range.start + 1) }, variant: 'fil' }] : [];
  }
  const hits = wrongValues(context).filter(({ reading }) => reading.as === 'wrong').map(({ error }) => hitFor(error, context));
  const asKeys = new Map(located(context).filter(isTextAsKeys).map((error) => [error.path, error]));
  for (const error of asKeys.values()) hits.push({ ...base(error, context), variant: 'nøkler' });
  visitDates(assessment, (node, path) => {
    if (typeof node.value !== 'string' || !/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(node.value) || isRealDate(node.value)) return;
    hits.push({ at: path, range: node.range, variant: 'dato-finnes-ikke', params: { skrevet: node.value, sted: placeName(path, texts, true) } });
  });
  return hits;
};

function base(error: Located, { text, texts }: RuleContext): RuleHit {
  const { range, kind } = error.node;
  const isValue = error.question?.kind.type !== 'group';
  return {
    at: error.path,
    // A list or map is marked at its beginning, not over all its lines.
    ...(kind === 'scalar' ? { range } : {}),
    params: { sted: placeFirst(error.path, texts, isValue), inne: placeName(error.path, texts, isValue), skrevet: quoted(text, range) },
  };
}

function hitFor(error: Located, context: RuleContext): RuleHit {
  const { question, path, node } = error;
  const { template } = context.assessment;
  const hit = base(error, context);
  if (path === 'svar' && error.container === 'answers') return { ...hit, variant: 'svar' };
  // Words beside an answer, and lines of a text.
  if (!question) return { ...hit, variant: 'tekst', fixes: quoteFix(error, context) };
  const { kind } = question;
  const allowed = allowedOf(kind, template);
  const values = [...allowed.map(({ value }) => value), ...(question.mayBeIrrelevant && error.isAnswer ? ['ikke relevant'] : [])];
  const inList = /\/\d+$/.test(path);
  const say = (variant: string, tillatt: Param = '', fixes: FixHint[] = []): RuleHit => ({ ...hit, variant, params: { ...hit.params, tillatt }, fixes });
  const written = String(hit.params!['skrevet']);
  switch (kind.type) {
    case 'yes-no': return say('ja-nei', { or: values }, replace(error, nearest(written, values)));
    case 'level': return say('nivå', allowed.map(({ value, text }) => `${value} (${text.split(':')[0]!.toLowerCase()})`).join(', '));
    case 'one-of': case 'some-of':
      if (kind.type === 'some-of' && !inList) return say('liste', '', node.kind === 'scalar' && values.includes(String(node.value)) ? replace(error, `[${String(node.value)}]`) : []);
      return say('valg', { or: values }, replace(error, written.length > 2 ? nearest(written, values) : undefined));
    case 'date': return say('dato', '', node.kind === 'scalar' ? replace(error, dateFrom(String(node.value))) : []);
    case 'number': return say('tall');
    case 'group': return (kind.repeated && !inList) ? say('rader') : say('felt', keysQuoted(kind.fields.map((field) => field.id)));
    case 'answers': return say('svar');
    default: return say('tekst', '', quoteFix(error, context));
  }
}

const replace = ({ node }: Located, text: string | undefined): FixHint[] => (text === undefined ? [] : [{ kind: 'replace', range: node.range, text }]);

/** `true` and the like, where text is meant. */
function quoteFix({ node }: Located, { text }: RuleContext): FixHint[] {
  return node.kind === 'scalar' && node.style === 'plain' ? [{ kind: 'replace', range: node.range, text: `'${text.slice(node.range.start, node.range.end)}'`, as: 'quote' }] : [];
}
