/** References that stand for several: «art. 12–22» for all articles between. */

/** Whether a reference is one of those known, or a span of articles whose first is. */
export function isReferenceIn(known: { has(reference: string): boolean }, reference: string): boolean {
  if (known.has(reference)) return true;
  const match = /^art\. (\d+)–(\d+)$/.exec(reference);
  return match !== null && known.has(`art. ${match[1]}`) && known.has(`art. ${match[2]}`);
}
