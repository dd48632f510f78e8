/** A comparison that has to fit in a comment: what does not is told in a line, and the rest by number. */
import type { RootContent } from 'mdast';

/** A file's changes: whole, and in a line or two. */
export interface Section {
  whole: RootContent[];
  brief: RootContent[];
}

/**
 * The sections that fit, whole as long as there is room, from the first to the last. A place is kept for telling of those
 * after; what does not fit even in brief is only counted.
 * @param room characters
 * @param sizeOf characters of some nodes, written out
 */
export function fitted(sections: readonly Section[], room: number, sizeOf: (nodes: RootContent[]) => number): { nodes: RootContent[]; shortened: number; left: number } {
  const briefs = sections.map(({ brief }) => sizeOf(brief));
  let brief = briefs.reduce((sum, size) => sum + size, 0);
  let used = 0;
  let shortened = 0;
  const nodes: RootContent[] = [];
  for (const [i, section] of sections.entries()) {
    brief -= briefs[i]!;
    const whole = sizeOf(section.whole);
    if (used + whole + brief <= room) {
      nodes.push(...section.whole);
      used += whole;
    } else if (used + briefs[i]! <= room) {
      nodes.push(...section.brief);
      used += briefs[i]!;
      shortened++;
    } else return { nodes, shortened, left: sections.length - i };
  }
  return { nodes, shortened, left: 0 };
}
