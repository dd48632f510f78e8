/** Runs a function once what has already arrived is handled: messages in the queue first, then it. */
type Later = (run: () => void) => void;

/** Web workers lack setImmediate; a timer of zero comes closest there. */
const later: Later = typeof setImmediate === 'function' ? (run) => void setImmediate(run) : (run) => void setTimeout(run, 0);

/**
 * Resolves when queued input has had its turn. Twice, because the connection hands over one message each turn and
 * reads its pipe between them: after two, either a newer message has come through or none was waiting.
 */
export function drained(): Promise<void> {
  return new Promise((resolve) => later(() => later(resolve)));
}
