/** Between the core's plain data (offsets into the text) and LSP's (lines and characters, UTF-16 in both). */
import {
  CompletionItemKind, DiagnosticSeverity, FoldingRangeKind, InlayHintKind, InsertTextFormat, SymbolKind,
  type CodeLens, type Command as LspCommand, type CompletionItem, type Diagnostic, type DocumentLink, type DocumentSymbol, type FoldingRange, type InlayHint as LspInlayHint, type Location,
  type Range as LspRange, type SelectionRange, type TextEdit as LspTextEdit,
} from 'vscode-languageserver';
import type { Finding } from '../core/findings.ts';
import type { Command, Completion, Fold, InlayHint, Lens, Link, OutlineNode, TextEdit } from '../core/features/model.ts';
import { pageUri } from '../core/sources/references.ts';
import type { LineIndex, LineTable } from '../core/syntax/lines.ts';
import type { Range } from '../core/syntax/nodes.ts';
import { uriOfAddress } from '../workspace/uris.ts';
import { COMMANDS, SERVER_COMMANDS } from './protocol.ts';

export const toRange = (lines: LineTable, range: Range): LspRange => lines.lines(range);
export const fromRange = (lines: LineIndex, range: LspRange): Range => ({ start: lines.offset(range.start), end: lines.offset(range.end) });

const SEVERITY = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, information: DiagnosticSeverity.Information };

/** What a diagnostic carries back to us: fixes go by code and path, never by the message. */
export interface DiagnosticData {
  path: string;
}

/** `elsewhere` knows where a place in another file is; what it does not know is left out. */
export function toDiagnostic(lines: LineTable, finding: Finding, uri: string, elsewhere: (address: string, path: string) => Location | undefined = () => undefined): Diagnostic {
  const related = finding.related.flatMap(({ address, path, range, message }) => {
    const location = address === undefined ? { uri, range: toRange(lines, range) } : elsewhere(address, path);
    return location ? [{ location, message }] : [];
  });
  return {
    range: toRange(lines, finding.range),
    severity: SEVERITY[finding.severity],
    code: finding.code,
    codeDescription: { href: pageUri('regel', finding.code) },
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

/** `inVSCode`: the editor knows VS Code's command that opens the list again. */
export function toCompletion(lines: LineIndex, item: Completion, inVSCode: boolean): CompletionItem {
  return {
    label: item.label,
    kind: COMPLETION_KIND[item.kind],
    ...(item.detail ? { detail: item.detail } : {}),
    ...(item.documentation ? { documentation: { kind: 'markdown', value: item.documentation } } : {}),
    sortText: String(item.order).padStart(6, '0'),
    filterText: item.filter ?? item.label,
    insertTextFormat: item.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(lines, item.range), newText: item.insert },
    ...(item.continues && inVSCode ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
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

export function toInlayHint(lines: LineIndex, hint: InlayHint): LspInlayHint {
  return { position: lines.position(hint.offset), label: hint.label, kind: InlayHintKind.Parameter, tooltip: { kind: 'markdown', value: hint.tooltip }, paddingLeft: true };
}

/** Editors that lack our client get its lenses as plain lines; what the server carries out itself works everywhere. */
export function toLens(lines: LineIndex, lens: Lens, uri: string, inVSCode: boolean): CodeLens {
  const { command } = lens;
  const range = toRange(lines, lens.range);
  if (!command || (!inVSCode && !SERVER_COMMANDS.includes(command.name))) return { range, command: { title: lens.title, command: '' } };
  return { range, command: toCommand(lines, lens.title, command, uri) };
}

/** A command with the file that it is about first. */
export function toCommand(lines: LineIndex, title: string, { name, arguments: given, address }: Command, uri: string): LspCommand {
  const args = given.map((argument) => (isRange(argument) ? toRange(lines, argument) : argument));
  return { title, command: COMMANDS[name], arguments: [address === undefined ? uri : uriOfAddress(address), ...args] };
}

const isRange = (value: unknown): value is Range => typeof value === 'object' && value !== null && 'start' in value && typeof value.start === 'number';

/** Undefined for a link that leads nowhere, such as a file beside an unsaved document. */
export function toLink(lines: LineIndex, link: Link, uri: string): DocumentLink | undefined {
  const target = 'url' in link.target ? link.target.url : 'page' in link.target ? pageUri(link.target.page.kind, link.target.page.name) : besideUri(uri, link.target.file);
  return target === undefined ? undefined : { range: toRange(lines, link.range), target, tooltip: link.tooltip };
}

function besideUri(uri: string, file: string): string | undefined {
  try {
    return new URL(file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/'), uri).href;
  } catch {
    return undefined;
  }
}

export const toEdit = (lines: LineIndex, edit: TextEdit): LspTextEdit => ({ range: toRange(lines, edit.range), newText: edit.newText });
