import { entryOf, isBlank } from '../../syntax/nodes.ts';
import { join } from '../../assessment/normalise.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { brokenLines, isPartlyUnread } from '../support/broken.ts';
import { meantKeys } from '../support/nearest.ts';
import { visitGroups } from '../support/walk.ts';
import { keysQuoted, placeFirst, placeName } from '../support/words.ts';

/** Required fields of a group that somebody has begun; one finding a group, so that a row half written stays calm. */
export const check: RuleCheck = ({ assessment, text, texts, tree }) => {
  if (isPartlyUnread(tree)) return [];
  const isBroken = brokenLines(text, tree);
  const hits: RuleHit[] = [];
  visitGroups(assessment, (node, path, _group, fields) => {
    if (!node.entries.length) return;
    // A field written with a slip is an unknown key instead; a suppression without a reason has a rule of its own.
    const meant = meantKeys(node, fields.map((field) => field.id));
    const missing = fields.filter((field) => {
      const entry = entryOf(node, field.id);
      if (!field.required || meant.has(field.id) || (path.startsWith('undertrykk/') && field.id === 'begrunnelse')) return false;
      return !entry || (isBlank(entry.value) && !isBroken(entry.keyRange));
    }).map((field) => field.id);
    if (!missing.length) return;
    const single = missing.length === 1;
    hits.push({
      at: single ? join(path, missing[0]!) : path,
      variant: single ? 'ett' : 'flere',
      params: { felt: keysQuoted(missing), sted: single ? placeName(path, texts) : placeFirst(path, texts) },
      fixes: [single ? { kind: 'add-field', path: join(path, missing[0]!) } : { kind: 'add-field', path, fields: missing }],
    });
  });
  return hits;
};
