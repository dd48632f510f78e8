import { lenses } from '../../core/features/lenses.ts';
import { completions } from '../../core/features/completion.ts';
import { documentLinks } from '../../core/features/links.ts';
import { hover } from '../../core/features/hover.ts';
import { inlayHints } from '../../core/features/inlay.ts';
import { fromRange, toCompletion, toInlayHint, toLens, toLink, toRange } from '../convert.ts';
import { guarded, opened, unhurried, type Session } from '../session.ts';

/** What helps while reading and writing: hover, completion, hints, lenses, links. */
export function answerReading(session: Session): void {
  const { connection, client } = session;
  connection.onHover(guarded(session, 'hover', null, ({ textDocument: { uri }, position }) => {
    const { analysis } = opened(session, uri) ?? {};
    const found = analysis && hover(analysis, analysis.lines.offset(position));
    return found ? { contents: { kind: 'markdown' as const, value: found.markdown }, range: toRange(analysis.lines, found.range) } : null;
  }));
  connection.onCompletion(guarded(session, 'completion', null, ({ textDocument: { uri }, position }) => {
    const { analysis } = opened(session, uri) ?? {};
    return analysis ? completions(analysis, analysis.lines.offset(position)).map((item) => toCompletion(analysis.lines, item, client.vscode)) : null;
  }));
  connection.languages.inlayHint.on(unhurried(session, 'inlay hints', null, ({ textDocument: { uri }, range }) => {
    const { analysis } = opened(session, uri) ?? {};
    return analysis ? inlayHints(analysis, fromRange(analysis.lines, range)).map((hint) => toInlayHint(analysis.lines, hint)) : null;
  }));
  connection.onCodeLens(unhurried(session, 'code lenses', null, ({ textDocument: { uri } }) => {
    const { analysis } = opened(session, uri) ?? {};
    return analysis ? lenses(analysis).map((lens) => toLens(analysis.lines, lens, uri, client.vscode)) : null;
  }));
  connection.onDocumentLinks(unhurried(session, 'links', null, ({ textDocument: { uri } }) => {
    const { analysis } = opened(session, uri) ?? {};
    return analysis ? documentLinks(analysis).flatMap((link) => toLink(analysis.lines, link, uri) ?? []) : null;
  }));
}
