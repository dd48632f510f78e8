// Nothing that Vurdert or its VS Code shows may come from, or go to, another machine.
//
// Where the window asks, as found by listening to the embedded VS Code:
// - http://127.0.0.1:<port> and ws://127.0.0.1:<port>: the server itself. Webviews load their frame from here too, not
//   from a host of their own on vscode-cdn.net as on the web.
// - https://<authority>.vscode-resource.vscode-cdn.net: files that a webview takes from the extension or the
//   workspace (asWebviewUri). The name is never looked up: the webview's service worker answers, with what the server
//   on 127.0.0.1 gave it. So it is allowed as long as a service worker answered.
// - data: and blob: addresses, which are in the page already.
// VS Code also asks for extensions on open-vsx.org, unless its gallery is off, as startServer() leaves it.

/** Chromium looks up no other name, so that a request is not only noticed but goes nowhere. */
export const NO_NETWORK_ARGS = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'];

const isLocal = ({ protocol, hostname }) => ['data:', 'blob:', 'about:'].includes(protocol) || ['127.0.0.1', 'localhost'].includes(hostname);
const isWebviewResource = ({ hostname }) => hostname.endsWith('.vscode-resource.vscode-cdn.net');

/** Listens to everything the context's pages ask for. The set that it returns fills with the addresses on other machines. */
export function recordOutsideRequests(context) {
  const outside = new Set();
  const note = (address) => outside.add(address.slice(0, 300));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!isLocal(url) && !isWebviewResource(url)) note(request.url());
  });
  context.on('response', (response) => {
    if (isWebviewResource(new URL(response.url())) && !response.fromServiceWorker()) note(response.url());
  });
  context.on('requestfailed', (request) => {
    const lookedUp = /ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED/.test(request.failure()?.errorText ?? '');
    if (lookedUp && isWebviewResource(new URL(request.url()))) note(request.url());
  });
  context.on('page', (page) => page.on('websocket', (socket) => {
    if (!isLocal(new URL(socket.url()))) note(socket.url());
  }));
  return outside;
}
