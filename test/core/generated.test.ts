import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { committedFiles } from '../../scripts/generate/committed.ts';
import { compile } from '../../scripts/generate/compile.ts';
import { root } from './fixtures.ts';

const declared = compile();

describe('what is declared', () => {
  it('has no errors', () => {
    expect(declared.problems).toEqual([]);
  });
  it.each([...committedFiles(declared)])('%s is up to date', (file, content) => {
    const target = path.join(root, file);
    expect(existsSync(target) && readFileSync(target, 'utf8') === content, `${file}: run npm run build and commit it`).toBe(true);
  });
});
