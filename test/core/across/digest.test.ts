import { describe, expect, it } from 'vitest';
import { carriedFrom, fingerprint, rowFor } from '../../../server/core/across/carried.ts';
import { placeIn } from '../../../server/core/across/digest.ts';
import { library } from '../../../server/core/product.ts';
import { analyseText } from '../fixtures.ts';
import { CASE, digest, IP, PLATFORM, RECORD, sampleCase, textOf } from './workspace.ts';

const [platform, ip, , record] = CASE as [string, string, string, string];
const assessmentOf = (name: string, changes = ''): ReturnType<typeof analyseText>['assessment'] => analyseText(textOf(name, changes), name.slice(name.lastIndexOf('/') + 1)).assessment;

describe('a digest', () => {
  it('keeps nothing of what is only prose, and cuts what is long', () => {
    const secret = `Først i teksten, ${'med mange ord imellom, '.repeat(8)}og sist i teksten.`;
    const kept = digest(platform, textOf(platform, `svar:\n  J.1: ${secret}\nbeslutning:\n  begrunnelse: ${secret}\n`));
    const written = JSON.stringify({ ...kept, places: [...kept.places] });
    expect(written).not.toContain(secret);
    // The answer has no role, so nothing of it is kept; of the decision's reason, only its beginning.
    expect(written.split('Først i teksten').length - 1).toBe(1);
    expect(written).not.toContain('sist i teksten');
  });
  it('knows what stands where', () => {
    const workspace = sampleCase();
    const { facts, roles, links, places } = workspace.get(PLATFORM)!;
    expect([facts['strategi'], facts['plattform'], facts['svært-personlig'], facts['i-bruk']]).toEqual([['deling'], ['instagram'], undefined, 'ja']);
    expect([roles['strategi'], roles['plattform']]).toEqual(['C.1', 'B.1']);
    expect(links.map(({ path, kinds }) => `${path}: ${kinds}`)).toEqual(['ip: ip', 'plm: plm', 'behandlingsoversikt/fil: behandlingsoversikt']);
    expect(places.has('beslutning/utfall')).toBe(true);
    expect(workspace.get(IP)!.facts['risiko']).toBe('middels');
  });
  it('a place that is not there stands on what is nearest', () => {
    const { places } = digest(platform, textOf(platform));
    expect(placeIn({ places }, 'beslutning/finnes/ikke')).toEqual(places.get('beslutning'));
    expect(placeIn({ places }, 'finnes-ikke')).toEqual(places.get(''));
  });
  it('a link that is still to be filled in leads nowhere', () => {
    expect(digest(platform, textOf(platform, 'ip: «fyll ut»\n')).links.some(({ path }) => path === 'ip')).toBe(false);
  });
});

describe('what the record takes over', () => {
  it('has the words of the assessment, verdict and explanation together', () => {
    const row = rowFor(assessmentOf(platform), library);
    expect(row['navn']).toBe('Fritidsklubbens informasjonskonto på Instagram');
    expect(row['formål']).toBe('Fortelle ungdom i bydelen om åpningstider og aktiviteter');
    expect(row['overføring']).toMatch(/^Ja\. Leverandøren/);
  });
  it('leaves out what the assessment does not say', () => {
    expect(rowFor(assessmentOf(platform, 'svar:\n  D.8: ~fjern\n'), library)).not.toHaveProperty('mottakere');
    expect(rowFor(assessmentOf(ip), library)).toEqual({});
    expect(carriedFrom(assessmentOf(record), library)).toEqual({});
  });
  it('row and assessment agree field by field', () => {
    const workspace = sampleCase();
    const row = workspace.get(RECORD)!.rows.find(({ assessment }) => assessment === PLATFORM)!;
    expect(row.carried['formål']).toBeDefined();
    expect(row.carried).toEqual(workspace.get(PLATFORM)!.carried);
  });
  it('tells texts apart by what they say, not by how they are written', () => {
    expect(fingerprint('Ja. Bare navn, og alder.')).toBe(fingerprint('ja – bare navn\n og alder'));
    expect(fingerprint('Bare navn')).not.toBe(fingerprint('Bare alder'));
  });
});
