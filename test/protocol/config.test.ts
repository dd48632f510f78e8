/** vurdert.config.yaml over LSP: help while it is written, and what it does to open and closed assessments. */
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, Diagnostic, DocumentLink, DocumentSymbol, FoldingRange, Hover, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { PAGE } from '../../server/lsp/protocol.ts';
import { placeOf } from './client.ts';
import { codes, Folder, IP, of, PLATFORM, PULLS, start } from './folder.ts';

const CONFIG = 'vurdert.config.yaml';
const CODE = 'deltakere-faerre-enn-to';

/** The complete case with one finding, in the IP. */
function folderWithFinding(): Folder {
  const folder = new Folder();
  folder.replace(IP, /^ {2}A\.9: .*$/m, '  A.9: Personvern- og informasjonskoordinatoren');
  return folder;
}
const severities = (items: Diagnostic[], code = CODE): (number | undefined)[] => items.filter((item) => item.code === code).map(({ severity }) => severity);
const fullOf = (report: unknown): Diagnostic[] => {
  const { kind, items } = report as { kind: string; items: Diagnostic[] };
  if (kind !== 'full') throw new Error(kind);
  return items;
};
const given = (items: WorkspaceDocumentDiagnosticReport[], uri: string): boolean => items.some((item) => item.uri === uri && item.kind === 'full');

