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
    expect(text, 'no console, no process').not.toMatch(/\bconsole\.|\bprocess\.(?:env|argv|cwd|exit|std|platform|nextTick|hrtime|memory|on|version)/);
  });
});

/** The rooms from the bottom up: a room may import from those before it and from itself, never from those after. */
const ROOMS = ['server/core/syntax', 'server/core/templates', 'server/core/assessment', 'server/core/sources', 'server/core/across', 'server/core/rules', 'server/core/config', 'server/core/own', 'server/core/features', 'server/core/report', 'server/core/diff', 'server/workspace', 'server/lsp', 'server/cli', 'server/api', 'server/mcp', 'client'];
const roomOf = (file: string): number => ROOMS.findIndex((room) => file.startsWith(`${room}/`));
/** What is imported at run time: types are erased, so they bind nothing. */
const runTimeImports = (file: string): string[] => [...readFileSync(path.join(root, file), 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm)].map((match) => path.join(path.dirname(file), match[1]!));

describe('nobody imports upward', () => {
  it.each(ROOMS)('%s', (room) => {
    for (const file of files(room)) {
      for (const target of runTimeImports(file)) {
        // The one file of the server that the client shares: names of requests.
        if (roomOf(target) < 0 || target === 'server/lsp/protocol.ts') continue;
        expect(roomOf(target), `${file} imports ${target}`).toBeLessThanOrEqual(roomOf(file));
      }
    }
  });
  it('only syntax/parse.ts knows the yaml package', () => {
    expect([...core, ...files('server/lsp'), ...files('server/cli')].filter((file) => imports(file).includes('yaml'))).toEqual(['server/core/syntax/parse.ts']);
  });
});
