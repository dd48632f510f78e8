/** What the suite uses of node:assert, which a browser lacks. */
function assert(value: unknown, message?: string): asserts value {
  if (!value) throw new Error(message ?? `${JSON.stringify(value)} is not so`);
}
const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

export default Object.assign(assert, {
  ok: assert,
  equal: (actual: unknown, expected: unknown, message?: string): void => assert(actual === expected, message ?? `${shown(actual)} is not ${shown(expected)}`),
  deepEqual: (actual: unknown, expected: unknown): void => assert(shown(actual) === shown(expected), `${shown(actual)} is not ${shown(expected)}`),
  match: (text: string, pattern: RegExp): void => assert(pattern.test(text), `${pattern} does not match ${shown(text.slice(0, 500))}`),
});
