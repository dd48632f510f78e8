// The server as a program: `node dist/server.cjs --stdio`, or over Node's own channel when VS Code starts it.
import { startServer } from './start.ts';

startServer();
