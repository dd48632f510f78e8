import { describe, expect, it } from 'vitest';
import type { Assessments } from '../../../server/core/across/assessments.ts';
import { branchOf, caseOf, dateOf, isApproved } from '../../../server/core/across/case.ts';
import { processOf, type Process } from '../../../server/core/across/process.ts';
import { TODAY } from '../fixtures.ts';
import { CASE, IP, PLATFORM, PLM, RECORD, sampleCase } from './workspace.ts';

const [platform, ip, plm, record] = CASE as [string, string, string, string];
const processIn = (workspace: Assessments, address = PLATFORM): Process => processOf(workspace.get(address)!, workspace, TODAY)!;
const states = ({ steps }: Process): string[] => steps.map(({ id, state }) => `${id}: ${state}`);

describe('the case', () => {
  it.each([['platform', PLATFORM], ['ip', IP], ['plm', PLM]])('is the same from the %s', (_, address) => {
    const workspace = sampleCase();
    const found = caseOf(workspace.get(address)!, workspace);
    expect([found.main.address, found.ip?.address, found.plm?.address, found.dpia, found.record?.address, found.row?.id]).toEqual([PLATFORM, IP, PLM, undefined, RECORD, 'fritidsklubben-instagram']);
  });
  it('a link to the wrong kind is no part of it', () => {
    const workspace = sampleCase({ [platform]: 'ip: ./instagram.plm.yaml\n' });
    expect(caseOf(workspace.get(PLATFORM)!, workspace).ip).toBeUndefined();
  });
  it('what an IP says of the way on', () => {
    const of = (changes: string): ReturnType<Assessments['get']> => sampleCase({ [ip]: changes }).get(IP);
    expect([branchOf(of('')!), isApproved(of('')!), dateOf(of('')!)]).toEqual(['plm', true, '2026-05-18']);
    const high = of('svar:\n  D.1: høy\n  D.3: nei\n  D.5: ~fjern\n')!;
    expect([branchOf(high), isApproved(high), dateOf(high)]).toEqual(['dpia', false, '']);
    const open = of('svar:\n  D.1: ~fjern\n  D.3: ~fjern\n')!;
    expect([branchOf(open), isApproved(open)]).toEqual([undefined, undefined]);
  });
});

describe('the process', () => {
  it('all is done in the complete case; the review comes later', () => {
    const process = processIn(sampleCase());
    expect(states(process)).toEqual(['ip: done', 'plm: done', 'beslutning: done', 'oversikt: done', 'i-bruk: done', 'gjennomgang: later']);
    expect(process.next).toBeUndefined();
    expect(process.steps.map(({ date }) => date)).toEqual(['2026-05-18', undefined, '2026-08-20', '2026-08-24', '2026-09-01', '2027-08-20']);
  });
  it('without an IP it begins with making one', () => {
    const process = processIn(sampleCase({ [platform]: 'ip: ~fjern\n', [plm]: 'ip: ~fjern\n' }, [ip]));
    expect(states(process)[0]).toBe('ip: now');
    expect(process.next).toEqual({ step: 'ip', action: 'make', kind: 'ip', from: PLATFORM });
  });
  it('a high risk leads to a DPIA, made from the IP', () => {
    const process = processIn(sampleCase({ [platform]: 'plm: ~fjern\nbeslutning: ~fjern\ni-bruk: nei\n', [ip]: 'svar:\n  D.1: høy\n' }, [plm]));
    expect(states(process).slice(0, 4)).toEqual(['ip: done', 'dpia: now', 'råd: later', 'beslutning: later']);
    expect(process.next).toEqual({ step: 'dpia', action: 'make', kind: 'dpia', from: IP });
  });
  it('an IP that is not approved stops it', () => {
    const process = processIn(sampleCase({ [ip]: 'svar:\n  D.3: nei\n' }));
    expect(process.steps[0]).toMatchObject({ id: 'ip', state: 'stopped' });
    expect(process.next).toBeUndefined();
  });
  it('a rejection stops it at the decision', () => {
    const process = processIn(sampleCase({ [platform]: 'beslutning:\n  utfall: ikke godkjent\ni-bruk: nei\n' }));
    expect(states(process)[2]).toBe('beslutning: stopped');
    expect(process.next).toBeUndefined();
  });
  it('after the decision comes the row in the record', () => {
    const process = processIn(sampleCase({ [platform]: 'behandlingsoversikt: ~fjern\ni-bruk: nei\n' }, [record]));
    expect(process.next).toEqual({ step: 'oversikt', action: 'enter', from: PLATFORM });
  });
  it('a conditional decision is written anew', () => {
    const process = processIn(sampleCase({ [platform]: 'beslutning:\n  utfall: betinget\n' }));
    expect(process.next).toEqual({ step: 'beslutning', action: 'write', address: PLATFORM, path: 'beslutning' });
  });
  it('a review whose day has come is the step at hand', () => {
    const process = processIn(sampleCase({ [platform]: `neste-gjennomgang: ${TODAY}\n` }));
    expect(process.next).toEqual({ step: 'gjennomgang', action: 'write', address: PLATFORM, path: 'neste-gjennomgang' });
  });
  it('a record has none', () => {
    const workspace = sampleCase();
    expect(processOf(workspace.get(RECORD)!, workspace, TODAY)).toBeUndefined();
  });
});
