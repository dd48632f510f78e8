/** The report as PDF: the HTML, printed by a browser that runs for this alone, without network and with nothing kept. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from './browser.ts';
import { pagesIn } from './pages.ts';
import { PdfProblem } from './problem.ts';

/** Seconds that a browser gets for one document. */
const LIMIT = 60;

const ARGUMENTS = [
  '--headless=new', '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--disable-extensions', '--disable-sync', '--disable-background-networking', '--disable-component-update',
  '--disable-default-apps', '--disable-domain-reliability', '--disable-client-side-phishing-detection', '--disable-breakpad', '--metrics-recording-only', '--no-pings', '--disable-quic', '--mute-audio',
  '--host-resolver-rules=MAP * ~NOTFOUND', '--proxy-server=127.0.0.1:9', '--no-pdf-header-footer', '--export-tagged-pdf', '--generate-pdf-document-outline',
];

/**
 * Prints a document twice: once to see on which page each section falls, and once with those numbers in its contents.
 * @param html the document, with the pages of its contents where they are known
 * @throws PdfProblem where there is no browser, or it fails or takes too long
 */
export async function printPdf(html: (pages?: ReadonlyMap<string, number>) => string): Promise<Uint8Array> {
  const browser = findBrowser();
  const folder = await mkdtemp(path.join(tmpdir(), 'vurdert-pdf-'));
  try {
    const first = await print(browser, folder, html());
    const pages = pagesIn(first);
    return pages.size ? await print(browser, folder, html(pages)) : first;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function print(browser: string, folder: string, html: string): Promise<Uint8Array> {
  const [source, target] = [path.join(folder, 'rapport.html'), path.join(folder, 'rapport.pdf')];
  await writeFile(source, html);
  await rm(target, { force: true });
  // The sandbox needs a user that is not root (a container).
  const isRoot = process.getuid?.() === 0;
  const problem = await run(browser, [...ARGUMENTS, ...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${path.join(folder, 'profil')}`, `--print-to-pdf=${target}`, pathToFileURL(source).href]);
  if (problem === 'too-long') throw new PdfProblem('export.pdf.too-long', { sti: browser, n: LIMIT });
  const bytes = await readFile(target).catch(() => undefined);
  if (!bytes?.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new PdfProblem('export.pdf.failed', { sti: browser, feil: problem ?? '0' });
  return bytes;
}

/** Runs to the end: undefined where it went well, otherwise what it ended with. */
function run(browser: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    // A group of its own, so that the browser's helpers end with it.
    const child = spawn(browser, args, { stdio: 'ignore', detached: process.platform !== 'win32' });
    let isLate = false;
    const end = (): void => {
      try {
        if (process.platform === 'win32') child.kill();
        else if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // it has ended already
      }
    };
    const timer = setTimeout(() => {
      isLate = true;
      end();
    }, LIMIT * 1000);
    // The browser must not outlive whoever started it.
    process.once('exit', end);
    const done = (result: string | undefined): void => {
      clearTimeout(timer);
      process.off('exit', end);
      resolve(result);
    };
    child.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    child.on('exit', (code, signal) => done(isLate ? 'too-long' : code === 0 ? undefined : String(code ?? signal)));
  });
}