describe('while it is written', () => {
  const text = "regler:\n  deltakere-faerre-enn-too: av\n  dpia-mangler: av\nmaler: [finnes-ikke, ../ute]\nsprak: nn\n";

  it('says what is wrong where it stands, with the nearest word and a fix for it', async () => {
    const folder = folderWithFinding();
    const { client } = await start([folder], { ...PULLS, textDocument: { ...PULLS.textDocument, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } } });
    const uri = folder.uriOf(CONFIG);
    await client.open(uri, text);
    const items = fullOf(await client.pull(uri));
    expect(items.map(({ code, range }) => `${range.start.line}: ${code}`)).toEqual(['1: konfigurasjon-regel', '2: konfigurasjon-for-lavt', '3: konfigurasjon-sti', '3: konfigurasjon-sti', '4: konfigurasjon-nokkel']);
    expect(items[0]!.message).toContain('«deltakere-faerre-enn-to»');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: items[0]!.range, context: { diagnostics: [items[0]!] } });
    expect(actions.map(({ title, diagnostics }) => [title, diagnostics?.length])).toEqual([['Bytt til «deltakere-faerre-enn-to»', 1]]);
  });

  it('has an outline, folds, and links to the files and folders that are there', async () => {
    const folder = folderWithFinding();
    folder.write('maler/egen.mal.yaml', 'navn: noe annet\n');
    const { client, pullAll } = await start([folder], { ...PULLS, textDocument: { ...PULLS.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } } });
    const document = { textDocument: { uri: folder.uriOf(CONFIG) } };
    await client.open(document.textDocument.uri, '# Hva som gjelder\n# hos oss\nvirksomhet:\n  navn: Solvik kommune\nmaler:\n  - maler\n  - maler/egen.mal.yaml\n  - finnes-ikke\n  - ../ute\nutelat: [arkiv, kladd]\n');
    await pullAll();
    const [root] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', document);
    expect([root!.name, root!.detail]).toEqual([CONFIG, 'Solvik kommune']);
    expect(root!.children!.map(({ name, detail, children }) => [name, detail, children?.map((child) => child.name)])).toEqual([['virksomhet', '', ['navn']], ['maler', 'maler, maler/egen.mal.yaml, finnes-ikke, ../ute', []], ['utelat', 'arkiv, kladd', []]]);
    expect((await client.request<FoldingRange[]>('textDocument/foldingRange', document)).map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([[0, 1, 'comment'], [2, 3, undefined], [4, 8, undefined]]);
    expect((await client.request<DocumentLink[]>('textDocument/documentLink', document)).map(({ range, target }) => [range.start.line, target])).toEqual([[5, folder.uriOf('maler')], [6, folder.uriOf('maler/egen.mal.yaml')]]);
  });

  it('offers keys, codes with those that the assessments have first, levels that are allowed, and paths', async () => {
    const folder = folderWithFinding();
    folder.write('maler/egen.yaml', 'navn: noe annet\n');
    const { client, pullAll } = await start([folder]);
    await pullAll();
    const uri = folder.uriOf(CONFIG);
    const labels = async (written: string): Promise<string[]> => {
      await client.open(uri, written);
      const items = await client.at<CompletionItem[]>('textDocument/completion', uri, `${written}\u0000`, '\u0000');
      await client.close(uri);
      return items.sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1)).map(({ label }) => label);
    };
    expect(await labels('')).toEqual(['mapper', 'utelat', 'regler', 'maler', 'regelfiler', 'virksomhet', 'risikoskala', 'roller', 'språk']);
    expect((await labels('regler:\n  '))[0]).toBe(CODE);
    expect(await labels('regler:\n  ubesvarte: ')).toEqual(['av', 'informasjon', 'advarsel', 'feil']);
    expect(await labels('regler:\n  dpia-mangler: ')).toEqual(['advarsel', 'feil']);
    expect(await labels('regler:\n  ubesvarte:\n    ')).toEqual(['utkast', 'til-vurdering', 'besluttet']);
    expect(await labels('språk: ')).toEqual(['nb', 'nn', 'en']);
    expect(await labels('maler: [')).toContain('maler/egen.yaml');
    expect(await labels('utelat:\n  - ')).toEqual(['fritidsklubben', 'maler']);
  });

  it('explains keys, levels, and what a rule says without it', async () => {
    const folder = new Folder([]);
    const { client } = await start([folder]);
    const uri = folder.uriOf(CONFIG);
    await client.open(uri, text);
    const words = async (needle: string, at = 1): Promise<string> => ((await client.at<Hover | null>('textDocument/hover', uri, text, needle, at))?.contents as { value: string } | undefined)?.value ?? '';
    expect(await words('regler')).toContain('Hvor alvorlig funnene er');
    expect(await words('dpia-mangler')).toContain('advarsel');
    expect(await words(': av', 2)).toContain('Vis ikke funnet');
    expect(await words('sprak')).toBe('');
  });

  it('has its findings while it is closed, too', async () => {
    const folder = folderWithFinding();
    folder.write(CONFIG, text);
    const { pullAll, client } = await start([folder]);
    expect(codes(of(await pullAll(), folder.uriOf(CONFIG)).items)).toEqual(['konfigurasjon-regel', 'konfigurasjon-for-lavt', 'konfigurasjon-sti', 'konfigurasjon-sti', 'konfigurasjon-nokkel']);
    expect(await client.end()).toBeNull();
  });
});

