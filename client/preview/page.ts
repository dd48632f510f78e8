/** The preview's empty page. Nothing in it runs but our one script; no style but our one sheet; nothing is loaded. */
export function pageHtml({ script, style, cspSource, nonce, loading }: { script: string; style: string; cspSource: string; nonce: string; loading: string }): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}`;
  return `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
</head>
<body>
<main id="report" class="v-report"><p class="v-quiet">${loading}</p></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
