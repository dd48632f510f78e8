import type { Terminal } from './terminal.ts';

/** A run that is over sooner shows no progress: it would only flicker. Milliseconds. */
const LONG_RUN = 500;
/** How often progress is written. Milliseconds. */
const BETWEEN = 100;

/** Says now and then how far it has come, where somebody is watching. */
export function watch(terminal: Terminal): { progress: (files: number, assessments: number) => void; done: () => void } {
  const start = performance.now();
  let shown = 0;
  return {
    progress(files, assessments) {
      const now = performance.now();
      if (!terminal.watched || now - start < LONG_RUN || now - shown < BETWEEN) return;
      shown = now;
      terminal.error(`\r\u001B[K${terminal.texts('cli.progress', { antall: files, vurderinger: assessments })}`);
    },
    done() {
      if (shown) terminal.error('\r\u001B[K');
    },
  };
}
