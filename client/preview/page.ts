import { texts } from '../texts.ts';
import type { ToolbarAction } from './messages.ts';

/** The preview's page before there is a report. Nothing in it runs but our one script; no style but our one sheet; nothing is loaded. */
export function pageHtml({ script, style, cspSource, nonce, isComparison }: { script: string; style: string; cspSource: string; nonce: string; isComparison: boolean }): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}`;
  return `<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
</head>
<body data-copy="${texts('client.preview.copy')}" data-go="${texts('client.preview.go')}"${isComparison ? ' class="v-comparing"' : ''}>
${toolbar(isComparison)}
<main id="report" class="v-report"><p class="v-quiet">${texts('client.preview.loading')}</p></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function toolbar(isComparison: boolean): string {
  const button = (action: ToolbarAction, words: string, title: string, isSwitch = false): string =>
    `<button type="button" data-action="${action}" title="${title}"${isSwitch ? ' aria-pressed="false"' : ''}>${words}</button>`;
  const editions = `<span role="group" aria-label="${texts('client.preview.edition')}" class="v-switch">${
    button('internal', texts('client.preview.edition.internal'), texts('client.preview.edition.internal.title'), true)}${
    button('public', texts('client.preview.edition.public'), texts('client.preview.edition.public.title'), true)}</span>`;
  const compare = button('compare', texts('client.preview.compare'), texts('client.preview.compare.title'));
  const find = button('find', texts('client.preview.find'), texts('client.preview.find.title'));
  const only = isComparison ? [compare, find] : [
    button('export', texts('client.preview.export'), texts('client.preview.export.title')),
    button('print', texts('client.preview.print'), texts('client.preview.print.title')),
    compare, find,
    button('lock', texts('client.preview.lock'), texts('client.preview.lock.title'), true),
  ];
  return `<div class="v-toolbar" role="toolbar" aria-label="${texts('client.preview.toolbar')}">${editions}${only.join('')}</div>`;
}
