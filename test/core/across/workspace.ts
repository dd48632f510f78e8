/** The bydel's first case, and small files, as a workspace in memory. */
import { Assessments } from '../../../server/core/across/assessments.ts';
import { digestOf } from '../../../server/core/across/digest.ts';
import type { Digest } from '../../../server/core/across/model.ts';
import { analyseText, overlay, read } from '../fixtures.ts';

export const FOLDER = 'file:///bydel';
export const at = (name: string): string => `${FOLDER}/${name}`;

/** The files of the complete case, with what is laid over each by name. */
export const CASE = ['fritidsklubben/instagram.plattform.yaml', 'fritidsklubben/instagram.ip.yaml', 'fritidsklubben/instagram.plm.yaml', 'behandlingsoversikt.yaml'];
export const PLATFORM = at(CASE[0]!);
export const IP = at(CASE[1]!);
export const PLM = at(CASE[2]!);
export const RECORD = at(CASE[3]!);

export function textOf(name: string, changes = ''): string {
  const base = read(`samples/bydel/${name}`);
  return changes ? overlay(base, changes) : base;
}

export function digest(name: string, text: string): Digest {
  return digestOf(analyseText(text, name.slice(name.lastIndexOf('/') + 1)), at(name));
}

export function sampleCase(changes: { [name: string]: string } = {}, without: string[] = []): Assessments {
  const workspace = new Assessments(() => [FOLDER]);
  for (const name of CASE) if (!without.includes(name)) workspace.set(digest(name, textOf(name, changes[name])));
  return workspace;
}
