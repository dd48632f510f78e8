/** Whether two texts about a purpose are about different things; wrong only towards no. */

/** Shorter words bind the others together, and endings come after as many letters as this. */
const SHORTEST = 4;
const STEM = 5;

/** Both are folded. Neither holds the other, and less than half of the shorter one's words are in both. */
export function isAnotherPurpose(one: string, other: string): boolean {
  if (!one || !other || one.includes(other) || other.includes(one)) return false;
  const [few, many] = [stems(one), stems(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  const shared = [...few].filter((stem) => many.has(stem)).length;
  return few.size > 0 && shared * 2 < few.size;
}

function stems(text: string): Set<string> {
  return new Set(text.split(' ').filter((word) => word.length >= SHORTEST).map((word) => word.slice(0, STEM)));
}
