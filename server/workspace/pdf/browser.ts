/** The browser that prints: Chromium, Chrome or Edge where people have them. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { PdfProblem } from './problem.ts';

type Environment = { [name: string]: string | undefined };

const isProgram = (file: string): boolean => existsSync(file) && statSync(file).isFile();

/** Where a browser usually is. VURDERT_BROWSER goes before, and is then the only one. */
export function usualPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'win32') {
    const programs = [['Microsoft', 'Edge', 'Application', 'msedge.exe'], ['Google', 'Chrome', 'Application', 'chrome.exe'], ['Chromium', 'Application', 'chrome.exe']];
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => (env[name] ? programs.map((steps) => path.win32.join(env[name]!, ...steps)) : []));
  }
  if (platform === 'darwin') {
    return ['/Applications', ...(env['HOME'] ? [`${env['HOME']}/Applications`] : [])].flatMap((folder) => ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
  const folders = [...new Set([...(env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/')), '/usr/bin', '/usr/local/bin', '/snap/bin'])];
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
}

/** The browser's program. Throws a PdfProblem that says what to do where there is none. */
export function findBrowser(platform: NodeJS.Platform = process.platform, env: Environment = process.env, isThere: (file: string) => boolean = isProgram): string {
  const named = env['VURDERT_BROWSER'];
  if (named) {
    if (!isThere(named)) throw new PdfProblem('export.pdf.not-there', { sti: named });
    return named;
  }
  const found = usualPlaces(platform, env).find(isThere);
  if (found === undefined) throw new PdfProblem('export.pdf.no-browser');
  return found;
}
