import type { TextDocument } from 'vscode';
import { mayBeOurs } from '../server/core/recognise.ts';

/** Where the files we work with may lie. */
export const SCHEMES = ['file', 'untitled', 'vscode-vfs'];

/** Whether a document could be an assessment: asked of every YAML file, so it looks at the name and the text alone. */
export function isOurs(document: TextDocument | undefined): document is TextDocument {
  return document !== undefined && document.languageId === 'yaml' && SCHEMES.includes(document.uri.scheme) && mayBeOurs(document.getText(), document.fileName);
}
