/** What people (or an attacker) may write in an answer never becomes anything but words. */
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { analyseText } from '../fixtures.ts';
import { asked } from '../../../server/core/assessment/progress.ts';
import { library } from '../../../server/core/product.ts';
import { renderPreview, renderReport } from '../../../server/core/report/index.ts';
import { elements, parseHtml, textOf } from './html.ts';

const PAYLOADS = [
  '<script>alert(1)</script>', '<ScRiPt src=//x.example></sCrIpT>', '"><script>alert(1)</script>', '</style><script>alert(1)</script>', '</title><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>', '<img src="x" onerror="alert(1)">\n\ntekst', '<svg onload=alert(1)>', '<svg><script>alert(1)</script></svg>', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><mglyph><style><img src=x onerror=alert(1)>', '<iframe src="javascript:alert(1)"></iframe>', '<iframe srcdoc="<script>alert(1)</script>">', '<object data="x"></object>', '<embed src="x">',
  '<form action="https://x.example"><input name=q><button>Send</button></form>', '<meta http-equiv="refresh" content="0;url=https://x.example">', '<base href="https://x.example/">', '<link rel=stylesheet href=//x.example>', '<style>*{display:none}</style>',
  '<div style="position:fixed;inset:0">x</div>', '<a href="javascript:alert(1)">x</a>', '<a onclick="alert(1)" href="#">x</a>', '<details open ontoggle=alert(1)>', '<video><source onerror=alert(1)></video>', '<!-- <script>alert(1)</script> -->', '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>', '<?xml version="1.0"?><script>alert(1)</script>', '<x contenteditable onblur=alert(1)>', '<p id="sp-I.1" class="v-badge" data-path="x" data-line="1">x</p>',
  '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](java\nscript:alert(1))', '[x](&#106;avascript:alert(1))', '[x](javascript&colon;alert(1))', '[x](<javascript:alert(1)>)', '[x]( javascript:alert(1))', '[x](\u0001javascript:alert(1))',
  '[x](vbscript:msgbox(1))', '[x](data:text/html,<script>alert(1)</script>)', '[x](data:text/html;base64,PHNjcmlwdD4=)', '[x](file:///etc/passwd)', '[x](command:workbench.action.quit)', '[x](vscode://x/y)', '[x](//x.example)', '[x](/etc/passwd)', '[x](../andre.yaml)',
  '[x][1]\n\n[1]: javascript:alert(1)', '![x](https://x.example/x.png)', '![x](data:image/svg+xml,<svg onload=alert(1)>)', '![x"onerror="alert(1)](x)', '![x][1]\n\n[1]: https://x.example/x.png', '[![x](x)](javascript:alert(1))', '<javascript:alert(1)>', '<https://x.example/"onmouseover="alert(1)>',
  '[x](https://x.example "t\\" onmouseover=alert(1)")', '`<script>alert(1)</script>`', '```html\n<script>alert(1)</script>\n```', '```v-badge"><script>\nx\n```', '> > > <script>alert(1)</script>', '- <img src=x onerror=alert(1)>\n  - <svg onload=alert(1)>',
  '| a |\n|---|\n| <script>alert(1)</script> |', '# <script>alert(1)</script>', '**<b onmouseover=alert(1)>x</b>**', 'x[^1]\n\n[^1]: <script>alert(1)</script>', '- [x] <input autofocus onfocus=alert(1)>', '\\<script>alert(1)\\</script>', '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;alert(1)&#60;/script&#62;',
  '{{constructor.constructor("alert(1)")()}}', '${alert(1)}', '\u202e<script>', 'www.x.example/"onmouseover="alert(1)', 'a@x.example"onmouseover=alert(1)', '<a href="https://x.example" ping="https://x.example">x</a>',
];
const TAGS = ['a', 'article', 'blockquote', 'body', 'br', 'code', 'del', 'details', 'div', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'head', 'header', 'hr', 'html', 'li', 'main', 'meta', 'nav', 'ol', 'p', 'pre', 'section', 'span', 'strong', 'style', 'summary', 'table', 'tbody', 'td', 'th', 'thead', 'title', 'tr', 'ul'];
const ATTRIBUTES = ['align', 'ariaHidden', 'ariaLabel', 'charset', 'className', 'content', 'dataLine', 'dataPath', 'href', 'httpEquiv', 'id', 'lang', 'name', 'open', 'scope', 'start', 'tabindex', 'title'];

