// Where VS Code starts the suite. run-suite.mjs and @vscode/test-electron both call run().
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

export async function run(): Promise<void> {
  // The embedded VS Code has no console that a terminal shows, so its runner names a file to report to.
  const output = process.env.VURDERT_SUITE_OUTPUT;
  if (output) Mocha.reporters.Base.consoleLog = (...line: unknown[]) => fs.appendFileSync(output, `${format(...line)}\n`);

  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, slow: 2000 });
  for (const name of fs.readdirSync(__dirname).filter((each) => each.endsWith('.test.cjs')).sort()) mocha.addFile(path.join(__dirname, name));

  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      // Written last: its absence tells the runner that the suite was cut off.
      if (output) fs.writeFileSync(`${output}.json`, JSON.stringify(runner.stats));
      if (failures) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
  });
}
