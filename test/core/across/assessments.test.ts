import { describe, expect, it } from 'vitest';
import { Assessments } from '../../../server/core/across/assessments.ts';
import { at, digest, FOLDER, IP, PLATFORM, PLM, RECORD, sampleCase } from './workspace.ts';

const plm = (name: string, links = ''): ReturnType<typeof digest> => digest(`${name}.plm.yaml`, `vurdering: plm\nmal: plm-2026\ntittel: ${name}\nbehandlingsansvarlig: Bydelen\nstatus: utkast\n${links}`);

describe('what is put in and taken out', () => {
  it('knows who names a file, and forgets it when the link goes', () => {
    const workspace = sampleCase();
    const naming = (address: string): string[] => workspace.naming(address).map((each) => each.address).sort();
    expect(workspace.size).toBe(4);
    expect(naming(IP)).toEqual([PLATFORM, PLM].sort());
    expect(naming(PLATFORM)).toEqual([RECORD]);
    workspace.set({ ...workspace.get(PLM)!, links: [] });
    expect(naming(IP)).toEqual([PLATFORM]);
    workspace.delete(PLATFORM);
    expect(naming(IP)).toEqual([]);
    expect(workspace.size).toBe(3);
  });
  it('knows who names what is not there yet', () => {
    const workspace = new Assessments(() => [FOLDER]);
    workspace.set(plm('a', 'ip: ./senere.ip.yaml\n'));
    expect(workspace.exists(at('senere.ip.yaml'))).toBe(false);
    expect(workspace.naming(at('senere.ip.yaml')).map(({ address }) => address)).toEqual([at('a.plm.yaml')]);
    expect(workspace.reach(at('senere.ip.yaml'))).toContain(at('a.plm.yaml'));
  });
  it('files that are no assessments exist all the same', () => {
    const workspace = new Assessments(() => [FOLDER], (address) => address === at('kart.pdf'));
    expect([workspace.exists(at('kart.pdf')), workspace.exists(at('annet.pdf')), workspace.get(at('kart.pdf'))]).toEqual([true, false, undefined]);
    expect([workspace.isInside(at('x')), workspace.isInside('file:///annet/x')]).toEqual([true, false]);
  });
});

describe('whose findings may be others', () => {
  it('says so of what it was linked with before and is linked with now', () => {
    const workspace = new Assessments(() => [FOLDER]);
    for (const name of ['a', 'b', 'c']) workspace.set(plm(name));
    workspace.set(plm('a', 'dpia: ./b.plm.yaml\n'));
    expect([...workspace.set(plm('a', 'dpia: ./c.plm.yaml\n'))].sort()).toEqual(['a', 'b', 'c'].map((name) => at(`${name}.plm.yaml`)));
    expect([...workspace.delete(at('a.plm.yaml'))].sort()).toEqual(['a', 'c'].map((name) => at(`${name}.plm.yaml`)));
  });
  it('goes two links and no further', () => {
    const workspace = new Assessments(() => [FOLDER]);
    for (let i = 0; i < 6; i++) workspace.set(plm(`n${i}`, `dpia: ./n${i + 1}.plm.yaml\n`));
    expect(workspace.reach(at('n0.plm.yaml')).size).toBe(3);
    expect(workspace.reach(at('n3.plm.yaml')).size).toBe(5);
  });
  it('does not grow with the rows of the record that a file is in', () => {
    const reachIn = (rows: number): number => {
      const workspace = new Assessments(() => [FOLDER]);
      for (let i = 0; i < rows; i++) workspace.set(plm(`n${i}`));
      const written = Array.from({ length: rows }, (_, i) => `    - {id: n${i}, vurdering: ./n${i}.plm.yaml}\n`).join('');
      workspace.set(digest('behandlingsoversikt.yaml', `vurdering: behandlingsoversikt\nmal: behandlingsoversikt-2026\nsvar:\n  behandlinger:\n${written}`));
      expect(workspace.reach(at('behandlingsoversikt.yaml')).size).toBe(rows + 1);
      return workspace.reach(at('n0.plm.yaml')).size;
    };
    expect([reachIn(3), reachIn(40)]).toEqual([2, 2]);
  });
});
