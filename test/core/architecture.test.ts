/** The invariants of ARCHITECTURE.md that can be read off the source. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './fixtures.ts';

const files = (folder: string): string[] => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => path.join(folder, name));
const imports = (file: string): string[] => [...readFileSync(path.join(root, file), 'utf8').matchAll(/(?:from|import)\s+'([^']+)'/g)].map((match) => match[1]!);
const core = files('server/core');

describe('the core is pure', () => {
  it.each(core)('%s', (file) => {
    for (const name of imports(file)) expect(name, `${file} imports ${name}`).not.toMatch(/^(node:|vscode|fs$|path$|os$)/);
    const text = readFileSync(path.join(root, file), 'utf8');
    expect(text, 'no clock').not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(/);
    expect(text, 'no console, no process').not.toMatch(/\bconsole\.|\bprocess\./);
  });
});

/** The rooms from the bottom up: a room may import from those before it, never from those after. */
const ROOMS = ['server/core/syntax', 'server/core', 'server/lsp', 'server/cli', 'client'];

describe('nobody imports upward', () => {
  it.each(['server/core', 'server/lsp', 'server/cli'])('%s', (room) => {
    const above = ROOMS.slice(ROOMS.indexOf(room) + 1);
    for (const file of files(room)) {
      for (const name of imports(file).filter((each) => each.startsWith('.'))) {
        const target = path.join(path.dirname(file), name);
        for (const other of above) {
          // The CLI starts the server (`vurdert lsp`); the server knows nothing of the CLI.
          if (!(room === 'server/lsp' && other === 'client' && target === 'server/lsp/protocol.ts')) expect(target.startsWith(`${other}/`), `${file} imports ${name}`).toBe(false);
        }
      }
    }
  });
  it('only syntax/parse.ts knows the yaml package', () => {
    expect([...core, ...files('server/lsp'), ...files('server/cli')].filter((file) => imports(file).includes('yaml'))).toEqual(['server/core/syntax/parse.ts']);
  });
});
