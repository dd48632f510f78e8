import type { AcrossCheck } from '../../across/model.ts';

/** A link out of the workspace is a mistake of its own. */
export const across: AcrossCheck = ({ self, workspace }) =>
  self.links.filter(({ target }) => target !== undefined && workspace.isInside(target) && workspace.exists(target) === false).map(({ path, written }) => ({ at: path, params: { sti: written } }));
