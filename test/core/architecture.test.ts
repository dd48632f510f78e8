/** The invariants of ARCHITECTURE.md that can be read off the source. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

describe('ARCHITECTURE.md', () => {
  const page = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
  const [, map] = /^## The rooms\n+```\n([\s\S]*?)^```/m.exec(page)!;
  const folders = (within: string): string[] => readdirSync(path.join(root, within), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

  it('has a line for every folder of the tree, and for every room', () => {
    const BUILT = ['node_modules', 'dist', 'release'];
    for (const name of folders('.').filter((each) => !BUILT.includes(each) && !each.startsWith('.'))) expect(map).toMatch(new RegExp(`^(?:.*, )?${name}/`, 'm'));
    for (const name of folders('server').filter((each) => each !== 'core')) expect(map).toContain(`\nserver/${name}/ `);
    for (const name of folders('server/core')) expect(map).toContain(`\n  ${name}/ `);
    for (const room of [...folders('client').map((name) => `client/${name}`), ...['features', 'report'].flatMap((room) => folders(`server/core/${room}`).map((name) => `server/core/${room}/${name}`))]) expect(map).toContain(` ${path.basename(room)}/ `);
  });

  it('names folders and files that are there', () => {
    const HOMES = ['.', 'server', 'server/core', 'server/core/rules', 'server/lsp', 'server/workspace', 'schemas'];
    const named = [...new Set([...page.matchAll(/`((?:[\w-]+\/)*[\w.-]+\.(?:ts|mjs|json|yaml|md))`/g)].map((match) => match[1]!))];
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !HOMES.some((home) => existsSync(path.join(root, home, name))))).toEqual([]);
  });
});
