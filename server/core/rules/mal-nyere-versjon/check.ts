import { changeBetween } from '../../templates/versions.ts';
import type { RuleCheck } from '../model.ts';

/** Which versions there are is the library's to know: only a municipality's own templates have earlier ones. */
export const check: RuleCheck = ({ assessment, library, texts }) => {
  const { template } = assessment;
  const newest = library.earlier?.includes(template) ? library.templates.find(({ id, kind }) => id === template.id && kind === template.kind) : undefined;
  if (!newest) return [];
  const { added, changed, removed, renamed } = changeBetween(template, newest);
  const count = (key: 'added' | 'changed' | 'removed' | 'renamed', n: number): string[] => (n ? [texts(n === 1 ? `version.${key}.one` : `version.${key}`, { antall: n })] : []);
  const parts = [...count('added', added.length), ...count('changed', changed.length), ...count('removed', removed.length), ...count('renamed', renamed.size)];
  return [{
    at: 'malversjon',
    params: { mal: template.id, ny: newest.version, gammel: template.version, endringer: parts.length ? parts : texts('version.nothing') },
    fixes: [{ kind: 'update-template' }],
  }];
};
