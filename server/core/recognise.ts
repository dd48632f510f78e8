/** Which files are ours, told from name and text alone. Imports nothing but types: the client asks too. */
import type { AssessmentKind } from './templates/model.ts';

export const ASSESSMENT_KINDS: readonly AssessmentKind[] = ['dpia', 'ip', 'plm', 'plattform', 'behandlingsoversikt'];

/** The kind that a file's name tells (`*.dpia.yaml`, `behandlingsoversikt.yaml`), for as long as its `vurdering:` is missing. */
export function kindByName(fileName: string): AssessmentKind | undefined {
  const match = /\.(\w+)\.ya?ml$/i.exec(fileName) ?? /(?:^|[\\/])(behandlingsoversikt)\.ya?ml$/i.exec(fileName);
  return ASSESSMENT_KINDS.find((kind) => kind === match?.[1]?.toLowerCase());
}

/** Cheap and wrong only towards yes: whether the file could be one of ours, without parsing it. */
export function mayBeOurs(text: string, fileName: string): boolean {
  return kindByName(fileName) !== undefined || /^\uFEFF?['"]?vurdering['"]?[ \t]*:/m.test(text);
}
