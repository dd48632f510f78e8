/**
 * The built web worker (dist/web/worker.js) as a browser would run it, but for the browser: a scope with what workers
 * have and nothing of Node's, and no code from strings. What it fetches comes from dist/.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { AbstractMessageReader, AbstractMessageWriter, createProtocolConnection, type DataCallback, type Disposable, type Message, type MessageReader, type MessageWriter, type ProtocolConnection } from 'vscode-languageserver-protocol/node';
import type { Begun } from '../../server/lsp/worker.ts';
import { root } from '../core/fixtures.ts';

const DIST = 'https://vurdert.example/dist/';

export interface WebWorker {
  /** The answer to the first message. */
  begun: Begun;
  connection: ProtocolConnection;
  /** The files that it has fetched, by their names below dist/. */
  fetched: string[];
}

/** @param parts where the worker is told that its parts lie */
export async function startWorker(parts = DIST): Promise<WebWorker> {
  const fetched: string[] = [];
  const blobs = new Map<string, string>();
  const inward: ((event: { data: unknown }) => void)[] = [];
  const outward: ((message: never) => void)[] = [];
  const scope: Record<string, unknown> = {
    URL: Object.assign(class extends URL {}, {
      createObjectURL: ({ text }: { text: string }) => {
        const address = `blob:${blobs.size}`;
        blobs.set(address, text);
        return address;
      },
      revokeObjectURL: (address: string) => void blobs.delete(address),
    }),
    location: { href: 'blob:https://vurdert.example/0', protocol: 'blob:', origin: 'https://vurdert.example', pathname: 'https://vurdert.example/0', search: '', hash: '' },
    Blob: class { text: string; constructor(pieces: string[]) { this.text = pieces.join(''); } },
    XMLHttpRequest: class {
      status = 0;
      responseText = '';
      address = '';
      open(_method: string, address: string): void { this.address = address; }
      send(): void {
        const name = this.address.slice(DIST.length);
        try {
          if (!this.address.startsWith(DIST)) throw new Error('elsewhere');
          this.responseText = readFileSync(path.join(root, 'dist', name), 'utf8');
          this.status = 200;
          fetched.push(name);
        } catch {
          this.status = 404;
        }
      }
    },
    importScripts: (address: string) => void vm.runInContext(blobs.get(address)!, context, { filename: fetched.at(-1) ?? address }),
    postMessage: (message: unknown) => {
      const copy = structuredClone(message) as never;
      setImmediate(() => outward.forEach((each) => each(copy)));
    },
    addEventListener: (type: string, listener: (event: { data: unknown }) => void, { once = false } = {}) => {
      if (type === 'message') inward.push(once ? (event) => { inward.splice(0, 1); listener(event); } : listener);
    },
    TextEncoder, TextDecoder, atob, btoa, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance, crypto, structuredClone, console,
  };
  const context = vm.createContext(scope, { codeGeneration: { strings: false, wasm: false } });
  scope['self'] = vm.runInContext('globalThis', context);
  const post = (message: unknown): void => {
    const data = structuredClone(message);
    setImmediate(() => {
      const { onmessage } = scope as { onmessage?: (event: { data: unknown }) => void };
      [...inward].forEach((each) => each({ data }));
      onmessage?.({ data });
    });
  };
  vm.runInContext(readFileSync(path.join(root, 'dist/web/worker.js'), 'utf8'), context, { filename: 'worker.js' });
  const begun = await new Promise<Begun>((resolve) => {
    outward.push(resolve);
    post({ parts });
  });
  outward.length = 0;
  const reader: MessageReader = new (class extends AbstractMessageReader {
    listen(callback: DataCallback): Disposable {
      outward.push(callback as (message: never) => void);
      return { dispose: () => void outward.splice(0) };
    }
  })();
  const writer: MessageWriter = new (class extends AbstractMessageWriter {
    write(message: Message): Promise<void> {
      post(message);
      return Promise.resolve();
    }
    end(): void {}
  })();
  return { begun, connection: createProtocolConnection(reader, writer), fetched };
}
