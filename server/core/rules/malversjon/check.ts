import { isPlaceholder } from '../../assessment/normalise.ts';
import { isBlank } from '../../syntax/nodes.ts';
import type { RuleCheck } from '../model.ts';
import { isPartlyUnread } from '../support/broken.ts';
import { quoted } from '../support/words.ts';

/** Only municipalities' own templates have versions beside each other. */
export const check: RuleCheck = ({ assessment, library, text, tree }) => {
  const { template, head } = assessment;
  // Without the template's name the file lacks that first.
  if (!template.own || !head.has('mal') || isPartlyUnread(tree)) return [];
  const versions = [template, ...library.templates, ...(library.earlier ?? [])].filter(({ id }) => id === template.id).map(({ version }) => version);
  const known = [...new Set(versions)];
  const entry = head.get('malversjon');
  const params = { mal: template.id, versjon: template.version, kjente: known };
  const fixes = known.map((version) => ({ kind: 'set-version' as const, version }));
  if (!entry || isBlank(entry.value) || (entry.value.kind === 'scalar' && isPlaceholder(entry.value.value))) return [{ at: entry ? 'malversjon' : 'mal', variant: 'mangler', params, fixes }];
  if (entry.value.kind === 'scalar' && known.includes(String(entry.value.value))) return [];
  return [{ at: 'malversjon', variant: 'ukjent', params: { ...params, skrevet: quoted(text, entry.value.range) }, fixes }];
};
