/**
 * The JSON Schemas in somebody else's hands: the language server behind Red Hat's YAML extension, as a program of its
 * own. It finds what our form rules find, on the same lines, and explains the keys; and beside our server nothing is
 * said twice. It may not reach the network.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type CompletionItem, type CompletionList, type Diagnostic, type Hover } from 'vscode-languageserver-protocol/node';
import { checkConfiguration } from '../../server/core/config/check.ts';
import { readConfiguration } from '../../server/core/config/read.ts';
import { library } from '../../server/core/product.ts';
import { bokmål } from '../../server/core/texts/texts.ts';
import { analyseText, read, root } from '../core/fixtures.ts';
import { Client, localClient, MODERN, PUSHED } from './client.ts';

const PROGRAM = path.join(path.dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')), 'bin/yaml-language-server');
/** Loaded into the program first: whoever opens a connection is told of on standard error, and fails. */
const NO_NETWORK = `data:text/javascript,${encodeURIComponent(`
  import { Socket } from 'node:net';
  Socket.prototype.connect = () => { console.error('NETTVERK'); throw new Error('NETTVERK'); };
`)}`;
const schemaPath = (name: string): string => pathToFileURL(path.join(root, `schemas/${name}.schema.json`)).href;
const uriOf = (name: string): string => pathToFileURL(path.join(root, 'samples', name)).href;

/** Our findings that come of the schema: what stands where it may not, and what is missing. */
const OF_FORM = new Set(['ugyldig-svar', 'ukjent-nokkel', 'ukjent-sporsmal', 'mangler-nokkel', 'skrivemate', 'dom-i-prosa', 'yaml-syntaks']);
/** A misspelt key that has to be there is one finding of ours, «Mente du …?»; to a schema it is two, and one stands at the beginning. */
const MISSPELT: { [sample: string]: number[] } = { 'halvskrevet.dpia.yaml': [3] };

/** Each mistake is marked «# feil»; both sides are to find it, on that line and nowhere else. By template. */
const WRONG = Object.fromEntries(readdirSync(path.join(root, 'test/fixtures/skjema')).map((name) => {
  const text = read(`test/fixtures/skjema/${name}`);
  return [/^mal: (\S+)/m.exec(text)![1]!, text];
}));

const linesOf = (diagnostics: readonly Diagnostic[]): number[] => [...new Set(diagnostics.map(({ range }) => range.start.line + 1))].sort((a, b) => a - b);
const marked = (text: string): number[] => text.split('\n').flatMap((line, i) => (line.endsWith('# feil') ? [i + 1] : []));
function ourLines(text: string, name = 'test.dpia.yaml'): number[] {
  const analysis = analyseText(text, name);
  return [...new Set(analysis.findings().filter(({ code }) => OF_FORM.has(code)).map(({ range }) => analysis.lines.lineAt(range.start) + 1))].sort((a, b) => a - b);
}

let child: ChildProcess;
let client: Client;
let said = '';
let opened = 0;

beforeAll(async () => {
  child = spawn(process.execPath, ['--import', NO_NETWORK, PROGRAM, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stderr!.on('data', (data: Buffer) => (said += data.toString()));
  client = new Client(createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!)), child);
  const schemas = { [schemaPath('vurdering')]: ['*.samlet.yaml'], [pathToFileURL(path.join(root, 'schemas/vurdert.config.schema.json')).href]: ['*.konfigurasjon.yaml'], ...Object.fromEntries(library.templates.map(({ id }) => [schemaPath(id), [`*.${id}.yaml`]])) };
  const yaml = { schemas, schemaStore: { enable: false, url: '' }, validate: true, hover: true, completion: true, format: { enable: false } };
  client.connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) => items.map(({ section }) => (section === 'yaml' ? yaml : {})));
  client.connection.onRequest('client/registerCapability', () => null);
  const { hover, completion } = MODERN.textDocument!;
  await client.start({ ...PUSHED, workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } }, textDocument: { hover: { ...hover, dynamicRegistration: false }, completion } }, undefined, [pathToFileURL(root).href]);
  await client.notify('workspace/didChangeConfiguration', { settings: {} });
});
afterAll(async () => {
  expect(await client.end()).toBe(0);
  expect(said).not.toContain('NETTVERK');
});

