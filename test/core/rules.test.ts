import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { library } from '../../server/core/product.ts';
import { root, runFixture } from './fixtures.ts';

const folder = path.join(root, 'server/core/rules');
const files = (code: string): string[] => readdirSync(path.join(folder, code)).filter((name) => name.endsWith('.yaml') && !/^(?:rule|nn|en)\.yaml$/.test(name));

describe.each(library.rules.map((rule) => rule.code))('%s', (code) => {
  it('has a fixture where it fires', () => {
    expect(files(code).some((name) => runFixture(path.join('server/core/rules', code, name)).expected.some((line) => line.endsWith(`: ${code}`)))).toBe(true);
  });
  it('has a fixture where it does not fire', () => {
    expect(files(code).some((name) => !runFixture(path.join('server/core/rules', code, name)).expected.some((line) => line.endsWith(`: ${code}`)))).toBe(true);
  });
  it.each(files(code))('%s: the findings are those written in it', (name) => {
    const { actual, expected } = runFixture(path.join('server/core/rules', code, name));
    expect(actual).toEqual(expected);
  });
});
