/** The templates that a template or rule file names, as links to the files that they are written in. */
import { linkTo } from '../../across/addresses.ts';
import type { OwnRead } from '../../own/read.ts';
import type { SyntaxNode } from '../../syntax/nodes.ts';
import { compareVersions } from '../../templates/versions.ts';
import type { Texts } from '../../texts/texts.ts';
import type { Link } from '../model.ts';
import { namesAt } from './place.ts';

/** `others` are the municipality's own files; what the product brings along has no file to open. */
export function ownLinks(file: OwnRead, others: Iterable<OwnRead>, texts: Texts): Link[] {
  const newestFirst = [...others].filter(({ template }) => template).sort((a, b) => compareVersions(b.template!.version, a.template!.version));
  const links: Link[] = [];
  const visit = (node: SyntaxNode, path: readonly string[]): void => {
    if (node.kind === 'map') for (const { key, value } of node.entries) visit(value, [...path, key]);
    else if (node.kind === 'sequence') for (const item of node.items) visit(item, path);
    else if (namesAt(file.kind, path) === 'template') {
      const [id, version] = String(node.value).split('@');
      const named = newestFirst.find(({ template, address }) => address !== file.address && template!.id === id && (version === undefined || template!.version === version));
      if (named) links.push({ range: node.range, target: { file: linkTo(file.address, named.address) }, tooltip: texts('link.file', { fil: linkTo(file.address, named.address) }) });
    }
  };
  if (file.tree.root) visit(file.tree.root, []);
  return links;
}
