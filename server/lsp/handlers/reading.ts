import { CodeLensRefreshRequest, type CompletionItem, type CompletionParams, type Location, type LocationLink, type TextDocumentPositionParams } from 'vscode-languageserver';
import { lenses } from '../../core/features/lenses.ts';
import { completions } from '../../core/features/completion.ts';
import { documentLinks } from '../../core/features/links.ts';
import { definition } from '../../core/features/definition.ts';
import { findReferencesAt } from '../../core/features/find-references.ts';
import { fileAt, placesNaming } from '../../core/features/link-at.ts';
import { hover } from '../../core/features/hover.ts';
import { inlayHints } from '../../core/features/inlay.ts';
import { pageUri } from '../../core/sources/references.ts';
import { fromRange, toCompletion, toInlayHint, toLens, toLink, toRange } from '../convert.ts';
import { markup } from '../plain.ts';
import { declarationAt, type Declaration } from '../declarations.ts';
import { citingFiles, guarded, opened, report, unhurried, uriOf, type Session } from '../session.ts';

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What helps while reading and writing: hover, completion, hints, lenses, links. */
export function answerReading(session: Session): void {
  const { connection, client } = session;
  connection.onHover(guarded(session, 'hover', null, ({ textDocument: { uri }, position }) => {
    const { analysis } = opened(session, uri) ?? {};
    const declaration = analysis ? undefined : declarationAt(session, uri);
    const words = declaration?.hover(declaration.lines.offset(position));
    if (words) return { contents: markup(words.markdown, client.hoverMarkdown, client), range: toRange(declaration!.lines, words.range) };
    const found = analysis && hover(analysis, analysis.lines.offset(position), { termsInText: session.settings.termsInText });
    return found ? { contents: markup(found.markdown, client.hoverMarkdown, client), range: toRange(analysis.lines, found.range) } : null;
  }));
  connection.onDefinition(guarded<TextDocumentPositionParams, LocationLink[] | Location | null>(session, 'definition', null, ({ textDocument: { uri }, position }) => {
    const { analysis } = opened(session, uri) ?? {};
    const found = analysis && definition(analysis, analysis.lines.offset(position));
    // Our pages need a client that opens them: to another editor a place that cannot be shown is worse than none.
    if (!found || ('page' in found && !client.vscode)) return null;
    const target = 'page' in found ? pageUri(found.page.kind, found.page.name) : uriOf(session, found.address);
    return client.definitionLinks ? [{ originSelectionRange: toRange(analysis.lines, found.range), targetUri: target, targetRange: TOP, targetSelectionRange: TOP }] : { uri: target, range: TOP };
  }));
  connection.onReferences(guarded<TextDocumentPositionParams, Location[] | null>(session, 'references', null, ({ textDocument: { uri }, position }) => {
    const { analysis } = opened(session, uri) ?? {};
    if (!analysis) return null;
    const offset = analysis.lines.offset(position);
    const file = fileAt(analysis, offset);
    if (file !== undefined) return locationsNaming(session, file);
    return (findReferencesAt(analysis, offset, () => citingFiles(session)) ?? []).map((place) => ({ uri: place.file.uri, range: toRange(place.file.lines, place.range) }));
  }));
  connection.onCompletion(guarded<CompletionParams, CompletionItem[] | null | Promise<CompletionItem[]>>(session, 'completion', null, ({ textDocument: { uri }, position }) => {
    const { analysis } = opened(session, uri) ?? {};
    const declaration = analysis ? undefined : declarationAt(session, uri);
    if (declaration) return completionsIn(session, declaration, declaration.lines.offset(position));
    return analysis ? completions(analysis, analysis.lines.offset(position)).map((item) => toCompletion(analysis.lines, item, client)) : null;
  }));
  connection.languages.inlayHint.on(unhurried(session, 'inlay hints', null, ({ textDocument: { uri }, range }) => {
    const { analysis } = opened(session, uri) ?? {};
    return analysis ? inlayHints(analysis, fromRange(analysis.lines, range)).map((hint) => toInlayHint(analysis.lines, hint, client)) : null;
  }));
  session.workspace.onChange(({ disturbed }) => {
    if (client.refreshLenses && [...disturbed].some((address) => session.workspace.isOpen(address))) connection.sendRequest(CodeLensRefreshRequest.type).catch((error) => report(session, 'codeLens/refresh', error));
  });
  connection.onCodeLens(unhurried(session, 'code lenses', null, ({ textDocument: { uri } }) => {
    const { analysis } = opened(session, uri) ?? {};
    return analysis ? lenses(analysis).map((lens) => toLens(analysis.lines, lens, uri, client)) : null;
  }));
  connection.onDocumentLinks(unhurried(session, 'links', null, ({ textDocument: { uri } }) => {
    const { analysis } = opened(session, uri) ?? {};
    const declaration = analysis ? undefined : declarationAt(session, uri);
    const links = analysis ? documentLinks(analysis) : declaration?.links();
    return links?.flatMap((link) => toLink((analysis ?? declaration)!.lines, link, uri, client.vscode) ?? []) ?? null;
  }));
}

async function completionsIn(session: Session, declaration: Declaration, offset: number): Promise<CompletionItem[]> {
  try {
    return (await declaration.completions(offset)).map((item) => toCompletion(declaration.lines, item, session.client));
  } catch (error) {
    report(session, 'completion', error);
    return [];
  }
}

/** Every place that names a file, open documents as they stand now. */
function locationsNaming(session: Session, file: string): Location[] {
  for (const document of session.documents.all()) session.analyses.of(document)?.findings();
  const { workspace } = session.workspace;
  return placesNaming(workspace, file).map(({ address, range }) => ({ uri: uriOf(session, address), range: toRange(workspace.get(address)!.lines, range) }));
}
