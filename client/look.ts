/** Looking into the opened folders without a server. VS Code's own search knows few kinds of them; this reads any. */
import * as vscode from 'vscode';
import { readAssessmentFile, yamlFiles } from '../server/workspace/assessments.ts';
import { vscodeDisk } from './files.ts';

async function* filesHere(): AsyncGenerator<string> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  for await (const each of yamlFiles(vscodeDisk, folders)) if ('path' in each) yield each.path;
}

/** Whether the folders hold an assessment at all, for a view that is looked at before there is a server. Stops at the first. */
export async function hasOurs(): Promise<boolean> {
  for await (const uri of filesHere()) {
    const found = await readAssessmentFile(vscodeDisk, uri, false);
    if (found && 'text' in found) return true;
  }
  return false;
}

/** The first YAML file of the folders whose path ends like this. */
export async function fileEnding(path: string): Promise<vscode.Uri | undefined> {
  for await (const each of filesHere()) {
    const uri = vscode.Uri.parse(each);
    if (uri.path.endsWith(`/${path}`)) return uri;
  }
  return undefined;
}
