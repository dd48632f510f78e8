// Where VS Code starts the web suite. The runner (run.mjs) reads what is told here out of the window's console.
import 'mocha/mocha.js'; // the browsers' build: it puts `mocha` in the global scope

const tell = (what: object): void => console.log(`vurdert-suite ${JSON.stringify(what)}`);

export async function run(): Promise<void> {
  const { mocha } = globalThis as unknown as { mocha: BrowserMocha };
  mocha.setup({ ui: 'bdd', reporter: class {}, timeout: 60_000 });
  await import('./activation.test.ts');
  await import('./web.test.ts');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      // Told last: its absence tells the runner that the suite was cut off.
      tell({ stats: { passes, failures } });
      if (failures) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
    let passes = 0;
    runner.on('pass', (test) => {
      passes++;
      tell({ line: `  ✔ ${test.fullTitle()}` });
    });
    runner.on('fail', (test, error) => tell({ line: `  ✖ ${test.fullTitle()}\n${error.stack ?? error.message}` }));
  });
}

interface BrowserMocha {
  setup(options: object): void;
  run(done: (failures: number) => void): { on(event: 'pass' | 'fail', listener: (test: { fullTitle(): string }, error: Error) => void): void };
}
