import { fileOfBroken } from '../../templates/broken.ts';
import type { RuleCheck, RuleHit } from '../model.ts';
import { nearest } from '../support/nearest.ts';
import { quoted } from '../support/words.ts';
import { wrongValues } from '../support/wrong-values.ts';

export const check: RuleCheck = (context) => {
  const { assessment, library, text } = context;
  const own = library.templates.filter((template) => template.kind === assessment.kind).map((template) => template.id);
  return wrongValues(context).filter(({ reading }) => reading.as === 'template').map(({ error }): RuleHit => {
    const written = quoted(text, error.node.range);
    const file = fileOfBroken(library, error.node.kind === 'scalar' ? String(error.node.value) : '');
    if (file !== undefined) return { at: 'mal', variant: 'har-feil', params: { mal: written, fil: file } };
    const other = library.templates.some((template) => template.id === written && template.kind !== assessment.kind);
    const suggestion = nearest(written, own) ?? assessment.template.id;
    return {
      at: 'mal',
      variant: other ? 'annet-slag' : 'ukjent',
      params: { mal: written, forslag: suggestion, slag: context.texts(`kind.${assessment.kind}`) },
      fixes: [{ kind: 'replace', range: error.node.range, text: suggestion }],
    };
  });
};
