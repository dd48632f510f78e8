/** «Sammenlign»: which earlier version of a file its report is compared with. */
import * as vscode from 'vscode';
import { dateOf, earlier, NoRevision, repositoryOf, shortOf, type Repository } from './git.ts';
import type { Previews } from './preview/previews.ts';
import { tell } from './tell.ts';
import { texts } from './texts.ts';

/** With a revision (`HEAD`, a branch, a commit), or with one that is chosen from a list. Tells the user where there is none. */
export async function compareReport(previews: Previews, uri: vscode.Uri, against?: string): Promise<void> {
  try {
    const repository = await repositoryOf(uri);
    const chosen = against ?? await pickRevision(repository, uri);
    if (chosen === undefined) return;
    // Before there is a panel: one that can show nothing is not opened.
    await earlier(repository, uri, chosen);
    await previews.compare(uri, chosen, previews.editionOf(uri));
  } catch (error) {
    if (!(error instanceof NoRevision)) throw error;
    void tell('information', error.message, { aboutTrust: error.aboutTrust });
  }
}

interface RevisionItem extends vscode.QuickPickItem {
  ref?: string;
}

/** The last commit, the branches, the commits that changed the file, and whatever is typed. */
async function pickRevision(repository: Repository, uri: vscode.Uri): Promise<string | undefined> {
  const [refs, log] = await Promise.all([repository.getRefs({}).catch(() => []), repository.log({ maxEntries: 100, path: uri.fsPath }).catch(() => [])]);
  const heading = (label: string): RevisionItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const names = refs.flatMap(({ type, name }) => (type < 2 && name && !name.endsWith('/HEAD') ? [name] : []));
  const items: RevisionItem[] = [
    { label: texts('client.compare.head.label'), detail: texts('client.compare.head.detail'), iconPath: new vscode.ThemeIcon('git-commit'), ref: 'HEAD' },
    ...(log.length ? [heading(texts('client.compare.log')), ...log.map((commit) => ({ label: commit.message.split('\n')[0]!, description: `${shortOf(commit)} · ${dateOf(commit)}`, iconPath: new vscode.ThemeIcon('history'), ref: commit.hash }))] : []),
    ...(names.length ? [heading(texts('client.compare.branches')), ...names.map((name) => ({ label: name, iconPath: new vscode.ThemeIcon('git-branch'), ref: name }))] : []),
  ];
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<RevisionItem>();
    pick.title = texts('client.compare.title', { fil: uri.path.split('/').at(-1)! });
    pick.placeholder = texts('client.compare.placeholder');
    pick.matchOnDescription = true;
    pick.items = items;
    // A tag, `main~3`: anything that git understands.
    pick.onDidChangeValue((value) => {
      const typed = value.trim();
      pick.items = typed && !typed.startsWith('-') ? [...items, { label: texts('client.compare.typed', { revisjon: typed }), alwaysShow: true, iconPath: new vscode.ThemeIcon('edit'), ref: typed }] : items;
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.ref);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
