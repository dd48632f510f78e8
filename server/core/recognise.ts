/** Which files are ours, told from name and text alone. Imports nothing but types: the client asks too. */
import type { AssessmentKind } from './templates/model.ts';

export const ASSESSMENT_KINDS: readonly AssessmentKind[] = ['dpia', 'ip', 'plm', 'plattform', 'behandlingsoversikt'];

/** The kind that a file's name tells (`*.dpia.yaml`, `behandlingsoversikt.yaml`), for as long as its `vurdering:` is missing. */
export function kindByName(fileName: string): AssessmentKind | undefined {
  const match = /\.(\w+)\.ya?ml$/i.exec(fileName) ?? /(?:^|[\\/])(behandlingsoversikt)\.ya?ml$/i.exec(fileName);
  return ASSESSMENT_KINDS.find((kind) => kind === match?.[1]?.toLowerCase());
}

/** What a municipality's own file brings, by its name: `*.mal.yaml` a template, `*.regel.yaml` a rule. */
export function ownKindByName(fileName: string): 'template' | 'rule' | undefined {
  const match = /\.(mal|regel)\.ya?ml$/i.exec(fileName);
  return match ? (match[1]!.toLowerCase() === 'mal' ? 'template' : 'rule') : undefined;
}

/** A file that says how assessments are read (`vurdert.config.yaml`). */
export function isConfiguration(fileName: string): boolean {
  return /(?:^|[\\/])vurdert\.config\.yaml$/.test(fileName);
}

/** Cheap and wrong only towards yes: whether the file could be one of ours, without parsing it. */
export function mayBeOurs(text: string, fileName: string): boolean {
  if (ownKindByName(fileName)) return false;
  return kindByName(fileName) !== undefined || /^\uFEFF?['"]?vurdering['"]?[ \t]*:/m.test(text);
}
