/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The page in the preview: puts each new report in place of the old one, touching only what differs. */
import morphdom from 'morphdom';
import type { FromWebview, PanelState, ToolbarAction, ToWebview } from './messages.ts';
import { lineAtTop, scrollToLine } from './places.ts';

interface Remembered extends PanelState {
  scroll: number;
  /** Parts that the reader has closed, by id. */
  closed: string[];
}
declare function acquireVsCodeApi(): { postMessage(message: FromWebview): void; setState(state: Remembered): void; getState(): Remembered | undefined };

const vscode = acquireVsCodeApi();
const report = document.getElementById('report')!;
const toolbar = document.querySelector<HTMLElement>('.v-toolbar')!;
const remembered = vscode.getState();
let state: PanelState | undefined = remembered;
const closed = new Set(remembered?.closed ?? []);
let isFirst = true;
/** The reader has a hand on this page: it leads, and the editor follows. Otherwise it is the other way round. */
let isLed = false;
for (const event of ['wheel', 'pointerdown', 'touchstart', 'keydown']) addEventListener(event, () => { isLed = true; }, { passive: true, capture: true });
document.documentElement.addEventListener('pointerleave', () => { isLed = false; });
addEventListener('blur', () => { isLed = false; });

addEventListener('message', ({ data }: MessageEvent<ToWebview>) => {
  switch (data.type) {
    case 'report': return show(data);
    case 'state': return take(data.state);
    case 'scroll':
      if (!isLed) scrollToLine(report, data.line, top());
      return;
    case 'release':
      isLed = false;
      return;
    case 'empty': return empty(data);
  }
});

function show({ blocks, number, language, state: next }: Extract<ToWebview, { type: 'report' }>): void {
  // The report was sanitised where it was made; a parser of its own keeps it inert until it is in place.
  const { body } = new DOMParser().parseFromString(blocks.filter((block) => block !== null).join(''), 'text/html');
  // As the parts stand now: what says that one was closed may still be on its way.
  for (const part of report.querySelectorAll<HTMLDetailsElement>('details[id]')) note(part);
  for (const id of closed) body.querySelector(`details[id="${CSS.escape(id)}"]`)?.removeAttribute('open');
  for (const question of body.querySelectorAll<HTMLElement>('.v-q[data-path]')) question.append(tools());
  const wasAt = state?.uri;
  const fresh = [...body.children];
  const standing = [...report.children];
  blocks.forEach((block, i) => {
    if (block === null) return;
    const [old, element] = [standing[i], document.adoptNode(fresh.shift()!)];
    if (old) morphdom(old, element, { onBeforeElUpdated: (from, to) => !from.isEqualNode(to) });
    else report.append(element);
  });
  for (const old of standing.slice(blocks.length)) old.remove();
  if (isFirst && remembered?.uri === next.uri) scrollTo(0, remembered.scroll);
  else if (next.uri !== wasAt) scrollTo(0, 0);
  isFirst = false;
  // The frame speaks the reader's language, the report the file's.
  if (report.lang !== language) report.lang = language; // setting it lays the whole page out anew
  take(next);
  vscode.postMessage({ type: 'shown', number });
}

function note({ id, open }: HTMLDetailsElement): void {
  if (open) closed.delete(id);
  else closed.add(id);
}

/** What can be done with a question: shown while it is pointed at, and always there for the keyboard. */
function tools(): HTMLElement {
  const box = document.createElement('span');
  box.className = 'v-tools';
  for (const action of ['go', 'copy'] as const) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['tool'] = action;
    button.textContent = document.body.dataset[action] ?? '';
    box.append(button);
  }
  return box;
}

function empty({ message, state: next }: Extract<ToWebview, { type: 'empty' }>): void {
  const paragraph = document.createElement('p');
  paragraph.className = 'v-quiet';
  paragraph.textContent = message;
  report.replaceChildren(paragraph);
  take(next);
}

/** Shows in the toolbar how the panel is, and remembers it. */
function take(next: PanelState): void {
  state = next;
  const pressed: Partial<Record<ToolbarAction, boolean>> = { internal: next.edition === 'internal', public: next.edition === 'public', lock: next.locked };
  for (const button of toolbar.querySelectorAll<HTMLElement>('[aria-pressed]')) button.setAttribute('aria-pressed', String(pressed[button.dataset['action'] as ToolbarAction] === true));
  remember();
}

function remember(): void {
  if (state) vscode.setState({ ...state, scroll: scrollY, closed: [...closed] });
}
addEventListener('scrollend', remember);

const top = (): number => toolbar.getBoundingClientRect().bottom;

// The editor goes along with the reader, and with no scroll but the reader's.
let isWaiting = false;
addEventListener('scroll', () => {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    if (!isLed) return;
    const line = lineAtTop(report, top());
    if (line !== undefined) vscode.postMessage({ type: 'scrolled', line });
  });
});

report.addEventListener('toggle', ({ target }) => {
  if (!(target instanceof HTMLDetailsElement) || !target.id) return;
  note(target);
  remember();
}, true);

toolbar.addEventListener('click', ({ target }) => {
  const action = target instanceof Element && target.closest<HTMLElement>('[data-action]')?.dataset['action'];
  if (action) vscode.postMessage({ type: 'action', action: action as ToolbarAction });
});

// A click leads to the place in the file, unless it was on a link, folds something, or marks text to copy.
report.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const place = target.closest<HTMLElement>('[data-line]');
  const tool = target.closest<HTMLElement>('[data-tool]')?.dataset['tool'];
  if (tool === 'copy') vscode.postMessage({ type: 'copy', path: place?.dataset['path'] ?? '' });
  else if (place && (tool || (!target.closest('a, summary') && String(getSelection()) === ''))) vscode.postMessage({ type: 'reveal', line: Number(place.dataset['line']), path: place.dataset['path'] ?? '' });
});

vscode.postMessage({ type: 'ready' });
