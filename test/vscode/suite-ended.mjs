/** What the runners of both extension hosts wait for. */

/**
 * Resolves when the suite has ended: VS Code's exit code (0 when it went well), or a text that says what happened.
 * `limit`: milliseconds.
 */
export function suiteEnded(page, server, limit) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(`ikke ferdig etter ${limit / 1000} s`), limit);
    const end = (result) => {
      clearTimeout(timer);
      resolve(result);
    };
    page.exposeFunction('codeAutomationExit', end).catch(reject);
    page.on('crash', () => end('siden i Chromium krasjet'));
    page.context().browser().on('disconnected', () => end('Chromium avsluttet'));
    server.exited.then(end);
  });
}