/** The payload in every kind of place that a file has. */
const fileWith = (payload: string): string => stringify({
  vurdering: 'dpia', mal: 'e-helse-2018', tittel: payload, behandlingsansvarlig: payload, status: 'utkast', kriterier: [payload], behov: { konklusjon: payload, begrunnelse: payload }, oppstart: payload,
  svar: {
    'I.1': payload, 'II.1.p1': payload, 'II.4.1': [payload, { [payload]: payload }], 'II.4.2': { svar: 'ja', forklaring: payload }, 'III.1.3': { svar: 'ikke relevant', begrunnelse: payload }, [payload]: payload, 'II.4.9': payload,
  },
  risikoer: [{ scenario: payload, kilde: payload, sannsynlighet: payload, konsekvens: 4, tiltak: [{ tiltak: payload, ansvarlig: payload, frist: payload, status: payload }] }],
  personvernombud: { råd: payload, dato: payload }, beslutning: { utfall: payload, begrunnelse: payload, av: payload, forbedringer: [{ forbedring: payload }] }, 'forhåndsdrøftelse': { anmodet: payload, dokumentasjon: payload },
  'registrertes-synspunkter': { innhentet: payload, beskrivelse: payload }, 'barnets-beste': payload, 'neste-gjennomgang': payload, eget: [{ spørsmål: payload, svar: payload }],
  undertrykk: [{ funn: 'ubesvart', på: payload, begrunnelse: payload }, { funn: payload, begrunnelse: payload }],
});

function expectHarmless(text: string, format: 'html' | 'preview'): void {
  const analysis = analyseText(text);
  const tree = parseHtml(format === 'html' ? renderReport(analysis, { format }) : renderPreview(analysis).join('\n'));
  const all = elements(tree);
  const gather = (pick: (element: (typeof all)[number]) => unknown[]): unknown[] => [...new Set(all.flatMap(pick))];
  expect(gather(({ tagName }) => [tagName]).filter((name) => !TAGS.includes(String(name)))).toEqual([]);
  expect(gather(({ properties }) => Object.keys(properties)).filter((name) => !ATTRIBUTES.includes(String(name)))).toEqual([]);
  expect(gather(({ properties }) => [properties['href'] ?? '#']).filter((url) => !/^(https?:\/\/|mailto:|#)/.test(String(url)))).toEqual([]);
  expect(gather(({ properties }) => (properties['className'] as string[] | undefined) ?? []).filter((name) => !/^v-/.test(String(name)))).toEqual([]);
  const ids = all.flatMap(({ properties }) => properties['id'] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(elements(tree, 'style')).toHaveLength(format === 'html' ? 1 : 0);
  expect(elements(tree, 'meta')).toHaveLength(format === 'html' ? 4 : 0);
}

/** Every payload as an answer of its own: prose, an explanation, a risk, a question of their own. */
const fileWithAll = (): string => stringify({
  vurdering: 'dpia', svar: Object.fromEntries([...library.templates[0]!.parts].flatMap((part) => asked(analyseText('vurdering: dpia').assessment, part)).flatMap((question, i): [string, unknown][] => {
    const payload = PAYLOADS[i % PAYLOADS.length]!;
    return question.kind.type === 'yes-no' ? [[question.id, { svar: 'ja', forklaring: payload }]] : [[question.id, payload]];
  })),
  risikoer: PAYLOADS.map((payload) => ({ scenario: payload, kilde: payload, tiltak: [{ tiltak: payload }] })), eget: PAYLOADS.map((payload) => ({ spørsmål: payload, svar: payload })),
});

it.each(PAYLOADS.filter((_, i) => i % 12 === 0))('%j in every place of a file', (payload) => expectHarmless(fileWith(payload), 'preview'));
it.each(['html', 'preview'] as const)('every payload as an answer (%s)', (format) => expectHarmless(fileWithAll(), format));

it('shows raw HTML as the words that were written, so that nothing is lost', () => {
  const text = textOf(parseHtml(renderReport(analyseText(fileWith('Skriv <Navn på tjenesten> her')), { format: 'html' })));
  expect(text.split('Skriv <Navn på tjenesten> her').length).toBeGreaterThan(10);
});

it('keeps raw HTML out of the Markdown', () => {
  const markdown = renderReport(analyseText(fileWith('<img src=x onerror=alert(1)>')), { format: 'markdown' });
  expect(markdown).not.toMatch(/(^|[^\\])<img/m);
});

it.each([['blockquotes', '> '.repeat(3000) + 'x'], ['lists', '- '.repeat(3000) + 'x'], ['emphasis', '*a **b '.repeat(2000)], ['brackets', '['.repeat(20_000)], ['links', '[a]('.repeat(5000)], ['table', `|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}\n`.repeat(3)], ['backticks', '`'.repeat(5000) + 'a' + '``'.repeat(1000)]])('%s nested beyond reason', (_, payload) => {
  expect(renderReport(analyseText(stringify({ vurdering: 'dpia', svar: { 'II.1.p1': payload } })), { format: 'html' })).toContain('</html>');
});
