/** Our pages outside the editor, where their own links lead nowhere. */

/** The links that only the editor can open become their words. */
export function withoutLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\((?:vurdert|command):[^)]*\)/g, '$1');
}

/** Markdown as it reads in a terminal. */
export function asPlainText(markdown: string): string {
  return withoutLinks(markdown).replace(/\\([\\`*_{}[\]()#+.!<>~|-])/g, '$1').replace(/\*\*([^*\n]+)\*\*/g, '$1').trim();
}
