/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The page in the preview: puts each new report in place of the old one, touching only what differs. */
import morphdom from 'morphdom';
import type { FromWebview, ToWebview } from './messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromWebview): void; setState(state: { uri: string; scroll: number; closed: string[] }): void; getState(): { uri: string; scroll: number; closed: string[] } | undefined };

const vscode = acquireVsCodeApi();
const report = document.getElementById('report')!;
const remembered = vscode.getState();
let uri = remembered?.uri ?? '';
/** Parts that the reader has closed, by id. */
const closed = new Set(remembered?.closed ?? []);

addEventListener('message', ({ data }: MessageEvent<ToWebview>) => {
  if (data.type === 'report') show(data);
  else if (data.type === 'scroll') scrollToLine(data.line);
  else if (data.type === 'empty') empty(data.message);
});

function show({ html, version, uri: newUri }: { html: string; version: number; uri: string }): void {
  // The report was sanitised where it was made; a parser of its own keeps it inert until it is in place.
  const fresh = new DOMParser().parseFromString(`<main id="report" class="v-report">${html}</main>`, 'text/html').getElementById('report')!;
  for (const id of closed) fresh.querySelector(`details[id="${CSS.escape(id)}"]`)?.removeAttribute('open');
  const isFirst = report.dataset['version'] === undefined;
  morphdom(report, document.adoptNode(fresh), { childrenOnly: true, onBeforeElUpdated: (from, to) => !from.isEqualNode(to) });
  report.dataset['version'] = String(version);
  if (isFirst && remembered?.uri === newUri) scrollTo(0, remembered.scroll);
  else if (newUri !== uri) scrollTo(0, 0);
  uri = newUri;
  remember();
  vscode.postMessage({ type: 'shown', version });
}

function empty(message: string): void {
  const paragraph = document.createElement('p');
  paragraph.className = 'v-quiet';
  paragraph.textContent = message;
  report.replaceChildren(paragraph);
}

function remember(): void {
  vscode.setState({ uri, scroll: scrollY, closed: [...closed] });
}
addEventListener('scrollend', remember);

report.addEventListener('toggle', ({ target }) => {
  if (!(target instanceof HTMLDetailsElement)) return;
  if (target.open) closed.delete(target.id);
  else closed.add(target.id);
  remember();
}, true);

// A click leads to the place in the file, unless it was on a link, folds a part, or marks text to copy.
report.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || target.closest('a, summary') || String(getSelection()) !== '') return;
  const place = target.closest<HTMLElement>('[data-line]');
  if (place) vscode.postMessage({ type: 'reveal', line: Number(place.dataset['line']), path: place.dataset['path'] ?? '' });
});

/** Puts what stands on an editor's first visible line (or the nearest before it) at the top. */
function scrollToLine(line: number): void {
  if (line === 0) {
    scrollTo(0, 0);
    return;
  }
  let best: { element: HTMLElement; line: number } | undefined;
  for (const element of report.querySelectorAll<HTMLElement>('.v-q[data-line], .v-risk[data-line], .v-head[data-line], .v-criteria[data-line], .v-section[data-line]')) {
    const here = Number(element.dataset['line']);
    if (here <= line && (!best || here > best.line) && element.getClientRects().length) best = { element, line: here };
  }
  if (best) scrollTo(0, best.element.getBoundingClientRect().top + scrollY - 12);
}

vscode.postMessage({ type: 'ready' });
