/** Making files and rows over LSP: what the client is asked to create, change and show. */
import { describe, expect, it } from 'vitest';
import type { ApplyWorkspaceEditParams, ClientCapabilities, CodeAction, CodeLens, CreateFile, ShowDocumentParams, TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiskProblem, type Disk } from '../../server/workspace/disk.ts';
import { addressOfUri } from '../../server/workspace/uris.ts';
import type { NewAssessmentResult, OptionsResult } from '../../server/lsp/protocol.ts';
import { analyseText, read, TODAY } from '../core/fixtures.ts';
import { localClient, MODERN, type Client } from './client.ts';

const ROOT = 'file:///kommune/åpen mappe';
const ROOT_URI = 'file:///kommune/%C3%A5pen%20mappe';
const WHOLE: ClientCapabilities = { ...MODERN, workspace: { applyEdit: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } }, window: { showDocument: { support: true } } };
const SAMPLE = 'samples/bydel/fritidsklubben/instagram';
const bare = (kind: string): string => read(`${SAMPLE}.${kind}.yaml`).replace(/^(?:ip|plm|dpia): .*\n/gm, '').replace(/^behandlingsoversikt:\n(?: .*\n)+/m, '');

/** Files that are nowhere but here, by their path below the root. */
class Files implements Disk {
  readonly texts = new Map<string, string>();
  constructor(files: { [path: string]: string }) {
    for (const [path, text] of Object.entries(files)) this.texts.set(`${ROOT}/${path}`, text);
  }
  kindOf = (path: string): Promise<'file' | 'folder' | undefined> => Promise.resolve(this.texts.has(path) ? 'file' : this.below(path).length ? 'folder' : undefined);
  list = (folder: string): Promise<{ name: string; kind: 'file' | 'folder' }[]> => {
    const names = new Map(this.below(folder).map((path) => [path.slice(folder.length + 1).split('/')[0]!, path.slice(folder.length + 1).includes('/') ? 'folder' as const : 'file' as const]));
    return Promise.resolve([...names].map(([name, kind]) => ({ name, kind })));
  };
  read = (path: string): Promise<Uint8Array> => (this.texts.has(path) ? Promise.resolve(new TextEncoder().encode(this.texts.get(path))) : Promise.reject(new DiskProblem('missing', path)));
  join = (folder: string, name: string): string => `${folder}/${name}`;
  private below(folder: string): string[] {
    return [...this.texts.keys()].filter((path) => path.startsWith(`${folder}/`));
  }
}

/** An editor that does what it is asked, and says when something was shown or said. */
class Editor {
  readonly shown: string[] = [];
  readonly said: string[] = [];
  private readonly waiting: (() => void)[] = [];
  private constructor(readonly client: Client, readonly files: Files) {
    client.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => this.apply(edit.documentChanges as (CreateFile | TextDocumentEdit)[]));
    client.connection.onRequest('window/showDocument', ({ uri }: ShowDocumentParams) => this.tell(this.shown, addressOfUri(uri).slice(ROOT.length + 1)));
    client.connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => this.tell(this.said, message));
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => void this.tell(this.said, message));
  }
  static async with(files: { [path: string]: string }, capabilities = WHOLE): Promise<Editor> {
    const disk = new Files(files);
    const client = localClient({ disk });
    const editor = new Editor(client, disk);
    await client.start(capabilities, { vscode: true }, [ROOT_URI]);
    return editor;
  }
  text(path: string): string {
    return this.files.texts.get(`${ROOT}/${path}`)!;
  }
  /** Runs a command, and waits until something has been shown or said. */
  async run(command: string, path: string, ...more: unknown[]): Promise<void> {
    const before = this.shown.length + this.said.length;
    await this.client.request('workspace/executeCommand', { command, arguments: [uriOf(path), ...more] });
    await this.until(() => this.shown.length + this.said.length > before);
  }
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => void this.waiting.push(resolve));
  }
  private tell(list: string[], what: string): { success: true } {
    list.push(what);
    for (const resolve of this.waiting.splice(0)) resolve();
    return { success: true };
  }
  private apply(changes: (CreateFile | TextDocumentEdit)[]): { applied: boolean } {
    for (const change of changes) {
      if ('kind' in change) {
        const address = addressOfUri(change.uri);
        if (this.files.texts.has(address)) return { applied: false };
        this.files.texts.set(address, '');
      } else {
        const address = addressOfUri(change.textDocument.uri);
        const document = TextDocument.create(address, 'yaml', 1, this.files.texts.get(address)!);
        this.files.texts.set(address, TextDocument.applyEdits(document, change.edits as never));
      }
    }
    return { applied: true };
  }
}
const uriOf = (path: string): string => `${ROOT_URI}/${path}`;

