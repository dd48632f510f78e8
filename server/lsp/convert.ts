/** Between the core's plain data (offsets into the text) and LSP's (lines and characters, UTF-16 in both). */
import {
  CompletionItemKind, DiagnosticSeverity, FoldingRangeKind, InlayHintKind, InsertTextFormat, SymbolKind,
  type CodeLens, type Command as LspCommand, type CompletionItem, type Diagnostic, type DocumentLink, type DocumentSymbol, type FoldingRange, type InlayHint as LspInlayHint, type Location,
  type Range as LspRange, type SelectionRange, type SymbolInformation, type TextEdit as LspTextEdit,
} from 'vscode-languageserver';
import { addressOf } from '../core/across/addresses.ts';
import type { Finding } from '../core/findings.ts';
import type { Command, Completion, Fold, InlayHint, Lens, Link, OutlineNode, TextEdit } from '../core/features/model.ts';
import { pageUri } from '../core/sources/references.ts';
import type { LineIndex, LineTable } from '../core/syntax/lines.ts';
import type { Range } from '../core/syntax/nodes.ts';
import { addressOfUri, uriOfAddress } from '../workspace/uris.ts';
import { markup, withoutTabStops } from './plain.ts';
import { COMMANDS, SERVER_COMMANDS } from './protocol.ts';
import type { ClientAbilities } from './session.ts';

export const toRange = (lines: LineTable, range: Range): LspRange => lines.lines(range);
export const fromRange = (lines: LineIndex, range: LspRange): Range => ({ start: lines.offset(range.start), end: lines.offset(range.end) });

const SEVERITY = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information };

/** What a diagnostic carries back to us: fixes go by code and path, never by the message. */
export interface DiagnosticData {
  path: string;
}

/** `elsewhere` knows where a place in another file is; what it does not know is left out. */
export function toDiagnostic(lines: LineTable, finding: Finding, uri: string, inVSCode: boolean, elsewhere: (address: string, path: string) => Location | undefined): Diagnostic {
  const related = finding.related.flatMap(({ address, path, range, message }) => {
    const location = address === undefined ? { uri, range: toRange(lines, range) } : elsewhere(address, path);
    return location ? [{ location, message }] : [];
  });
  return {
    range: toRange(lines, finding.range),
    severity: SEVERITY[finding.severity],
    code: finding.code,
    // To other editors a page of ours is an address that leads nowhere.
    ...(inVSCode ? { codeDescription: { href: pageUri('regel', finding.code) } } : {}),
    source: 'vurdert',
    message: finding.message,
    ...(related.length ? { relatedInformation: related } : {}),
    data: { path: finding.path } satisfies DiagnosticData,
  };
}

const COMPLETION_KIND: Record<Completion['kind'], CompletionItemKind> = {
  key: CompletionItemKind.Property,
  question: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  article: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
  code: CompletionItemKind.Constant,
  file: CompletionItemKind.File,
};

type CompletionAbilities = Pick<ClientAbilities, 'vscode' | 'snippets' | 'completionMarkdown'>;

export function toCompletion(lines: LineIndex, item: Completion, client: CompletionAbilities): CompletionItem {
  const isSnippet = item.snippet && client.snippets;
  return {
    label: item.label,
    kind: COMPLETION_KIND[item.kind],
    ...(item.detail ? { detail: item.detail } : {}),
    ...(item.documentation ? { documentation: markup(item.documentation, client.completionMarkdown, client) } : {}),
    sortText: String(item.order).padStart(6, '0'),
    filterText: item.filter ?? item.label,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(lines, item.range), newText: item.snippet && !isSnippet ? withoutTabStops(item.insert) : item.insert },
    // VS Code's own command that opens the list again.
    ...(item.continues && client.vscode ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
  };
}

const SYMBOL_KIND: Record<OutlineNode['kind'], SymbolKind> = {
  file: SymbolKind.File,
  part: SymbolKind.Module,
  section: SymbolKind.Namespace,
  question: SymbolKind.Field,
  field: SymbolKind.Property,
};

