import { describe, expect, it } from 'vitest';
import { Assessments } from '../../../../server/core/across/assessments.ts';
import { digestOf } from '../../../../server/core/across/digest.ts';
import { applyEdits, fixesFor } from '../../../../server/core/features/fixes/index.ts';
import type { Located } from '../../../../server/core/features/make/model.ts';
import { controllerNear, existing, newRecordAddress, recordFor, sourcesOf } from '../../../../server/core/features/make/places.ts';
import { recordRow } from '../../../../server/core/features/make/record-row.ts';
import { analyseText, contextWith, read, TODAY } from '../../fixtures.ts';

const FOLDER = 'file:///kommune';
const RECORD = `${FOLDER}/behandlingsoversikt.yaml`;
const PLATFORM = `${FOLDER}/fritidsklubben/instagram.plattform.yaml`;
/** The sample's record with its first row alone. */
const FIRST_ROW = /^[\s\S]*?\n {6}ført: .*\n/.exec(read('samples/bydel/behandlingsoversikt.yaml'))![0];
const at = (address: string, text: string): Located => ({ address, analysis: analyseText(text, address.split('/').at(-1)) });
const record = (change: (text: string) => string = (text) => text): Located => at(RECORD, change(FIRST_ROW));
const platform = (change: (text: string) => string = (text) => text): Located => at(PLATFORM, change(read('samples/bydel/fritidsklubben/instagram.plattform.yaml')));
const unentered = (text: string): string => text.replace(/^behandlingsoversikt:\n(?: .*\n)+/m, '');

/** Both texts after the row has been made or brought up to date. */
function entered(assessment: Located, into: Located | undefined): { record: string; assessment: string; changed: number } {
  const { create, edits } = recordRow(contextWith(), assessment, into, RECORD)!;
  const after = (place: Located): string => applyEdits(place.analysis.text, edits.find(({ address }) => address === place.address)?.edits ?? []);
  return { record: create?.text ?? after(into!), assessment: after(assessment), changed: edits.flatMap((each) => each.edits).length };
}
/** The findings of both about each other. */
function findings(texts: { record: string; assessment: string }): string[] {
  const files = [at(RECORD, texts.record), at(PLATFORM, texts.assessment)];
  const workspace = new Assessments(() => [FOLDER]);
  for (const { address, analysis } of files) workspace.set(digestOf(analysis, address));
  return files.flatMap(({ address, analysis }) => analyseText(analysis.text, address, { ...contextWith(), surroundings: { address, workspace } }).findings().map(({ code }) => code)).filter((code) => /rad|oversikt|form|mangler-felt/.test(code));
}

