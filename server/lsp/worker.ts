/**
 * The web worker that the server runs in (dist/web/worker.js). It knows nothing but how to fetch the other files of
 * dist/, which are Node's too: each hands itself to `vurdertPart` (scripts/build.mjs). They are fetched when they are
 * first asked for, and at once: who asks with `require` cannot wait. Nothing is evaluated from a string: a part runs as
 * a script of its own.
 *
 * The first message says where they lie, and is answered when the server is there; what follows is the server's.
 */
import type { Port } from './in-worker.ts';

/** The client's first message. */
export interface Begin {
  /** The address of the folder dist/, with a slash at its end. */
  parts: string;
}
/** The answer. */
export type Begun = { ready: true } | { problem: string };

type Make = (require: (name: string) => object, module: { exports: object }, exports: object) => void;

/** What we need of a web worker's scope; its own types would take the place of Node's in the whole project. */
interface Scope {
  addEventListener(type: 'message', listener: (event: { data: Begin }) => void, options: { once: boolean }): void;
  postMessage(message: Begun): void;
  importScripts(address: string): void;
  vurdertPart?: (make: Make) => void;
}
interface Request {
  status: number;
  responseText: string;
  open(method: 'GET', address: string, async: false): void;
  send(): void;
}
declare const self: Scope;
declare const XMLHttpRequest: new () => Request;

const modules = new Map<string, { exports: object }>();

/** A part by its name beside the others, `./report.cjs`. */
function load(name: string, folder: string): object {
  const known = modules.get(name);
  if (known) return known.exports;
  const request = new XMLHttpRequest();
  request.open('GET', folder + name.replace('./', ''), false);
  request.send();
  if (request.status !== 200) throw new Error(`${name}: ${request.status}`);
  // Whatever a web server says that a .cjs is, a script it is.
  const script = URL.createObjectURL(new Blob([request.responseText], { type: 'text/javascript' }));
  const module = { exports: {} };
  self.vurdertPart = (make) => {
    modules.set(name, module);
    make((other) => load(other, folder), module, module.exports);
  };
  try {
    self.importScripts(script);
  } finally {
    URL.revokeObjectURL(script);
  }
  return module.exports;
}

self.addEventListener('message', ({ data: { parts } }) => {
  try {
    const server = load('./server.cjs', parts) as typeof import('./main.ts');
    server.serveWorker(self as unknown as Port);
    self.postMessage({ ready: true });
  } catch (error) {
    self.postMessage({ problem: error instanceof Error ? error.message : String(error) });
  }
}, { once: true });
