import { foldingRanges } from '../../core/features/folding.ts';
import { outline } from '../../core/features/outline.ts';
import { selectionRanges } from '../../core/features/selection.ts';
import { toFold, toSelection, toSymbol, toSymbolList } from '../convert.ts';
import { declarationAt } from '../declarations.ts';
import { guarded, opened, unhurried, type Session } from '../session.ts';

/** What the document is built of: outline, folding, selection. */
export function answerStructure(session: Session): void {
  const { connection } = session;
  connection.onDocumentSymbol(unhurried(session, 'outline', null, ({ textDocument: { uri } }) => {
    const { analysis } = opened(session, uri) ?? {};
    const declaration = analysis ? undefined : declarationAt(session, uri);
    const nodes = analysis ? outline(analysis) : declaration?.outline();
    if (!nodes) return null;
    const { lines } = (analysis ?? declaration)!;
    return session.client.nestedSymbols ? nodes.map((node) => toSymbol(lines, node)) : toSymbolList(lines, nodes, uri);
  }));
  connection.onFoldingRanges(unhurried(session, 'folding', null, ({ textDocument: { uri } }) => {
    const { analysis } = opened(session, uri) ?? {};
    const folds = analysis ? foldingRanges(analysis) : declarationAt(session, uri)?.folds();
    return folds?.map(toFold) ?? null;
  }));
  connection.onSelectionRanges(guarded(session, 'selection', null, ({ textDocument: { uri }, positions }) => {
    const { analysis } = opened(session, uri) ?? {};
    if (!analysis) return null;
    // One answer for each position, in order: where there is nothing around it, the place itself.
    return positions.map((position) => {
      const offset = analysis.lines.offset(position);
      return toSelection(analysis.lines, selectionRanges(analysis, offset)) ?? { range: { start: position, end: position } };
    });
  }));
}
