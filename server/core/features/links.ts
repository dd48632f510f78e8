import type { Analysis } from '../analysis.ts';
import { addressOf } from '../across/addresses.ts';
import { entryOf, type Range, type SyntaxNode } from '../syntax/nodes.ts';
import type { Question } from '../templates/model.ts';
import type { Link } from './model.ts';
import { titleOf } from './hover-link.ts';
import { pageFor, referencesOf } from './references-at.ts';

/** References to articles that the library knows, and answers that are files. Web addresses are the editor's own. */
export function documentLinks(analysis: Analysis): Link[] {
  const { assessment, context } = analysis;
  const links: Link[] = [];
  const seen = new Set<number>();
  const visit = (node: SyntaxNode): void => {
    if (node.kind === 'map') for (const entry of node.entries) visit(entry.value);
    else if (node.kind === 'sequence') node.items.forEach(visit);
    else {
      for (const { range, reference, parts } of referencesOf(analysis, node)) {
        // An act that is only named is explained in a hover; underlined everywhere, it would be noise.
        const page = parts.number ? pageFor(context.library, reference) : undefined;
        if (seen.has(range.start) || !page) continue;
        seen.add(range.start);
        links.push({ range, target: { page }, tooltip: context.texts(page.kind === 'lov' ? 'link.law' : 'link.article', { sted: reference }) });
      }
    }
  };
  if (assessment.root) visit(assessment.root);
  for (const answer of assessment.answers.values()) files(analysis, answer.question, answer.valueNode, links);
  for (const [key, entry] of assessment.head) {
    const field = assessment.index.head.get(key);
    if (field) files(analysis, field, entry.value, links);
  }
  return links.sort((a, b) => a.range.start - b.range.start);
}

/** Where the other files are known: what the file is, and no way out of the workspace. */
function fileLink({ context }: Analysis, range: Range, path: string): Link[] {
  const { surroundings, texts } = context;
  const target = surroundings && addressOf(surroundings.address, path);
  if (surroundings && (target === undefined || !surroundings.workspace.isInside(target))) return [];
  const digest = target === undefined ? undefined : surroundings!.workspace.get(target);
  const tooltip = digest ? texts('link.assessment', { tittel: titleOf(digest), slag: texts(`kind.${digest.kind}`) }) : texts('link.file', { fil: path });
  return [{ range, target: { file: path }, tooltip }];
}

/** The answers of kind «fil», also within groups: paths relative to this file. */
function files(analysis: Analysis, question: Question, node: SyntaxNode, links: Link[]): void {
  if (question.kind.type === 'file') {
    const path = node.kind === 'scalar' && typeof node.value === 'string' ? node.value.trim() : '';
    if (path && !/^[a-z][a-z+.-]*:|^[/\\]|[\r\n]/i.test(path)) links.push(...fileLink(analysis, node.range, path));
  } else if (question.kind.type === 'group') {
    const rows = node.kind === 'sequence' ? node.items : question.kind.forEach && node.kind === 'map' ? node.entries.map((entry) => entry.value) : [node];
    for (const row of rows) {
      for (const field of question.kind.fields) {
        const entry = entryOf(row, field.id);
        if (entry) files(analysis, field, entry.value, links);
      }
    }
  }
}
