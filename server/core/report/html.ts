import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { reachable } from './reach.ts';
import { schemaFor } from './sanitise.ts';

/**
 * What a tree of blocks and spans (nodes.ts) is in HTML, with nothing in it but what may be there.
 * @param withPlaces whether elements say where in the file they come from (the preview)
 */
export const htmlTree = (root: Root, withPlaces: boolean): HtmlRoot => reachable(unified().use(remarkRehype).use(rehypeSanitize, schemaFor(withPlaces)).runSync(root) as HtmlRoot);
