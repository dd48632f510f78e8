/**
 * Which regular expressions a condition may hold. They may come from anybody's workspace and are run by the platform's
 * matcher, which tries one way after another: so only those are let in whose ways can be counted beforehand. Without
 * `*`, `+`, repeated groups and back references, a text takes at most its length times MOST_WAYS times the pattern.
 */

const MOST_LETTERS = 200;
/** A sign may be repeated this often: `\d{1,20}`. */
const MOST_REPEATS = 50;
const MOST_WAYS = 1000;

export type PatternProblem = 'own.pattern.invalid' | 'own.pattern.long' | 'own.pattern.unbounded' | 'own.pattern.group' | 'own.pattern.reference' | 'own.pattern.many';

/** What keeps a pattern from being used; undefined where nothing does. */
export function patternProblem(pattern: string): PatternProblem | undefined {
  if (pattern.length > MOST_LETTERS) return 'own.pattern.long';
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'own.pattern.invalid';
  }
  let ways = 1;
  // What stands before a quantifier: a sign, or a group that has just been closed.
  let before: 'sign' | 'group' | undefined;
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern[i]!;
    if (sign === '\\') {
      const next = pattern[i + 1] ?? '';
      if (/[1-9k]/.test(next)) return 'own.pattern.reference';
      i += /^\\[pPu]\{[^}]*\}/.exec(pattern.slice(i))?.[0].length ?? 2;
      i--;
      before = 'sign';
    } else if (sign === '[') {
      for (i++; i < pattern.length && pattern[i] !== ']'; i++) if (pattern[i] === '\\') i++;
      before = 'sign';
    } else if (sign === '(') {
      if (pattern[i + 1] === '?' && pattern[i + 2] !== ':') return 'own.pattern.reference';
      if (pattern[i + 1] === '?') i += 2;
      before = undefined;
    } else if (sign === ')') before = 'group';
    else if (sign === '|') {
      ways *= 2;
      before = undefined;
    } else if (sign === '*' || sign === '+') return before === 'group' ? 'own.pattern.group' : 'own.pattern.unbounded';
    else if (sign === '?') {
      // Behind another quantifier it only says which way is tried first.
      if (before) ways *= 2;
      before = undefined;
    } else if (sign === '{') {
      const [whole, from = '', comma, to] = /^\{(\d+)(,(\d*))?\}/.exec(pattern.slice(i)) ?? [''];
      if (before === 'group') return 'own.pattern.group';
      const most = comma === undefined ? Number(from) : to === '' ? Infinity : Number(to);
      if (most > MOST_REPEATS) return 'own.pattern.unbounded';
      ways *= most - Number(from) + 1;
      i += whole.length - 1;
      before = undefined;
    } else before = 'sign';
    if (ways > MOST_WAYS) return 'own.pattern.many';
  }
  return undefined;
}
