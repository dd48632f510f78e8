import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export type Written = Record<string, any>;

export function readYaml(file: string): Written {
  try {
    return parse(readFileSync(path.join(root, file), 'utf8')) as Written;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

export function readJson(file: string): Written {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Written;
}

/** The names in a folder, sorted; empty when there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(path.join(root, folder)).sort();
  } catch {
    return [];
  }
}