describe('a row of the record', () => {
  it('is made from the assessment, and the assessment names it', async () => {
    const result = entered(platform(unentered), record((text) => text.replace(/behandlinger:[\s\S]*/, 'behandlinger:\n')));
    await expect(`${result.record}\n# ${PLATFORM}\n${result.assessment.split('\n').slice(0, 15).join('\n')}\n`).toMatchFileSnapshot('golden/rad.yaml');
    expect(findings(result)).toEqual([]);
  });
  it('in a record of its own, where there is none', async () => {
    const result = entered(platform(unentered), undefined);
    await expect(result.record).toMatchFileSnapshot('golden/ny-oversikt.yaml');
    expect(findings(result)).toEqual([]);
  });
  it('goes behind the others, under an id that none of them has', () => {
    const result = entered(platform(unentered), record((text) => text.replace('instagram.plattform.yaml', 'annen.plattform.yaml')));
    expect(result.record).toContain(`ført: 2026-08-24\n    - id: fritidsklubben-instagram-2\n`);
    expect(result.assessment).toContain(`  id: fritidsklubben-instagram-2\n  dato: ${TODAY}\n`);
  });
  it.each([
    ['no answers', (text: string) => text.replace(/svar:[\s\S]*/, 'svar:\n')],
    ['no rows', (text: string) => text.replace(/ {2}behandlinger:[\s\S]*/, '')],
    ['an empty list', (text: string) => text.replace(/behandlinger:[\s\S]*/, 'behandlinger: [] # ingen ennå\n')],
  ])('into a record with %s', (_, change) => {
    const result = entered(platform(unentered), record(change));
    expect(findings(result)).toEqual([]);
    expect(result.record).toContain('- id: fritidsklubben-instagram\n');
  });
  it('says «fyll ut» for what the assessment has not answered', () => {
    const result = entered(platform((text) => unentered(text).replace(/^ {2}D\.8: .*\n/m, '')), record((text) => text.replace(/behandlinger:[\s\S]*/, 'behandlinger:\n')));
    expect(result.record).toContain('      mottakere: «fyll ut»\n');
  });
  it('is not touched where it says the same, whatever it is called', () => {
    expect(entered(platform(), record()).changed).toBe(0);
    expect(entered(platform(), record((text) => text.replace(/navn: .*/, 'navn: Instagram'))).changed).toBe(0);
  });
  it('is brought up to date, one edit for each field that differs, comments kept', () => {
    const result = entered(platform((text) => text.replace('F.6: Totrinnspålogging', 'F.6: Nøkkelkort')), record((text) => text.replace(/formål: .*/, 'formål: Noe annet # avtalt').replace(/ +mottakere: .*\n/, '').replace(/sletting: .*/, 'sletting: # se rutinen')));
    expect(result.changed).toBe(4);
    expect(result.record).toContain('      formål: Fortelle ungdom i bydelen om åpningstider og aktiviteter # avtalt\n');
    expect(result.record).toMatch(/ {6}mottakere: Leverandøren .*\n {6}overføring:/);
    expect(result.record).toMatch(/ {6}sletting: Følgerlisten .* # se rutinen\n/);
    expect(result.record).toMatch(/ {6}sikkerhet: Nøkkelkort, passordhvelv .*\n/);
    expect(findings(result)).toEqual([]);
  });
  it('what the author has commented within is left to the author', () => {
    const result = entered(platform(), record((text) => text.replace(/formål: .*/, 'formål:\n        - Noe annet # avtalt\n        - Mer')));
    expect(result.changed).toBe(0);
  });
  it('the link is filled in where the row was there first, and where it stands half written', () => {
    expect(entered(platform(unentered), record()).assessment).toContain(`behandlingsoversikt:\n  fil: ../behandlingsoversikt.yaml\n  id: fritidsklubben-instagram\n  dato: ${TODAY}\n`);
    expect(entered(platform((text) => text.replace(/ {2}id: .*\n {2}dato: .*\n/, '  id: «fyll ut»\n')), record()).assessment).toContain(`  fil: ../behandlingsoversikt.yaml\n  id: fritidsklubben-instagram\n  dato: ${TODAY}\n`);
  });
  it('a record has no row of its own', () => expect(recordRow(contextWith(), record(), undefined, RECORD)).toBeUndefined());
});

describe('where things go', () => {
  const minimal = (kind: string, more = ''): string => `vurdering: ${kind}\ntittel: T\nbehandlingsansvarlig: ${kind === 'ip' ? 'Bydel Solsiden' : 'Kommunen'}\n${more}`;
  const workspaceOf = (files: { [path: string]: string }): Assessments => {
    const workspace = new Assessments(() => [FOLDER]);
    for (const [path, text] of Object.entries(files)) workspace.set(digestOf(analyseText(text, path), `${FOLDER}/${path}`));
    return workspace;
  };
  it('the record is the one that is linked, or the nearest above', () => {
    const workspace = workspaceOf({ 'behandlingsoversikt.yaml': minimal('behandlingsoversikt'), 'a/behandlingsoversikt.yaml': minimal('behandlingsoversikt'), 'b/behandlingsoversikt.yaml': minimal('behandlingsoversikt'), 'a/c/x.plm.yaml': minimal('plm'), 'a/y.plm.yaml': minimal('plm', 'behandlingsoversikt: {fil: ../b/behandlingsoversikt.yaml, id: x}\n') });
    expect(recordFor(workspace.get(`${FOLDER}/a/c/x.plm.yaml`)!, workspace)).toBe(`${FOLDER}/a/behandlingsoversikt.yaml`);
    expect(recordFor(workspace.get(`${FOLDER}/a/y.plm.yaml`)!, workspace)).toBe(`${FOLDER}/b/behandlingsoversikt.yaml`);
    expect(recordFor(workspaceOf({ 'a/x.plm.yaml': minimal('plm'), 'b/behandlingsoversikt.yaml': minimal('behandlingsoversikt') }).get(`${FOLDER}/a/x.plm.yaml`)!, workspaceOf({ 'b/behandlingsoversikt.yaml': minimal('behandlingsoversikt') }))).toBeUndefined();
  });
  it('a new record lies at the top of the folder of the workspace', () => {
    expect(newRecordAddress(`${FOLDER}/a/b/x.plm.yaml`, workspaceOf({}))).toBe(RECORD);
    expect(newRecordAddress('file:///annet/b/x.plm.yaml', workspaceOf({}))).toBe('file:///annet/b/behandlingsoversikt.yaml');
  });
  it('the organisation is called what it is called nearby', () => {
    const workspace = workspaceOf({ 'a/x.plm.yaml': minimal('plm'), 'b/y.ip.yaml': minimal('ip') });
    expect(controllerNear(`${FOLDER}/b`, workspace)).toBe('Bydel Solsiden');
    expect(controllerNear(`${FOLDER}/a`, workspace)).toBe('Kommunen');
    expect(controllerNear(FOLDER, workspaceOf({}))).toBe('');
  });
  it('a file is made from all that belong to the case, and not where the case has one already', () => {
    const workspace = workspaceOf({ 'x.ip.yaml': minimal('ip'), 'x.plattform.yaml': minimal('plattform', 'ip: ./x.ip.yaml\n'), 'x.plm.yaml': minimal('plm', 'ip: ./x.ip.yaml\n') });
    const platformDigest = workspace.get(`${FOLDER}/x.plattform.yaml`)!;
    expect(sourcesOf(platformDigest, workspace)).toEqual([`${FOLDER}/x.plattform.yaml`, `${FOLDER}/x.ip.yaml`]);
    // It builds on the same IP, though the platform assessment does not name it yet.
    expect(existing(platformDigest, 'plm', workspace)?.address).toBe(`${FOLDER}/x.plm.yaml`);
    expect(existing(platformDigest, 'dpia', workspace)).toBeUndefined();
    const shared = workspaceOf({ 'x.ip.yaml': minimal('ip'), 'x.plattform.yaml': minimal('plattform', 'ip: ./x.ip.yaml\n'), 'y.plattform.yaml': minimal('plattform', 'ip: ./x.ip.yaml\nplm: ./x.plm.yaml\n'), 'x.plm.yaml': minimal('plm', 'ip: ./x.ip.yaml\n') });
    expect(existing(shared.get(`${FOLDER}/x.plattform.yaml`)!, 'plm', shared)).toBeUndefined();
  });
});

describe('quick fixes', () => {
  const fixesOf = (text: string, name: string, more: { [path: string]: string } = {}): unknown[] => {
    const workspace = new Assessments(() => [FOLDER]);
    const address = `${FOLDER}/${name}`;
    for (const [path, each] of Object.entries({ [name]: text, ...more })) workspace.set(digestOf(analyseText(each, path), `${FOLDER}/${path}`));
    const analysis = analyseText(text, name, { ...contextWith(), surroundings: { address, workspace } });
    return analysis.findings().flatMap((finding) => fixesFor(analysis, finding).flatMap(({ title, command }) => (command ? [[finding.code, title, command]] : [])));
  };
  it('make what lacks', () => {
    expect(fixesOf('vurdering: plattform\nmal: plattform-2026\ntittel: T\nbehandlingsansvarlig: B\nstatus: utkast\nsvar:\n', 'x.plattform.yaml')).toContainEqual(['ip-mangler', 'Lag innledende personvernvurdering fra denne', { name: 'make-from', arguments: ['ip'] }]);
  });
  it('bring the row up to date', () => {
    const differing = platform((text) => text.replace('E.1:\n    svar: ja', 'E.1:\n    svar: delvis')).analysis.text;
    expect(fixesOf(differing, 'fritidsklubben/instagram.plattform.yaml', { 'behandlingsoversikt.yaml': FIRST_ROW })).toContainEqual(['oversikt-ordlyd', 'Oppdater raden i behandlingsoversikten fra vurderingen', { name: 'make-row', arguments: [] }]);
  });
});
