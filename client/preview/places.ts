/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Between lines of the file and places in the page: by the elements that say which line they come from. */

/** The blocks that a reader stops at; what lies within them (a mark, a row) would make the page jump. */
const BLOCKS = '.v-q[data-line], .v-risk[data-line], .v-head[data-line], .v-criteria[data-line], .v-section[data-line]';

interface Place {
  line: number;
  top: number;
  bottom: number;
  /** Holds no other: only then is the way through it the way through its lines. */
  isInnermost: boolean;
}

/** In the page's order; without those in parts that are closed. */
function placesIn(report: HTMLElement): Place[] {
  return [...report.querySelectorAll<HTMLElement>(BLOCKS)].flatMap((element) => {
    const box = element.getBoundingClientRect();
    return box.height ? [{ line: Number(element.dataset['line']), top: box.top, bottom: box.bottom, isInnermost: !element.querySelector(BLOCKS) }] : [];
  });
}

/** The first line after that at which another block begins; where it is the last, the line after it. */
const lineAfter = (places: readonly Place[], line: number): number => places.reduce((next, each) => (each.line > line && each.line < next ? each.line : next), Infinity);

/** Puts what stands on a line at the top of the page (`top` pixels from the window's, below the toolbar). */
export function scrollToLine(report: HTMLElement, line: number, top: number): void {
  if (line === 0) {
    scrollTo(0, 0);
    return;
  }
  const places = placesIn(report);
  const best = places.reduce<Place | undefined>((found, each) => (each.line <= line && (!found || each.line >= found.line) ? each : found), undefined);
  if (!best) return;
  const next = lineAfter(places, best.line);
  const within = best.isInnermost && next !== Infinity ? ((line - best.line) / (next - best.line)) * (best.bottom - best.top) : 0;
  scrollTo(0, best.top + within + scrollY - top - MARGIN);
}

/** The line of what stands at the top of the page; undefined where nothing there comes from the file. */
export function lineAtTop(report: HTMLElement, top: number): number | undefined {
  if (scrollY === 0) return 0;
  const places = placesIn(report);
  const edge = top + MARGIN + 1;
  const at = places.findLast((each) => each.top <= edge && each.bottom > edge) ?? places.find((each) => each.top > edge);
  if (!at) return undefined;
  const next = lineAfter(places, at.line);
  const share = at.isInnermost && at.top <= edge && next !== Infinity ? (edge - at.top) / (at.bottom - at.top) : 0;
  return at.line + Math.floor(share * (next === Infinity ? 0 : next - at.line));
}

/** Between the toolbar and what is scrolled to. */
const MARGIN = 12;
