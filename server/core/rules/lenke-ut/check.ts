import type { AcrossCheck } from '../../across/model.ts';

const NOT_RELATIVE = /^[a-z][a-z\d+.-]*:|^[\\/]/i;

/** A file that lies in no folder of the workspace itself has nothing to be outside of. */
export const across: AcrossCheck = ({ self, workspace }) =>
  self.links.flatMap(({ path, written, target }) => {
    if (target !== undefined && (workspace.isInside(target) || !workspace.isInside(self.address))) return [];
    return [{ at: path, variant: target === undefined && NOT_RELATIVE.test(written) ? 'ikke-relativ' : 'utenfor', params: { sti: written } }];
  });