describe('what it does', () => {
  it('grades an open assessment and a closed one, saved or not, without reading or running anything anew', async () => {
    const folder = folderWithFinding();
    const { client, index, next, pullAll } = await start([folder]);
    const [ip, config] = [folder.uriOf(IP), folder.uriOf(CONFIG)];
    const first = await pullAll();
    expect(severities(of(first, ip).items)).toEqual([2]);
    const { reads, runs } = index;
    let refreshed = next('refreshes');
    await client.open(config, `regler:\n  ${CODE}: feil\n`);
    await refreshed;
    expect(severities(of(await pullAll(first), ip).items)).toEqual([1]);
    expect([index.reads, index.runs]).toEqual([reads, runs]);

    await client.open(ip, folder.read(IP));
    expect(severities(fullOf(await client.pull(ip)))).toEqual([1]);
    refreshed = next('refreshes');
    await client.change(config, { text: `regler:\n  ${CODE}: av\n` });
    await refreshed;
    expect(severities(fullOf(await client.pull(ip)))).toEqual([]);
    expect(index.reads).toBe(reads);
    // Closed without having been saved, there is none.
    refreshed = next('refreshes');
    await client.close(config);
    await refreshed;
    expect(severities(fullOf(await client.pull(ip)))).toEqual([2]);
  });

  it('is followed on the disk: made, changed, and taken away', async () => {
    const folder = folderWithFinding();
    const { index, touch, pullAll } = await start([folder]);
    const ip = folder.uriOf(IP);
    let items = await pullAll();
    const seen: (number | undefined)[][] = [];
    for (const text of [`regler:\n  ${CODE}: feil\n`, `# uendret\nregler:\n  ${CODE}: informasjon\n`, undefined]) {
      if (text === undefined) rmSync(folder.path(CONFIG));
      else folder.write(CONFIG, text);
      await touch(folder.uriOf(CONFIG));
      items = await pullAll(items.flatMap((item) => (item.kind === 'full' ? [item] : [])));
      seen.push(severities(of(items, ip).items));
    }
    expect(seen).toEqual([[1], [3], [2]]);
    expect(index.reads).toBe(4);
  });

  it('reads anew what it makes read otherwise, each file once', async () => {
    const folder = folderWithFinding();
    folder.write(CONFIG, `regler:\n  ${CODE}: av\n`);
    const { client, index, touch, pullAll } = await start([folder]);
    const first = await pullAll();
    expect(index.reads).toBe(4);
    folder.write(CONFIG, `regler:\n  ${CODE}: av\nroller: [arkivlederen]\n`);
    await touch(folder.uriOf(CONFIG));
    const second = await pullAll(first);
    expect(codes(of(second, folder.uriOf(IP)).items)).toContain('rolle-mangler');
    expect(index.reads).toBe(8);
    expect(await client.end()).toBeNull();
  });

  it('leaves folders out, and takes them in again', async () => {
    const folder = folderWithFinding();
    folder.write(CONFIG, 'utelat: [fritidsklubben]\n');
    const { index, touch, pullAll } = await start([folder]);
    let items = await pullAll();
    expect(given(items, folder.uriOf(IP))).toBe(false);
    expect(index.reads).toBe(1);
    // Nobody says of what is left out that it lacks, or is something else.
    expect(codes(items.flatMap((item) => (item.kind === 'full' ? item.items : []))).filter((code) => code.startsWith('lenke-'))).toEqual([]);
    folder.write(CONFIG, 'mapper: [fritidsklubben/*.ip.yaml]\n');
    await touch(folder.uriOf(CONFIG));
    items = await pullAll(items.flatMap((item) => (item.kind === 'full' ? [item] : [])));
    expect(index.addresses().map((address) => address.split('/').at(-1))).toEqual(['instagram.ip.yaml']);
  });

  it('holds for its own folder and below, the nearest alone', async () => {
    const folder = folderWithFinding();
    folder.write(CONFIG, `regler:\n  ${CODE}: feil\n`);
    folder.write(`fritidsklubben/${CONFIG}`, 'språk: nb\n');
    const { pullAll } = await start([folder]);
    expect(severities(of(await pullAll(), folder.uriOf(IP)).items)).toEqual([2]);
  });

  it('goes on with the last one that could be read when it is broken, and says so', async () => {
    const folder = folderWithFinding();
    folder.write(CONFIG, `regler:\n  ${CODE}: feil\n`);
    const { client, touch, pullAll } = await start([folder]);
    const first = await pullAll();
    folder.write(CONFIG, `regler:\n\t${CODE}: [av\n`);
    await touch(folder.uriOf(CONFIG));
    const second = await pullAll(first);
    expect(codes(of(second, folder.uriOf(CONFIG)).items)).toContain('yaml-syntaks');
    await client.open(folder.uriOf(IP), folder.read(IP));
    expect(severities(fullOf(await client.pull(folder.uriOf(IP))))).toEqual([1]);
  });

  it('goes before the settings, and a suppression in the file before both', async () => {
    const folder = folderWithFinding();
    const session = await start([folder], { ...PULLS, workspace: { ...PULLS.workspace, configuration: true } });
    const { client, next, pullAll } = session;
    let settings: unknown = { [CODE]: 'feil', 'ja-utloser-dpia': 'av' };
    client.connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) => items.map(({ section }) => (section === 'vurdert.regler' ? settings : null)));
    const ip = folder.uriOf(IP);
    await pullAll();
    let refreshed = next('refreshes');
    await client.open(ip, folder.read(IP));
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    expect(severities(fullOf(await client.pull(ip)))).toEqual([1]);
    refreshed = next('refreshes');
    await client.open(folder.uriOf(CONFIG), `regler:\n  ${CODE}: informasjon\n`);
    await refreshed;
    expect(severities(fullOf(await client.pull(ip)))).toEqual([3]);
    await client.change(ip, { text: `${folder.read(IP)}undertrykk:\n  - funn: ${CODE}\n    begrunnelse: Koordinatoren gjorde vurderingen sammen med ledergruppen.\n` });
    expect(severities(fullOf(await client.pull(ip)))).toEqual([]);
    settings = {};
  });

  it('is shown with the settings on a page, value by value', async () => {
    const folder = folderWithFinding();
    folder.write(CONFIG, `regler:\n  ${CODE}: {utkast: feil}\nutelat: [arkiv]\n`);
    const { client, next, pullAll } = await start([folder], { ...PULLS, workspace: { ...PULLS.workspace, configuration: true } });
    client.connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) => items.map(({ section }) => (section === 'vurdert.regler' ? { [CODE]: 'av', plassholder: 'feil' } : null)));
    await pullAll();
    const page = async (file: string): Promise<string[]> => (await client.request<string>(PAGE, { uri: `vurdert:/gjelder/Hva%20som%20gjelder.md?${encodeURIComponent(folder.uriOf(file))}` })).split('\n');
    expect(await page(IP)).toContain(`| regler › ${CODE} › utkast | feil | ${CONFIG}:2 |`);
    const refreshed = next('refreshes');
    await client.open(folder.uriOf(IP), folder.read(IP));
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    const lines = await page(IP);
    expect(lines[0]).toBe(`# Hva som gjelder for ${IP.split('/').at(-1)!}`);
    expect(lines).toContain(`Konfigurasjonen står i ${CONFIG}.`);
    expect(lines).toContain(`| regler › ${CODE} › utkast | feil | ${CONFIG}:2 |`);
    expect(lines).toContain(`| regler › ${CODE} › besluttet | av | innstillingen «vurdert.regler» |`);
    expect(lines).toContain('| regler › plassholder › utkast | feil | innstillingen «vurdert.regler» |');
    expect(lines).toContain('| språk | nb | standard |');
    expect((await page('arkiv/a.ip.yaml')).join('\n')).toContain('Filen er utelatt');
    expect(await client.request(PAGE, { uri: 'vurdert:/gjelder/x.md' })).toBeNull();
    expect(await client.request(PAGE, { uri: 'vurdert:/gjelder/x.md?%' })).toBeNull();
  });

  it('gives new files and completion the organisation', async () => {
    const folder = new Folder([PLATFORM]);
    folder.write(CONFIG, 'virksomhet:\n  navn: Solvik kommune\n');
    const { client, pullAll } = await start([folder]);
    await pullAll();
    const made = await client.request<{ text: string }>('vurdert/newAssessment', { kind: 'ip', title: 'Ny tjeneste', folder: folder.uri });
    expect(made.text).toContain('behandlingsansvarlig: Solvik kommune');
    const text = 'vurdering: ip\nmal: ip-2026\nbehandlingsansvarlig: \n';
    const uri = folder.uriOf('ny.ip.yaml');
    await client.open(uri, text);
    const items = await client.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position: placeOf(text, 'behandlingsansvarlig: ', 22) });
    expect(items.map(({ label }) => label)).toContain('Solvik kommune');
  });

  it('costs nothing where there is none', async () => {
    const folder = folderWithFinding();
    const { client, index, pullAll } = await start([folder]);
    await pullAll();
    expect(index.reads).toBe(4);
    expect(await client.end()).toBeNull();
  });
});
