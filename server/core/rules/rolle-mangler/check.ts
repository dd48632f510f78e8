import { block, textOf, wordsOf } from '../../assessment/facts.ts';
import { folded, isPlaceholder, join } from '../../assessment/normalise.ts';
import { resolve } from '../../assessment/paths.ts';
import { entryOf } from '../../syntax/nodes.ts';
import { participantsAt } from '../support/participants.ts';
import { visitGroups } from '../support/walk.ts';
import type { RuleCheck, RuleContext } from '../model.ts';

/** Which roles are asked for is the organisation's to say. Silent in a draft: there is time to ask them yet. */
export const check: RuleCheck = (context) => {
  const { assessment, roles } = context;
  if (!roles.length || assessment.status === 'utkast' || assessment.kind === 'behandlingsoversikt') return [];
  const said = folded(namedIn(context));
  const missing = roles.filter((role) => !said.includes(stemOf(role)));
  if (!missing.length) return [];
  const at = [participantsAt(context), 'beslutning', 'status'].find((path) => path !== undefined && resolve(assessment, path).found) ?? '';
  return [{ at, params: { roller: { quoted: missing } } }];
};

/** «Personvernombudet» is named by «personvernombud» as well. */
const stemOf = (role: string): string => folded(role).replace(/(?<=[a-zæøå]{4})(?:et|en|a)$/, '');

/** All that is said of who took part, who is responsible, and who decided. */
function namedIn(context: RuleContext): string {
  const { assessment, facts } = context;
  const words: string[] = [];
  const add = (text: string): void => {
    if (text && !isPlaceholder(text)) words.push(text);
  };
  const participants = participantsAt(context);
  if (participants !== undefined) add(wordsOf(context, participants));
  for (const { question } of assessment.index.questions.values()) if (question.kind.type === 'person') add(wordsOf(context, question.id));
  visitGroups(assessment, (node, path, _group, fields) => {
    for (const field of fields) {
      if (field.kind.type !== 'person' && join(path, field.id) !== 'beslutning/rolle') continue;
      const value = entryOf(node, field.id)?.value;
      if (value?.kind === 'scalar') add(String(value.value ?? ''));
    }
  });
  // Whose advice is recorded has taken part.
  const advice = textOf(block(facts, 'personvernombud')['råd']);
  if (advice && !isPlaceholder(advice)) words.push('personvernombud');
  return words.join('\n');
}