/** LSP asks that a symbol's name is not blank and that its selection lies within its range. */
export function toSymbol(lines: LineIndex, node: OutlineNode): DocumentSymbol {
  const range = { start: Math.min(node.range.start, node.selection.start), end: Math.max(node.range.end, node.selection.end) };
  return {
    name: node.name.trim() || '–',
    detail: node.detail,
    kind: SYMBOL_KIND[node.kind],
    range: toRange(lines, range),
    selectionRange: toRange(lines, node.selection),
    children: node.children.map((child) => toSymbol(lines, child)),
  };
}

/** The tree as a list, for clients that show no tree: each with the name of what it stands in. */
export function toSymbolList(lines: LineIndex, nodes: readonly OutlineNode[], uri: string, containerName?: string): SymbolInformation[] {
  return nodes.flatMap((node) => {
    const { name, kind, range } = toSymbol(lines, { ...node, children: [] });
    return [{ name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) }, ...toSymbolList(lines, node.children, uri, name)];
  });
}

export function toFold(fold: Fold): FoldingRange {
  const kind = fold.kind === 'comment' ? FoldingRangeKind.Comment : fold.kind === 'region' ? FoldingRangeKind.Region : undefined;
  return { startLine: fold.startLine, endLine: fold.endLine, ...(kind ? { kind } : {}) };
}

/** From the innermost range outwards. */
export function toSelection(lines: LineIndex, ranges: readonly Range[]): SelectionRange | undefined {
  let parent: SelectionRange | undefined;
  for (const range of ranges.toReversed()) parent = { range: toRange(lines, range), ...(parent ? { parent } : {}) };
  return parent;
}

/** No capability tells what kinds of tooltip a client shows: where its hovers may be Markdown, these may. */
export function toInlayHint(lines: LineIndex, hint: InlayHint, client: Pick<ClientAbilities, 'vscode' | 'hoverMarkdown'>): LspInlayHint {
  return { position: lines.position(hint.offset), label: hint.label, kind: InlayHintKind.Parameter, tooltip: markup(hint.tooltip, client.hoverMarkdown, client), paddingLeft: true };
}

/** Editors that lack our client get its lenses as plain lines; what the server carries out itself works wherever edits can be asked for. */
export function toLens(lines: LineIndex, lens: Lens, uri: string, client: Pick<ClientAbilities, 'vscode' | 'appliesEdits'>): CodeLens {
  const { command } = lens;
  const range = toRange(lines, lens.range);
  const works = command && (SERVER_COMMANDS.includes(command.name) ? client.appliesEdits : client.vscode);
  if (!works) return { range, command: { title: lens.title, command: '' } };
  return { range, command: toCommand(lines, lens.title, command, uri) };
}

/** A command with the file that it is about first. */
export function toCommand(lines: LineIndex, title: string, { name, arguments: given, address }: Command, uri: string): LspCommand {
  const args = given.map((argument) => (isRange(argument) ? toRange(lines, argument) : argument));
  return { title, command: COMMANDS[name], arguments: [address === undefined ? uri : uriOfAddress(address), ...args] };
}

const isRange = (value: unknown): value is Range => typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'number';

/** Undefined for a link that leads nowhere: a file beside an unsaved document, a page of ours in an editor that has none. */
export function toLink(lines: LineIndex, link: Link, uri: string, inVSCode: boolean): DocumentLink | undefined {
  if ('page' in link.target && !inVSCode) return undefined;
  const target = 'url' in link.target ? link.target.url : 'page' in link.target ? pageUri(link.target.page.kind, link.target.page.name) : besideUri(uri, link.target.file);
  return target === undefined ? undefined : { range: toRange(lines, link.range), target, tooltip: link.tooltip };
}

function besideUri(uri: string, file: string): string | undefined {
  const here = addressOfUri(uri);
  // A document that is not saved may have no folder: `untitled:Untitled-1`.
  const address = /^[^/]*:\//.test(here) ? addressOf(here, file) : undefined;
  return address === undefined ? undefined : uriOfAddress(address);
}

export const toEdit = (lines: LineIndex, edit: TextEdit): LspTextEdit => ({ range: toRange(lines, edit.range), newText: edit.newText });
