import * as vscode from 'vscode';
import { ASSESSMENT_KINDS, kindByName, mayBeOurs } from '../server/core/recognise.ts';
import type { AssessmentKind } from '../server/core/templates/model.ts';

/** Where the files we work with may lie, whatever is opened: on a disk here or elsewhere, not saved, or in a repository that is not cloned. */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** The same, with wherever the opened folders lie. */
export function schemes(): string[] {
  return [...new Set([...SCHEMES, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)])];
}

/** Whether a document could be an assessment: asked of every YAML file, so it looks at the name and the text alone. */
export function isOurs(document: vscode.TextDocument | undefined): document is vscode.TextDocument {
  return document !== undefined && document.languageId === 'yaml' && schemes().includes(document.uri.scheme) && mayBeOurs(document.getText(), document.fileName);
}

/** The kind of an assessment as its text or name tells, for menus; undefined where it is none of ours. */
export function kindOf(document: vscode.TextDocument | undefined): AssessmentKind | undefined {
  if (!isOurs(document)) return undefined;
  const written = /^\uFEFF?['"]?vurdering['"]?[ \t]*:[ \t]*['"]?([\w-]+)/m.exec(document.getText())?.[1];
  return ASSESSMENT_KINDS.find((kind) => kind === written) ?? kindByName(document.fileName);
}
