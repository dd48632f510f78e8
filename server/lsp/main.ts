// What dist/server.cjs holds, the same file for a program of Node's and for a web worker: `node dist/server.cjs
// --stdio`, over Node's own channel when VS Code starts it, or as a part that lsp/worker.ts loads. What only Node has
// is read in Node alone.
export { serveWorker } from './in-worker.ts';

const isWebWorker = 'importScripts' in globalThis;
if (!isWebWorker) void import('./start.ts').then(({ startServer }) => startServer());