describe('vurdert.lagFra', () => {
  it('makes the file, links the others to it, and shows it', async () => {
    const platform = bare('plattform').replace('status: besluttet\n', 'status: besluttet\nip: ./x.ip.yaml\n');
    const editor = await Editor.with({ 'x.ip.yaml': bare('ip'), 'x.plattform.yaml': platform });
    await editor.run('vurdert.lagFra', 'x.ip.yaml', 'plm');
    expect(editor.shown).toEqual(['x.plm.yaml']);
    expect(editor.text('x.plm.yaml')).toContain('# fra x.ip.yaml, A.3\n  A.2: Fortelle ungdom i bydelen');
    expect(editor.text('x.plm.yaml')).toContain('# fra x.plattform.yaml, D.9\n  A.7: ');
    expect(editor.text('x.plm.yaml')).toContain('\nip: ./x.ip.yaml\n');
    expect(editor.text('x.plattform.yaml')).toContain('\nplm: ./x.plm.yaml\n');
    expect(editor.text('x.ip.yaml')).toBe(bare('ip'));
  });
  it('takes what is open as it stands there, and leaves a file of that name alone', async () => {
    const editor = await Editor.with({ 'x.ip.yaml': bare('ip'), 'x.plm.yaml': 'vurdering: plm\ntittel: Noe annet\n' });
    await editor.client.open(uriOf('x.ip.yaml'), bare('ip').replace('A.3: Fortelle', 'A.3: Vise'));
    await editor.run('vurdert.lagFra', 'x.ip.yaml', 'plm');
    expect(editor.shown).toEqual(['x-2.plm.yaml']);
    expect(editor.text('x-2.plm.yaml')).toContain('  A.2: Vise ungdom');
    expect(editor.text('x.plm.yaml')).toBe('vurdering: plm\ntittel: Noe annet\n');
  });
  it('shows the one that the case has, and links to it where that lacks', async () => {
    const linked = (text: string): string => text.replace('status: besluttet\n', 'status: besluttet\nip: ./x.ip.yaml\n');
    const editor = await Editor.with({ 'x.ip.yaml': bare('ip'), 'x.plattform.yaml': linked(bare('plattform')), 'y.plm.yaml': linked(bare('plm')) });
    await editor.run('vurdert.lagFra', 'x.plattform.yaml', 'plm');
    expect(editor.said).toEqual(['y.plm.yaml hører alt til denne behandlingen.']);
    await editor.until(() => editor.shown.length > 0);
    expect(editor.shown).toEqual(['y.plm.yaml']);
    expect(editor.text('x.plattform.yaml')).toContain('\nplm: ./y.plm.yaml\n');
    expect(editor.files.texts.size).toBe(3);
  });
  it('tells the user where the editor cannot make files', async () => {
    const editor = await Editor.with({ 'x.ip.yaml': bare('ip') }, { ...MODERN, workspace: { applyEdit: true } });
    await editor.run('vurdert.lagFra', 'x.ip.yaml', 'plm');
    expect(editor.said).toEqual(['Redigeringsprogrammet lar ikke Vurdert lage nye filer. Lag filen x.plm.yaml selv.']);
  });
});

