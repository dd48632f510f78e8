import { toJson, type Entry, type SyntaxNode } from '../../syntax/nodes.ts';
import { LineIndex } from '../../syntax/lines.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { brokenLines } from '../support/broken.ts';

export const check: RuleCheck = ({ assessment, text, tree }) => {
  const doubles = new Set(tree.problems.filter(({ id }) => id === 'dobbel-nokkel').map(({ range }) => range.start));
  if (!doubles.size) return [];
  const lines = new LineIndex(text);
  const isBroken = brokenLines(text, tree);
  const hits: RuleHit[] = [];
  const seen = new Set<SyntaxNode>();
  const visit = (node: SyntaxNode | undefined): void => {
    // An anchor's value is shared by its aliases: once is enough.
    if (!node || node.kind === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'sequence') return node.items.forEach(visit);
    const first = new Map<string, Entry>();
    for (const entry of node.entries) {
      visit(entry.value);
      const original = first.get(entry.key);
      if (!original) first.set(entry.key, entry);
      else if (doubles.delete(entry.keyRange.start) && !isBroken(entry.keyRange)) hits.push(hitFor(entry, original));
    }
  };
  const hitFor = (entry: Entry, original: Entry): RuleHit => ({
    at: entry.key,
    range: entry.keyRange,
    variant: assessment.index.questions.has(entry.key) ? 'svar' : 'nokkel',
    params: { nøkkel: entry.key, linje: lines.lineAt(original.keyRange.start) + 1 },
    // An answer that says something of its own is for the author to take away.
    fixes: saysNothingNew(entry, original) ? [{ kind: 'remove', range: { start: entry.keyRange.start, end: Math.max(entry.keyRange.end, entry.value.range.end) }, what: `«${entry.key}»` }] : [],
  });
  visit(tree.root);
  return hits;
};

function saysNothingNew(entry: Entry, original: Entry): boolean {
  const value = JSON.stringify(toJson(entry.value));
  return value === 'null' || value === JSON.stringify(toJson(original.value));
}
