/** «Vis prosessen»: the steps from the first idea to the review in one list, with the next one on top, ready to be taken. */
import * as vscode from 'vscode';
import { PROCESS, type ProcessParams, type ProcessResponse, type ProcessResult, type ProcessStep } from '../server/lsp/protocol.ts';
import type { Server } from './server.ts';
import { tell } from './tell.ts';
import { dateText, texts } from './texts.ts';

interface StepItem extends vscode.QuickPickItem {
  run?: () => Thenable<unknown>;
}

const ICONS: Record<ProcessStep['state'], [string, string?]> = {
  done: ['pass', 'testing.iconPassed'],
  now: ['arrow-right', 'problemsWarningIcon.foreground'],
  later: ['circle-large-outline', 'disabledForeground'],
  stopped: ['circle-slash', 'problemsErrorIcon.foreground'],
};

export async function processOf(server: Server, uri: vscode.Uri): Promise<ProcessResult | undefined> {
  return (await server.request<ProcessResponse>(PROCESS, { uri: uri.toString() } satisfies ProcessParams)) ?? undefined;
}

/** The step at hand; undefined where the way ends. */
export const stepAtHand = ({ steps }: ProcessResult): ProcessStep | undefined => steps.find(({ state }) => state === 'now');

/** Picking a step opens its file; picking the next one takes it. Resolves when the list is there. */
export async function showProcess(server: Server, { uri }: vscode.TextDocument): Promise<void> {
  const process = await processOf(server, uri);
  if (!process) {
    void tell('information', texts('client.process.none'));
    return;
  }
  const pick = vscode.window.createQuickPick<StepItem>();
  pick.title = texts('client.process.title', { fil: nameOf(uri.toString()) });
  pick.placeholder = texts('client.process.placeholder');
  pick.matchOnDescription = true;
  pick.items = processItems(process);
  pick.activeItems = pick.items.filter(({ run }) => run).slice(0, 1);
  pick.onDidAccept(() => {
    const run = pick.activeItems[0]?.run;
    if (!run) return; // a step that has no file yet: nothing to open, so the list stays
    pick.hide();
    void run();
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function processItems({ steps, next }: ProcessResult): StepItem[] {
  const items = steps.map((step, i) => stepItem(step, i + 1));
  const heading = (label: string): StepItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  if (!next) return [heading(texts('client.process.steps')), ...items];
  const { title, command, arguments: sent } = next;
  const first: StepItem = { label: title, iconPath: new vscode.ThemeIcon('play', new vscode.ThemeColor('testing.runAction')), alwaysShow: true, run: () => vscode.commands.executeCommand(command, ...sent) };
  return [heading(texts('client.process.next')), first, heading(texts('client.process.steps')), ...items];
}

function stepItem({ title, state, stateWord, uri, date }: ProcessStep, number: number): StepItem {
  const [icon, color] = ICONS[state];
  return {
    label: `${number}. ${title}`,
    description: [stateWord, date && dateText(date), uri && nameOf(uri)].filter(Boolean).join(' · '),
    iconPath: new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color)),
    ...(uri === undefined ? {} : { run: () => vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri)) }),
  };
}

const nameOf = (uri: string): string => vscode.Uri.parse(uri).path.split('/').at(-1)!;
