/** The report on paper: A4, a running header, contents, page numbers, and breaks where a reader can bear them. */
import type { Texts } from '../texts/texts.ts';

/** What the standalone document and the preview have in common on paper. */
export const print = `
.v-toc { display: none; }
@media print {
  .v-home { display: none; }
  :root { --v-paper: #fff; --v-ink: #000; --v-soft: #444; --v-line: #ccc; --v-wash: #f7f7f7; --v-accent: #1f5a7a; }
  @page { size: A4; margin: 20mm 17mm 18mm; }
  html { font-size: 10pt; }
  body { background: none; }
  .v-report { max-width: none; padding: 0 .5mm; orphans: 3; widows: 3; }
  .v-report p, .v-answer, .v-ask .v-text, .v-report .v-marks { max-width: none; }
  .v-front { border: 0; padding-bottom: .8rem; }
  .v-toc { display: block; margin-top: 1.8rem; font-size: .9rem; line-height: 1.25; }
  .v-report .v-toc p { margin: 0; }
  .v-toc .v-toc-title { font-size: 1.25rem; font-weight: 600; }
  .v-report .v-toc .v-toc-title { margin-bottom: .5rem; }
  .v-report .v-toc ol { list-style: none; margin: 0; padding: 0; }
  .v-toc li { break-inside: avoid; }
  .v-toc li a { display: flex; gap: .5rem; align-items: baseline; }
  .v-toc li a::after { content: ""; order: 1; flex: 1; border-bottom: 1px dotted var(--v-soft); }
  .v-toc .v-page { order: 2; min-width: 2em; text-align: right; font-variant-numeric: tabular-nums; }
  .v-toc .v-toc-part { font-weight: 600; margin-top: .2rem; }
  .v-toc .v-toc-section { padding-left: 1.5rem; color: var(--v-soft); }
  .v-section { margin-top: 2.4rem; }
  .v-section.v-summary { break-before: page; margin-top: 0; }
  .v-open { background: var(--v-open); }
  .v-report h2, .v-report h3, .v-report h4, .v-report h5, .v-ask, .v-risk-head, .v-part-progress, .v-lead { break-after: avoid; }
  .v-report h1, .v-report h2, .v-report h3, .v-report h4, .v-report h5, .v-q, .v-risk, .v-card, .v-matrix, .v-fact, .v-part-row, .v-figure, .v-statement, .v-mark, .v-report tr, .v-report li { break-inside: avoid; }
  .v-report thead { display: table-header-group; }
  .v-scroll, .v-figure { overflow: visible; }
  .v-process-picture { min-width: 0; }
  .v-report pre { white-space: pre-wrap; }
  .v-behind { display: none; }
  .v-report, .v-badge, .v-chip, .v-grid td, .v-step, .v-open, .v-card, .v-redacted { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .v-report a { color: inherit; text-decoration: none; }
}`;

/** The page's own header and footer: the title and the status, and «Side 2 av 9». Browsers that know no margin boxes show none. */
export function runningHeader(title: string, status: string, texts: Texts): string {
  const box = (place: string, content: string): string => `@${place} { content: ${content}; font: 8.5pt "Segoe UI", system-ui, "Helvetica Neue", Roboto, "Liberation Sans", Arial, sans-serif; color: #444; }`;
  const shortened = title.length > 80 ? `${title.slice(0, 79)}…` : title;
  return `@page { ${box('top-left', quoted(shortened))} ${box('top-right', quoted(status))} ${box('bottom-right', `${quoted(`${texts('report.page')} `)} counter(page) ${quoted(` ${texts('report.page.of')} `)} counter(pages)`)} }\n@page :first { @top-left { content: none; } @top-right { content: none; } }`;
}

/** A text as a CSS string. All but letters and digits by number, so that nothing in it can end the string or the sheet. */
const quoted = (text: string): string => `"${[...text].map((sign) => (/^[\p{L}\d]$/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0xFFFD).toString(16)} `)).join('')}"`;
