import type { Analysis } from '../analysis.ts';
import { locate } from '../assessment/paths.ts';
import { touches, type Range } from '../syntax/nodes.ts';
import type { Page } from './model.ts';
import { linkAt } from './link-at.ts';
import { pageFor, referenceAt } from './references-at.ts';

/**
 * What the place at an offset refers to: a page of ours (an article, an act or its section, a rule by its code), or
 * another file by its address.
 */
export function definition(analysis: Analysis, offset: number): { range: Range; page: Page } | { range: Range; address: string } | undefined {
  const location = locate(analysis.assessment, offset);
  if (!location) return undefined;
  const { library } = analysis.context;
  const { node, path, part } = location;
  const found = referenceAt(analysis, node, offset);
  const page = found && pageFor(library, found.reference);
  if (found && page) return { range: found.range, page };
  if (part === 'value' && node.kind === 'scalar' && touches(node.range, offset) && /^undertrykk\/\d+\/funn$/.test(path)) {
    const rule = library.rules.find((each) => each.code === node.value);
    if (rule) return { range: node.range, page: { kind: 'regel', name: rule.code } };
  }
  const link = linkAt(analysis, offset);
  if (link?.target !== undefined && analysis.context.surroundings && analysis.context.surroundings.workspace.exists(link.target) !== false) return { range: link.range, address: link.target };
  return undefined;
}
