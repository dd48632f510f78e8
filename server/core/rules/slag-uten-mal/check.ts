import type { RuleCheck } from '../model.ts';

export const check: RuleCheck = ({ assessment, library, texts }) =>
  library.templates.some(({ kind }) => kind === assessment.kind) ? [] : [{ at: 'vurdering', params: { slag: texts(`kind.${assessment.kind}`).toLowerCase() } }];
