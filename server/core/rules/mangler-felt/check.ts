import { entryOf, isBlank } from '../../syntax/nodes.ts';
import { listed } from '../../texts/texts.ts';
import { join } from '../../assessment/normalise.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { brokenLines, isPartlyUnread } from '../support/broken.ts';
import { meantKeys } from '../support/nearest.ts';
import { visitGroups } from '../support/walk.ts';
import { placeName } from '../support/words.ts';

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
    const place = placeName(path, texts);
    hits.push({
      at: single ? join(path, missing[0]!) : path,
      variant: single ? 'ett' : 'flere',
      params: { felt: listed(missing), sted: single ? place : place.charAt(0).toUpperCase() + place.slice(1) },
      fixes: [single ? { kind: 'add-field', path: join(path, missing[0]!) } : { kind: 'add-field', path, fields: missing }],
    });
  });
  return hits;
};
