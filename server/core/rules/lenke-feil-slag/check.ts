import type { AcrossCheck } from '../../across/model.ts';

/** The file is there, but is no assessment of a kind that this key may name. */
export const across: AcrossCheck = ({ self, workspace }) =>
  self.links.flatMap(({ path, written, kinds, target }) => {
    if (!kinds.length || target === undefined || !workspace.isInside(target) || !workspace.exists(target)) return [];
    const other = workspace.get(target);
    if (other && kinds.includes(other.kind)) return [];
    const params = { sti: written, ventet: { quoted: kinds, or: true } };
    return [other ? { at: path, variant: 'slag', params: { ...params, slag: other.kind } } : { at: path, variant: 'ingen-vurdering', params }];
  });
