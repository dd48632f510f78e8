/** The view «Vurderinger»: every assessment of the workspace, what needs attention first. */
import * as vscode from 'vscode';
import type { AssessmentEntry } from '../../server/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { texts } from '../texts.ts';
import { groupsOf, type Group, type Grouping } from './groups.ts';
import { assessmentItem, assessmentTooltip, groupItem, groupName } from './items.ts';
import { AssessmentList } from './list.ts';

export interface Row {
  group: Group;
  entry: AssessmentEntry;
}
type Node = Group | Row;
const isRow = (node: Node): node is Row => 'entry' in node;

/** What the view shows, in words. */
export interface Shown {
  label: string;
  rows: { label: string; description: string; uri: string }[];
}

const VIEW = 'vurdert.vurderinger';
const GROUPING = 'vurdert.gruppering';

export class AssessmentsView implements vscode.Disposable, vscode.TreeDataProvider<Node> {
  private readonly list: AssessmentList;
  private readonly view: vscode.TreeView<Node>;
  private readonly changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly shown = new vscode.EventEmitter<void>();
  /** The view has taken a newer list. */
  readonly onDidShow = this.shown.event;
  private groups: Group[] | undefined;

  constructor(private readonly context: vscode.ExtensionContext, server: Server) {
    this.list = new AssessmentList(server, () => this.view.visible);
    this.view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.view.onDidChangeVisibility(() => this.list.look());
    this.list.onDidChange(() => this.renew());
    void this.setGrouping(this.grouping);
  }

  get grouping(): Grouping {
    return this.context.workspaceState.get<Grouping>(GROUPING) === 'slag' ? 'slag' : 'tjeneste';
  }

  /** Remembered for this workspace. */
  async setGrouping(grouping: Grouping): Promise<void> {
    await this.context.workspaceState.update(GROUPING, grouping);
    await vscode.commands.executeCommand('setContext', GROUPING, grouping);
    if (!this.groups) return;
    this.groups = undefined;
    this.changed.fire(undefined);
  }

  refresh(): Promise<void> {
    return this.list.load();
  }

  /** The first time, this starts the server: VS Code asks when the view comes into sight. */
  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) {
      if (!this.list.entries) await this.list.load();
      return (this.groups ??= groupsOf(this.list.entries ?? [], this.grouping));
    }
    return isRow(node) ? [] : node.entries.map((entry) => ({ group: node, entry }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return isRow(node) ? assessmentItem(node.entry, node.group) : groupItem(node, this.list.entries?.length ?? 0);
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    if (isRow(node)) item.tooltip = assessmentTooltip(node.entry);
    return item;
  }

  /** All that the view holds, folded out or not. */
  async tree(): Promise<Shown[]> {
    const groups = (await this.getChildren()) as Group[];
    return groups.map((group) => ({
      label: groupName(group),
      rows: group.entries.map((entry) => {
        const { label, description } = assessmentItem(entry, group);
        return { label: String(label), description: String(description), uri: entry.uri };
      }),
    }));
  }

  /** Only the groups that are others are drawn anew, unless groups have come or gone. */
  private renew(): void {
    this.view.message = this.list.hasFailed ? texts('client.assessments.failed') : '';
    const before = this.groups;
    const now = groupsOf(this.list.entries ?? [], this.grouping);
    const isSame = before?.length === now.length && now.every(({ id, name }, i) => id === before[i]!.id && name === before[i]!.name);
    if (!before || !isSame) {
      this.groups = now;
      if (before) this.changed.fire(undefined);
    } else {
      // VS Code knows a group by the object it was given.
      for (const [i, group] of before.entries()) {
        const { entries } = now[i]!;
        if (JSON.stringify(entries) === JSON.stringify(group.entries)) continue;
        group.entries = entries;
        this.changed.fire(group);
      }
    }
    this.shown.fire();
  }

  dispose(): void {
    for (const each of [this.view, this.list, this.changed, this.shown]) each.dispose();
  }
}