describe('vurdert.lagRad', () => {
  it('enters the row in the nearest record and names it in the assessment', async () => {
    const record = 'vurdering: behandlingsoversikt\nmal: behandlingsoversikt-2026\ntittel: Oversikt\nbehandlingsansvarlig: Bydel Solsiden\nsvar:\n  behandlinger:\n';
    const editor = await Editor.with({ 'klubben/x.plattform.yaml': bare('plattform'), 'behandlingsoversikt.yaml': record, 'annet/behandlingsoversikt.yaml': record });
    await editor.run('vurdert.lagRad', 'klubben/x.plattform.yaml');
    expect(editor.shown).toEqual(['behandlingsoversikt.yaml']);
    expect(editor.text('behandlingsoversikt.yaml')).toContain('  behandlinger:\n    - id: klubben-x\n      navn: Fritidsklubbens informasjonskonto på Instagram\n      vurdering: ./klubben/x.plattform.yaml\n');
    expect(editor.text('klubben/x.plattform.yaml')).toContain(`behandlingsoversikt:\n  fil: ../behandlingsoversikt.yaml\n  id: klubben-x\n  dato: ${TODAY}\n`);
    expect(editor.text('annet/behandlingsoversikt.yaml')).toBe(record);
  });
  it('makes a record where there is none, at the top', async () => {
    const editor = await Editor.with({ 'klubben/x.plattform.yaml': bare('plattform') });
    await editor.run('vurdert.lagRad', 'klubben/x.plattform.yaml');
    expect(editor.shown).toEqual(['behandlingsoversikt.yaml']);
    expect(analyseText(editor.text('behandlingsoversikt.yaml'), 'behandlingsoversikt.yaml').assessment.facts['behandlinger']).toHaveLength(1);
  });
  it('says so where there is nothing to do, and where it is too early', async () => {
    const platform = bare('plattform');
    const editor = await Editor.with({ 'klubben/x.plattform.yaml': platform, 'y.ip.yaml': bare('ip') });
    await editor.run('vurdert.lagRad', 'y.ip.yaml');
    expect(editor.said).toEqual(['Raden lages av plattformvurderingen, PLM-en eller DPIA-en. Lag en av dem først.']);
    expect(editor.shown).toEqual([]);
  });
});

describe('a new assessment', () => {
  it('from the lists that the templates give', async () => {
    const { client } = await Editor.with({});
    const options = await client.request<OptionsResult>('vurdert/options', { kind: 'plattform' });
    expect(options.kinds).toContainEqual({ value: 'ip', text: 'Innledende personvernvurdering' });
    expect(options.platforms).toContainEqual({ value: 'discord', text: 'Discord' });
    expect(options.strategies.map(({ value }) => value)).toEqual(['deling', 'toveis', 'gaming', 'feltarbeid']);
    expect((await client.request<OptionsResult>('vurdert/options', {})).platforms).toEqual([]);
  });
  it('has a name that is free, and the organisation that is named nearby', async () => {
    const { client } = await Editor.with({ 'klubben/klubben-discord.plattform.yaml': bare('plattform') });
    const params = { kind: 'plattform', title: 'Klubben på Discord', service: 'Klubben', platforms: ['discord'], strategies: ['gaming'], folder: uriOf('klubben') };
    const made = await client.request<NewAssessmentResult>('vurdert/newAssessment', params);
    expect(made!.uri).toBe(uriOf('klubben/klubben-discord-2.plattform.yaml'));
    const { assessment } = analyseText(made!.text, 'x.plattform.yaml');
    expect(assessment.facts).toMatchObject({ tittel: 'Klubben på Discord', behandlingsansvarlig: 'Bydel Solsiden', 'A.1': 'Klubben', 'B.1': ['discord'], 'C.1': ['gaming'] });
    expect(assessment.answers.has('C.7')).toBe(true);
  });
});

describe('lenses and quick fixes', () => {
  it('carry the commands', async () => {
    const text = 'vurdering: plattform\nmal: plattform-2026\ntittel: T\nbehandlingsansvarlig: B\nstatus: utkast\nsvar:\n';
    const { client } = await Editor.with({ 'x.plattform.yaml': text });
    const uri = uriOf('x.plattform.yaml');
    await client.open(uri, text);
    await client.request('vurdert/assessments', undefined); // once the folders have been read
    const commands = (await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } })).map(({ command }) => command!);
    expect(commands).toContainEqual({ title: 'Lag innledende personvernvurdering fra denne', command: 'vurdert.lagFra', arguments: [uri, 'ip'] });
    expect(client.initialized.capabilities.executeCommandProvider!.commands).toEqual(['vurdert.settInnSvar', 'vurdert.lagFra', 'vurdert.lagRad', 'vurdert.bringAJour']);
    await client.pull(uri);
    const range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
    const make = actions.find(({ command }) => command)!;
    expect(make).toMatchObject({ title: 'Lag innledende personvernvurdering fra denne', command: { command: 'vurdert.lagFra', arguments: [uri, 'ip'] } });
    expect(make.edit).toBeUndefined();
  });
});