/** What it says of a text, under a name that its settings give a schema for. */
async function theirs(text: string, schema: string): Promise<{ uri: string; diagnostics: Diagnostic[] }> {
  const uri = uriOf(`${++opened}.${schema}.yaml`);
  await client.open(uri, text);
  return client.findings((published) => published.uri === uri);
}

describe('errors', () => {
  it.each(Object.entries(WRONG))('%s: on the lines where ours are', async (id, text) => {
    expect(ourLines(text)).toEqual(marked(text));
    expect(linesOf((await theirs(text, id)).diagnostics)).toEqual(marked(text));
  });

  it.each(Object.entries(WRONG))('%s: the same from the schema for all', async (_, text) => {
    expect(linesOf((await theirs(text, 'samlet')).diagnostics)).toEqual(marked(text));
  });

  it('of the samples none but ours', async () => {
    const names = readdirSync(path.join(root, 'samples'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) {
      const text = read(path.join('samples', name));
      const id = /^mal: (\S+)/m.exec(text)![1]!;
      for (const schema of [id, 'samlet']) expect(linesOf((await theirs(text, schema)).diagnostics), `${name}, ${schema}`).toEqual([...(MISSPELT[name] ?? []), ...ourLines(text, path.basename(name))]);
    }
  });

  it('a file names its schema itself', async () => {
    const text = `# yaml-language-server: $schema=../schemas/e-helse-2018.schema.json\n${WRONG['e-helse-2018']}`;
    const { diagnostics } = await theirs(text, 'uten-innstilling');
    expect(linesOf(diagnostics)).toEqual(marked(text));
  });
});

describe('help', () => {
  const HEAD = 'vurdering: dpia\nmal: e-helse-2018\ntittel: x\nbehandlingsansvarlig: y\nstatus: utkast\n';
  const complete = async (text: string, schema: string, needle: string, after: number): Promise<CompletionItem[]> => {
    const { uri } = await theirs(text, schema);
    return (await client.at<CompletionList>('textDocument/completion', uri, text, needle, after)).items;
  };

  it.each(['e-helse-2018', 'samlet'])('completion of keys and answers, with what is asked (%s)', async (schema) => {
    const heads = await complete(`${HEAD}ris\n`, schema, 'ris\n', 3);
    expect(heads.map(({ label }) => label)).toEqual(expect.arrayContaining(['risikoer', 'beslutning', 'neste-gjennomgang']));
    expect(heads.map(({ label }) => label)).not.toContain('status');
    const questions = await complete(`${HEAD}svar:\n  I.1: ja\n  I\n`, schema, '  I\n', 3);
    const second = questions.find(({ label }) => label === 'I.2')!;
    expect(JSON.stringify(second.documentation)).toContain('innsamling av ny informasjon om enkeltpersoner');
    const answers = await complete(`${HEAD}svar:\n  I.1: \n`, schema, 'I.1: ', 5);
    expect(answers.map(({ label }) => label)).toEqual(expect.arrayContaining(['ja', 'nei']));
  });

  it('completion of kind and template before they are there, and of the kind\'s keys once it is', async () => {
    const first = await complete('# ny fil\n\n', 'samlet', '\n\n', 1);
    expect(first.map(({ label }) => label).sort()).toEqual(['mal', 'vurdering']);
    const keys = (await complete('vurdering: plm\nris\n', 'samlet', 'ris\n', 3)).map(({ label }) => label);
    expect(keys).toEqual(expect.arrayContaining(['mal', 'risikoer']));
    expect(keys).not.toContain('virksomhet');
    const kinds = await complete('vurdering: \n', 'samlet', 'vurdering: ', 11);
    expect(kinds.map(({ label }) => label)).toEqual(expect.arrayContaining(['dpia', 'ip', 'plm', 'plattform', 'behandlingsoversikt']));
    const templates = await complete('mal: \n', 'samlet', 'mal: ', 5);
    expect(templates.map(({ label }) => label)).toEqual(expect.arrayContaining(['e-helse-2018', 'plm-2026']));
  });

  it.each(['e-helse-2018', 'samlet'])('hover has the question, its guidance and what it rests on (%s)', async (schema) => {
    const text = `${HEAD}svar:\n  II.4.4: nei\nkriterier: [4]\n`;
    const { uri } = await theirs(text, schema);
    const hover = async (needle: string): Promise<string> => ((await client.at<Hover>('textDocument/hover', uri, text, needle, 1)).contents as { value: string }).value.replace(/\\(.)/g, '$1');
    expect(await hover('II.4.4')).toMatch(/II\.4\.4[^]*Skal opplysningene brukes til å profilere den registrerte\?[^]*art\. 4 nr\. 4/);
    expect(await hover('status: utkast')).toContain('Hvor langt vurderingen har kommet');
    // What a number means, too.
    expect(await hover('4]')).toMatch(/`4`: .*\p{L}{4}/u);
  });
});

describe('beside our server', () => {
  // What ours leaves to the other, it has to say.
  const BROKEN = [
    'vurdering: dpia\nmal: e-helse-2018\ntittel: En\ntittel: To\n',
    'vurdering: dpia\nmal: e-helse-2018\nsvar:\n\tI.1: ja\n',
    'vurdering: dpia\nmal: e-helse-2018\nsvar:\n  II.1.p1: Gjelder: opptak\n',
    'vurdering: dpia\nmal: e-helse-2018\nsvar:\n  II.1.p1: @styrer\n',
    'vurdering: dpia\nmal: e-helse-2018\nsvar:\n  II.1.p1: *Nettsted* med skjema\n',
    'vurdering: dpia\nmal: e-helse-2018\nsvar:\n  II.1.p1: "Skjemaet" sendes inn\n',
    'vurdering: dpia\nmal: e-helse-2018\nsvar:\n  II.1.p1: - lite\n',
  ];
  const PLAIN = new Set(['yaml-syntaks', 'dobbel-nokkel']);

  it.each(BROKEN)('a file that is not YAML is told of once: %j', async (text) => {
    const uri = uriOf('ikke-yaml.dpia.yaml');
    const of = async (yamlExtension: boolean): Promise<Diagnostic[]> => {
      const own = await localClient().start(PUSHED, { yamlExtension });
      await own.open(uri, text);
      return (await own.findings((published) => published.uri === uri)).diagnostics.filter(({ code }) => PLAIN.has(String(code)));
    };
    const alone = await of(false);
    expect(alone.length).toBeGreaterThan(0);
    expect(await of(true)).toEqual([]);
    // Without a schema: nobody gave it one.
    const { diagnostics } = await theirs(text, 'uten-innstilling');
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(linesOf(diagnostics)).toEqual(expect.arrayContaining(linesOf(alone)));
  });

  it('an assessment without mistakes of form is left alone where nobody gave it a schema', async () => {
    const { diagnostics } = await theirs(read('samples/visma-familia.dpia.yaml'), 'uten-innstilling');
    expect(diagnostics).toEqual([]);
  });
});

describe('the configuration’s schema', () => {
  const text = 'mapper: [vurderinger/**]\nregel:  # feil\n  ubesvarte: av\nregler:\n  ubesvarte: {utkast: kanskje}  # feil\n  dpia-mangler: av  # feil\nspråk: svensk  # feil\nrisikoskala: {konsekvens: [a, b]}  # feil\nx-eget: {hva: som helst}\n';
  it('finds what our check finds, on the same lines', async () => {
    const ours = readConfiguration(text);
    expect([...new Set(checkConfiguration(ours, { library, texts: bokmål }).map(({ range }) => ours.lines.lineAt(range.start) + 1))]).toEqual(marked(text));
    expect(linesOf((await theirs(text, 'konfigurasjon')).diagnostics)).toEqual(marked(text));
    expect((await theirs('regler:\n  ubesvarte: av\nspråk: nn\n', 'konfigurasjon')).diagnostics).toEqual([]);
  });
  it('gives its keys with words, and its values', async () => {
    const { uri } = await theirs('språk: nn\nregler:\n  ubesvarte: \n', 'konfigurasjon');
    const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 2 } });
    expect(JSON.stringify(hover.contents)).toContain(bokmål('config.key.språk'));
    const { items } = await client.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position: { line: 2, character: 13 } });
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['av', 'informasjon', 'advarsel', 'feil']));
  });
});
