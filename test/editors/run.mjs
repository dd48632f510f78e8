// The built server in another editor: a real Neovim (Debian's is 0.7, which takes findings by push), without its window,
// driven by test/editors/neovim.lua. Once with dist/server.cjs, once with `vurdert lsp`. Build first (`npm run build`).
//
//   node test/editors/run.mjs
//
// NVIM_PATH names another Neovim. Ends with a line `N passed, N failed`, and with exit code 1 when a test failed.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { neovimPath } from './neovim-path.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const LIMIT = 3 * 60_000;
const SERVERS = {
  'dist/server.cjs --stdio': [process.execPath, path.join(root, 'dist/server.cjs'), '--stdio'],
  'vurdert lsp --stdio': [process.execPath, path.join(root, 'dist/cli.cjs'), 'lsp', '--stdio'],
};

/** One letter of each length in UTF-8 and UTF-16 before what is wrong. */
const WRONG = `vurdering: dpia
mal: e-helse-2018
tittel: Påmelding 🧒🏽 æøå
behandlingsansvarlig: Bydel Solsiden
status: utkast
svar:
  I.1: {forklaring: 🧒 «åpent» ⚖, svar: JA}
  I.2: nei
`;
const MENDED = WRONG.replace('JA', 'ja');

function prepare(folder) {
  fs.cpSync(path.join(root, 'samples'), folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'feil.dpia.yaml'), WRONG);
  fs.writeFileSync(path.join(folder, 'docker-compose.yaml'), 'services:\n  db:\n    image: postgres\n');
  const ip = fs.readFileSync(path.join(root, 'samples/bydel/fritidsklubben/instagram.ip.yaml'), 'utf8');
  fs.writeFileSync(path.join(folder, 'ny.ip.yaml'), ip.replace(/^(?:ip|plm|dpia|plattform-vurdering): .*\n/gm, '').replace(/^behandlingsoversikt:\n(?: .*\n)+/m, ''));
}

