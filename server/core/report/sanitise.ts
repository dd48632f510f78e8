/** What may stand in the report's HTML. Everything else is taken out, whatever way it came in. */
import type { Schema } from 'hast-util-sanitize';

const OWN_CLASS: [string, RegExp] = ['className', /^v-[a-z-]+$/];

/** What pictures are drawn of (pictures/svg.ts): shapes and words, nothing that loads, links or runs. */
const SHAPES = ['svg', 'g', 'title', 'rect', 'circle', 'line', 'path', 'text'];

/** @param withPlaces whether elements say where in the file they come from (the preview) */
export function schemaFor(withPlaces: boolean): Schema {
  const everywhere = [OWN_CLASS, 'id', 'title', 'ariaLabel', 'ariaHidden', ...(withPlaces ? ['dataPath', 'dataLine'] : [])];
  return {
    tagNames: [
      'a', 'article', 'blockquote', 'br', 'code', 'del', 'details', 'div', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'header', 'hr', 'ins', 'li', 'nav', 'ol', 'p', 'pre',
      'section', 'span', 'strong', 'summary', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul', ...SHAPES,
    ],
    attributes: {
      '*': everywhere,
      svg: ['viewBox', ['role', 'img']], rect: ['x', 'y', 'width', 'height', 'rx'], circle: ['cx', 'cy', 'r'], line: ['x1', 'y1', 'x2', 'y2'], path: ['d'],
      text: ['x', 'y', ['textAnchor', 'start', 'middle', 'end'], ['transform', /^[a-z\d ().-]+$/]],
      a: ['href'], details: ['open'], ol: ['start'], td: [['align', 'left', 'right', 'center']], th: [['align', 'left', 'right', 'center'], ['scope', 'row', 'col']],
    },
    protocols: { href: ['http', 'https', 'mailto'] },
    ancestors: { tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tr: ['table'], summary: ['details'] },
    // Ids come from our builders alone: prose.ts makes none.
    clobber: [],
    strip: ['script', 'style'],
    allowComments: false,
    allowDoctypes: false,
  };
}
