// The same suite in a desktop VS Code, which @vscode/test-electron downloads: for machines with internet access and
// a display (on Linux without one: `xvfb-run -a npm run test:desktop`). Build the extension first.
//
//   node test/vscode/run-desktop.mjs [version]     «stable» when no version is given
import { runTests } from '@vscode/test-electron';
import path from 'node:path';
import { buildSuite } from './build-suite.mjs';
import { cacheDir, root } from './get-vscode.mjs';
import { copySamples, removeDir, temporaryDir } from './vscode-server.mjs';

const samples = copySamples();
const userData = temporaryDir('vsc-'); // short, because VS Code puts sockets in it
try {
  process.exitCode = await runTests({
    version: process.argv[2] ?? 'stable',
    cachePath: path.join(cacheDir, 'desktop'),
    extensionDevelopmentPath: root,
    extensionTestsPath: await buildSuite(),
    launchArgs: [samples.workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--user-data-dir', userData],
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  samples.remove();
  removeDir(userData);
}
