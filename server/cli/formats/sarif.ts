/**
 * SARIF 2.1.0 (OASIS), as GitHub code scanning, Azure DevOps and SARIF viewers read it. Paths are relative to the root,
 * so that nothing tells of the machine; columns are UTF-16 code units, as the core counts.
 */
import { harmless, wellFormed } from '../terminal.ts';
import type { Language } from '../../core/texts/language.ts';
import { SEVERITIES, type CheckedFile, type FileName, type Place, type Result, type Results } from './model.ts';
import { LEVEL, sarifRule } from './sarif-rules.ts';

/** GitHub code scanning refuses a run with more. */
export const MOST_RESULTS = 25_000;
/** GitHub code scanning refuses a file that is larger than this, compressed. Bytes. */
export const MOST_BYTES = 10 * 1024 * 1024;
const LANGUAGE: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en' };
const ROOT = '%SRCROOT%';
/** The name of our fingerprint. Not `primaryLocationLineHash`: GitHub works that out itself, and warns of any other value. */
const FINGERPRINT = 'vurdert/v1';

interface Reported {
  file: CheckedFile;
  result: Result;
  state?: 'new' | 'unchanged';
  reason?: string;
}

/** One run with the rules that found something. More results than GitHub takes are left out, the least grave first. */
export function sarif(results: Results): string {
  const { kept, left } = reported(results);
  const codes = [...new Set(kept.map(({ result }) => result.code))].sort();
  const ruleIndex = new Map(codes.map((code, i) => [code, i]));
  const fileIndex = new Map(results.files.map((file, i) => [file, i]));
  const { texts } = results;
  const notifications = [
    ...results.problems.map(({ file, message }) => ({ level: 'error', message: { text: harmless(message) }, locations: [{ physicalLocation: { artifactLocation: artifact(file) } }] })),
    ...(left ? [{ level: 'warning', message: { text: texts('cli.sarif.cut', { n: left, mest: MOST_RESULTS }) } }] : []),
  ];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'Vurdert', version: results.version, language: LANGUAGE[texts.language], rules: codes.map((code) => sarifRule(code, results)) } },
      language: LANGUAGE[texts.language],
      automationDetails: { id: 'vurdert/' },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { [ROOT]: { description: { text: texts('cli.sarif.root') } } },
      invocations: [{ executionSuccessful: results.problems.length === 0, ...(notifications.length ? { toolExecutionNotifications: notifications } : {}) }],
      artifacts: results.files.map((file) => ({ location: artifact(file), mimeType: 'application/yaml', encoding: 'UTF-8' })),
      results: kept.map((each) => resultOf(each, { rule: ruleIndex, file: fileIndex })),
    }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** How many results GitHub has no room for. */
export function leftOut(results: Results): number {
  return reported(results).left;
}

function reported({ files, hasBaseline }: Results): { kept: Reported[]; left: number } {
  const state = (name: 'new' | 'unchanged'): Pick<Reported, 'state'> => (hasBaseline ? { state: name } : {});
  const all = files.flatMap((file): Reported[] => [
    ...file.results.map((result) => ({ file, result, ...state('new') })),
    ...file.known.map((result) => ({ file, result, ...state('unchanged') })),
    ...file.suppressed.map((result) => ({ file, result, reason: result.reason })),
  ]);
  const left = Math.max(0, all.length - MOST_RESULTS);
  if (!left) return { kept: all, left };
  const grave = (each: Reported): number => SEVERITIES.indexOf(each.result.severity) + (each.reason === undefined ? 0 : SEVERITIES.length);
  const kept = new Set([...all].sort((a, b) => grave(a) - grave(b)).slice(0, MOST_RESULTS));
  return { kept: all.filter((each) => kept.has(each)), left };
}

function resultOf({ file, result, state, reason }: Reported, index: { rule: ReadonlyMap<string, number>; file: ReadonlyMap<CheckedFile, number> }): unknown {
  const { code, severity, message, at, start, end, related, fingerprint } = result;
  return {
    ruleId: code, ruleIndex: index.rule.get(code), level: LEVEL[severity], message: { text: harmless(message) },
    locations: [{
      physicalLocation: { artifactLocation: { ...artifact(file), index: index.file.get(file) }, region: region(start, end) },
      ...(at ? { logicalLocations: [{ fullyQualifiedName: at, kind: 'member' }] } : {}),
    }],
    ...(related.length ? { relatedLocations: related.map((each, i) => ({ id: i + 1, physicalLocation: { artifactLocation: artifact(each.file ?? file), region: region(each.start, each.end) }, message: { text: harmless(each.message) || file.path } })) } : {}),
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(state ? { baselineState: state } : {}),
    ...(reason === undefined ? {} : { suppressions: [{ kind: 'inSource', status: 'accepted', justification: harmless(reason) }] }),
  };
}

const region = (start: Place, end: Place): unknown => ({ startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column });

/** A file below the root, percent-encoded; one that lies elsewhere has no base. */
function artifact({ fromRoot }: FileName): { uri: string; uriBaseId?: string } {
  const uri = fromRoot.split('/').map((step) => encodeURIComponent(wellFormed(step)).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)).join('/');
  return /^(?:\.\.(?:\/|$)|\/|[a-z]%3A)/i.test(uri) ? { uri } : { uri, uriBaseId: ROOT };
}
