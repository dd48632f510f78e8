/** A folder of assessments on the disk, and a server in this process that has it open. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach } from 'vitest';
import type { ClientCapabilities, Diagnostic, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import type { WorkspaceIndex } from '../../server/workspace/index.ts';
import { addressDisk } from '../../server/workspace/node-disk.ts';
import { uriOfAddress } from '../../server/workspace/uris.ts';
import { root } from '../core/fixtures.ts';
import { localClient, type Client } from './client.ts';

export const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
};
export const PLATFORM = 'fritidsklubben/instagram.plattform.yaml';
export const IP = 'fritidsklubben/instagram.ip.yaml';
export const PLM = 'fritidsklubben/instagram.plm.yaml';
export const RECORD = 'behandlingsoversikt.yaml';

const temporary: string[] = [];
afterEach(() => {
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with the complete case, whose name has what a URI encodes. */
export class Folder {
  readonly at = path.join(realpathSync(mkdtempSync(path.join(tmpdir(), 'vurdert-'))), 'bydel på (nord)');
  readonly uri = uriOfAddress(pathToFileURL('/').href + this.at.replaceAll(path.sep, '/').replace(/^\//, ''));
  constructor(files = [PLATFORM, IP, PLM, RECORD]) {
    temporary.push(path.dirname(this.at));
    for (const file of files) {
      mkdirSync(path.dirname(this.path(file)), { recursive: true });
      cpSync(path.join(root, 'samples/bydel', file), this.path(file));
    }
    // The other cases of the sample are not here.
    if (files.includes(RECORD)) this.write(RECORD, /^[\s\S]*?ført: \S+\n/.exec(this.read(RECORD))![0]);
  }
  path(file: string): string {
    return path.join(this.at, file);
  }
  uriOf(file: string): string {
    return `${this.uri}/${file.split('/').map(encodeURIComponent).join('/')}`;
  }
  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }
  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }
  replace(file: string, from: string | RegExp, to: string): void {
    const text = this.read(file);
    const next = text.replace(from, to);
    if (next === text) throw new Error(`«${from}» is not in ${file}`);
    this.write(file, next);
  }
}

export interface Session {
  client: Client;
  index: WorkspaceIndex;
  /** Counts what the server has asked for or told. */
  told: { refreshes: number; lists: number };
  /** Resolves at the next of them. */
  next(what: 'refreshes' | 'lists'): Promise<void>;
  touch(...uris: string[]): Promise<void>;
  pullAll(previous?: WorkspaceDocumentDiagnosticReport[]): Promise<WorkspaceDocumentDiagnosticReport[]>;
}

export async function start(folders: Folder[], capabilities = PULLS, disk = addressDisk): Promise<Session> {
  let index!: WorkspaceIndex;
  const client = localClient({ disk, onIndex: (made) => (index = made) });
  const told = { refreshes: 0, lists: 0 };
  const waiting: { what: keyof typeof told; resolve: () => void }[] = [];
  const tell = (what: keyof typeof told): void => {
    told[what]++;
    for (const each of waiting.splice(0)) (each.what === what ? each.resolve() : waiting.push(each));
  };
  client.connection.onRequest('workspace/diagnostic/refresh', () => (tell('refreshes'), null));
  client.connection.onNotification('vurdert/assessmentsChanged', () => tell('lists'));
  await client.start(capabilities, undefined, folders.map(({ uri }) => uri));
  await client.request('vurdert/process', { uri: '' }); // the server has begun
  return {
    client, index, told,
    next: (what) => new Promise((resolve) => void waiting.push({ what, resolve })),
    touch: (...uris) => client.notify('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: 2 })) }),
    async pullAll(previous = []) {
      const previousResultIds = previous.map(({ uri, resultId }) => ({ uri, value: resultId! }));
      return (await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds })).items;
    },
  };
}

export const of = (items: WorkspaceDocumentDiagnosticReport[], uri: string): WorkspaceFullDocumentDiagnosticReport => {
  const found = items.find((item) => item.uri === uri);
  if (found?.kind !== 'full') throw new Error(`${uri}: ${found?.kind}`);
  return found;
};
export const codes = (items: Diagnostic[]): string[] => items.map(({ code }) => String(code));