/** Runs the session in a Neovim that reads nothing of the user's. What it saw. */
async function drive(command, home) {
  const folder = path.join(home, 'vurderinger');
  const result = path.join(home, 'resultat.json');
  prepare(folder);
  const directories = Object.fromEntries(['CONFIG', 'DATA', 'STATE', 'CACHE'].map((name) => [`XDG_${name}_HOME`, path.join(home, name.toLowerCase())]));
  const child = spawn(neovimPath(), ['--headless', '--clean', '-n', '-c', `luafile ${path.join(root, 'test/editors/neovim.lua')}`], {
    cwd: folder, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...directories, HOME: home, VURDERT_COMMAND: JSON.stringify(command), VURDERT_FOLDER: folder, VURDERT_RESULT: result },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  const timer = setTimeout(() => child.kill(), LIMIT);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearTimeout(timer);
  if (!fs.existsSync(result)) throw new Error(`Neovim sluttet med ${code} uten resultat:\n${said}`);
  const seen = JSON.parse(fs.readFileSync(result, 'utf8'));
  if (seen.problem) throw new Error(`${seen.problem}\nNeovim: ${said}\nTjeneren: ${seen.log.join('\n')}\nSett til da: ${JSON.stringify(seen).slice(0, 2000)}`);
  return seen;
}

/** What the command line finds in the same file, alone in its folder's company. */
function checked(folder, name) {
  const { status, stdout } = runCli('check', path.join(folder, name), '--format', 'json');
  assert.ok(status === 0 || status === 1, `vurdert check sluttet med ${status}`);
  return JSON.parse(stdout).files.find(({ file }) => file.endsWith(name)).findings;
}

function runCli(...args) {
  try {
    return { status: 0, stdout: execFileSync(process.execPath, [path.join(root, 'dist/cli.cjs'), ...args], { encoding: 'utf8' }) };
  } catch (error) {
    return { status: error.status, stdout: error.stdout };
  }
}

const SEVERITY = { error: 1, warning: 2, information: 3 };
const sorted = (findings) => findings.map(({ code, line, severity }) => `${line} ${code} ${severity}`).sort();

/** Each reads what was seen, and throws where it is not as it should be. */
const TESTS = {
  'funnene kommer av seg selv, de samme som vurdert check har, på de samme linjene'(seen, folder) {
    const expected = checked(folder, 'visma-familia.dpia.yaml').map(({ code, severity, start }) => ({ code, line: start.line, severity: SEVERITY[severity] }));
    assert.ok(expected.length > 20);
    assert.deepEqual(sorted(seen.findings), sorted(expected));
    for (const { source, message } of seen.findings) assert.ok(source === 'vurdert' && message.length > 20);
  },
  'hover viser spørsmålet og sitatet med kilden, og ingen lenke som ikke kan åpnes'(seen) {
    const text = seen.hover.join('\n');
    assert.match(text, /II\.4\.4/);
    assert.match(text, /profiler/i);
    assert.match(text, /^> |« ?enhver form for automatisert behandling/m);
    assert.match(text, /art\. 4 nr\. 4/);
    assert.doesNotMatch(text, /vurdert:/);
  },
  'plasser regnes i UTF-16, også bak æøå og emoji'(seen) {
    assert.equal(seen.encoding, 'utf-16');
    assert.equal(seen.capabilities.positionEncoding, 'utf-16');
    const { text, line } = seen.wrong.find(({ code }) => code === 'skrivemate');
    assert.deepEqual({ text, line }, { text: 'JA', line: 7 });
  },
  'en hurtigretting endrer teksten, og funnet forsvinner'(seen) {
    assert.ok(seen.actions.length > 0);
    assert.deepEqual(seen.mended, MENDED.trimEnd().split('\n'));
  },
  'linsene er linjer, og knapper bare der tjeneren gjør det selv'(seen) {
    assert.ok(seen.lenses.length > 3);
    for (const { title, command } of seen.lenses) assert.ok(title && (command === '' || seen.capabilities.executeCommandProvider.commands.includes(command)), command);
  },
  'en linse setter inn svarene som mangler'(seen) {
    const text = seen.inserted.join('\n');
    assert.ok(text.startsWith(MENDED.trimEnd()));
    for (const id of ['I.3', 'I.4']) assert.match(text, new RegExp(`^  ${id}:`, 'm'));
  },
  'fullføring har svarene, uten noe bare VS Code kjenner'(seen) {
    assert.ok(seen.completion.some(({ label }) => label === 'dpia'));
    for (const { format, command } of seen.completion) assert.deepEqual({ format, command }, { format: 1, command: undefined });
  },
  'disposisjonen er der'(seen) {
    assert.ok(seen.symbols > 50);
  },
  'en lenke fører til filen'(seen) {
    assert.equal(seen.definition, 'facebook.ip.yaml');
  },
  'tjeneren lager den neste vurderingen i saken'(seen) {
    assert.match(seen.made.join('\n'), /^vurdering: plm$/m);
    assert.match(seen.made.join('\n'), /^ip: \.\/ny\.ip\.yaml$/m);
  },
  'andre YAML-filer får være i fred'(seen) {
    assert.deepEqual(seen.other, { answered: true, error: false, findings: 0 });
  },
  'økten slutter pent, og ingenting ble logget som feil'(seen) {
    assert.deepEqual({ exit: seen.exit, clients: seen.clients, log: seen.log }, { exit: 0, clients: 0, log: [] });
  },
};

let passed = 0;
let failed = 0;
for (const [name, command] of Object.entries(SERVERS)) {
  const home = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vurdert-neovim-')));
  try {
    const seen = await drive(command, home);
    console.log(`Neovim ${seen.version} med ${name}`);
    for (const [title, test] of Object.entries(TESTS)) {
      try {
        test(seen, path.join(home, 'vurderinger'));
        passed++;
        console.log(`  ✔ ${title}`);
      } catch (error) {
        failed++;
        console.log(`  ✖ ${title}\n${error.stack}`);
      }
    }
  } catch (error) {
    failed++;
    console.error(`${name}: ${error.message}`);
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
