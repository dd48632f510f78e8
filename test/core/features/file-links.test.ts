import { describe, expect, it } from 'vitest';
import { Assessments } from '../../../server/core/across/assessments.ts';
import { digestOf } from '../../../server/core/across/digest.ts';
import type { Analysis } from '../../../server/core/analysis.ts';
import { completions } from '../../../server/core/features/completion.ts';
import { definition } from '../../../server/core/features/definition.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { fileAt, placesNaming } from '../../../server/core/features/link-at.ts';
import { documentLinks } from '../../../server/core/features/links.ts';
import { linkEdits, movedBy } from '../../../server/core/features/rename-files.ts';
import type { Language } from '../../../server/core/texts/language.ts';
import { textsIn } from '../../../server/core/texts/texts.ts';
import { addressOfUri, uriOfAddress } from '../../../server/workspace/uris.ts';
import { analyseText, contextWith, FOLDER } from '../fixtures.ts';
import { chosen, CURSOR } from './marked.ts';

const FILES: { [name: string]: string } = {
  'klubb/snap.ip.yaml': 'vurdering: ip\nmal: ip-2026\ntittel: Snapchat i klubben\nstatus: besluttet\n',
  'klubb/annen snap.ip.yaml': 'vurdering: ip\nmal: ip-2026\ntittel: En annen\nstatus: utkast\n',
  'klubb/snap.plm.yaml': 'vurdering: plm\nmal: plm-2026\ntittel: PLM for Snapchat\nstatus: besluttet\nip: ./snap.ip.yaml\nbeslutning:\n  utfall: betinget\n',
  'åpen/tiktok.ip.yaml': 'vurdering: ip\nmal: ip-2026\ntittel: TikTok\nstatus: utkast\n',
  'behandlingsoversikt.yaml': 'vurdering: behandlingsoversikt\nmal: behandlingsoversikt-2026\ntittel: Oversikten\nsvar:\n  behandlinger:\n    - id: a\n      vurdering: ./klubb/snap.plattform.yaml\n',
};
const SELF = 'klubb/snap.plattform.yaml';

/** The platform assessment among the others, with the cursor. */
function among(...lines: string[]): { analysis: Analysis; offset: number; workspace: Assessments } {
  const text = ['vurdering: plattform', 'mal: plattform-2026', 'tittel: Snapchat', 'status: utkast', ...lines, ''].join('\n');
  const offset = text.indexOf(CURSOR);
  const workspace = new Assessments(() => [FOLDER], (address) => address === `${FOLDER}/klubb/avtale.pdf`);
  for (const [name, each] of Object.entries(FILES)) workspace.set(digestOf(analyseText(each, name.split('/').at(-1)), `${FOLDER}/${name}`));
  const address = `${FOLDER}/${SELF}`;
  const analysis = analyseText(text.replace(CURSOR, ''), 'snap.plattform.yaml', { ...contextWith(), surroundings: { address, workspace } });
  workspace.set(digestOf(analysis, address));
  return { analysis, offset, workspace };
}
const labels = (line: string): string[] => {
  const { analysis, offset } = among(line);
  return completions(analysis, offset).map(({ label }) => label);
};

describe('completion of files', () => {
  it('offers the kinds that the key takes: those beside the file first, then those further away', () => {
    expect(labels('ip: ¦')).toEqual(['./annen snap.ip.yaml', './snap.ip.yaml', '../åpen/tiktok.ip.yaml']);
    expect(labels('plm: ¦')).toEqual(['./snap.plm.yaml']);
    expect(labels('behandlingsoversikt:\n  fil: ¦')).toEqual(['../behandlingsoversikt.yaml']);
    expect(labels('dpia: ¦')).toEqual([]);
  });
  it.each(['ip: ./sn¦', 'ip: sn¦', "ip: './sn¦'", 'ip: "./sn¦"', 'ip: ./sn¦ap'])('puts the whole link in the place of %s', (line) => {
    const { analysis, offset } = among(line);
    const item = completions(analysis, offset).find(({ label }) => label === './snap.ip.yaml')!;
    expect(item.detail).toBe('Snapchat i klubben');
    expect(chosen(analysis, item)).toMatch(/^ip: (["']?)\.\/snap\.ip\.yaml\1$/m);
  });
});

describe('a link', () => {
  const hoverAt = (line: string): string | undefined => {
    const { analysis, offset } = among(line);
    return hover(analysis, offset)?.markdown;
  };
  it('says what the file is and how far it has come', () => {
    expect(hoverAt('plm: ./snap¦.plm.yaml')).toMatch(/^\*\*PLM for Snapchat\*\*\n\nPLM, besluttet: betinget godkjent\. \d+ av \d+ spørsmål er besvart\.$/);
    expect(hoverAt('behandlingsoversikt:\n  fil: ../behand¦lingsoversikt.yaml')).toContain('med én behandling');
    expect(hoverAt('ip: ./bor¦te.ip.yaml')).toBe('«borte.ip.yaml» finnes ikke.');
    expect(hoverAt('ip: ./avt¦ale.pdf')).toBe('«avtale.pdf» er ikke en vurdering.');
  });
  it('tells of a decision in the words of the reader', () => {
    const inLanguage = (language: Language): string => {
      const { analysis, offset } = among('plm: ./snap¦.plm.yaml');
      return hover({ ...analysis, context: { ...analysis.context, texts: textsIn(language) } }, offset)!.markdown;
    };
    expect(inLanguage('nn')).toContain('avgjord: godkjend på vilkår.');
    expect(inLanguage('en')).toContain('decided: approved on conditions.');
  });
  it('leads to the file, and not out of the workspace', () => {
    const { analysis, offset } = among('ip: ../åpen/tik¦tok.ip.yaml', 'plm: ../../utenfor.plm.yaml');
    expect(definition(analysis, offset)).toMatchObject({ address: `${FOLDER}/åpen/tiktok.ip.yaml` });
    expect(documentLinks(analysis).map(({ target, tooltip }) => [target, tooltip])).toEqual([[{ file: '../åpen/tiktok.ip.yaml' }, 'Åpne «TikTok» (Innledende personvernvurdering)']]);
  });
  it('is found from the file that it names, and from the link itself', () => {
    const { analysis, offset, workspace } = among('ip: ./sn¦ap.ip.yaml');
    const file = fileAt(analysis, offset)!;
    expect(placesNaming(workspace, file).map(({ address }) => address)).toEqual([`${FOLDER}/${SELF}`, `${FOLDER}/klubb/snap.plm.yaml`].sort());
    expect(fileAt(analysis, analysis.text.indexOf('Snapchat'))).toBe(`${FOLDER}/${SELF}`);
    expect(placesNaming(workspace, `${FOLDER}/${SELF}`).map(({ address }) => address)).toEqual([`${FOLDER}/behandlingsoversikt.yaml`]);
    expect(fileAt(analysis, analysis.text.indexOf('utkast'))).toBeUndefined();
  });
});

describe('a move', () => {
  const after = (line: string, from: string, to: string): string => {
    const { analysis } = among(line.replace(CURSOR, ''));
    const edits = linkEdits(analysis, `${FOLDER}/${SELF}`, movedBy([{ from: `${FOLDER}/${from}`, to: `${FOLDER}/${to}` }]));
    return edits.toSorted((a, b) => b.range.start - a.range.start).reduce((text, { range, newText }) => text.slice(0, range.start) + newText + text.slice(range.end), analysis.text).split('\n')[4]!;
  };
  it.each([
    ['ip: ./snap.ip.yaml # her', 'ip: ./ny.ip.yaml # her', 'klubb/snap.ip.yaml', 'klubb/ny.ip.yaml'],
    ["ip: './snap.ip.yaml'", "ip: '../ø y/snap.ip.yaml'", 'klubb/snap.ip.yaml', 'ø y/snap.ip.yaml'],
    ['ip: "snap.ip.yaml"', 'ip: "ny.ip.yaml"', 'klubb/snap.ip.yaml', 'klubb/ny.ip.yaml'],
    ['ip: ./snap.ip.yaml', "ip: './a #b.ip.yaml'", 'klubb/snap.ip.yaml', 'klubb/a #b.ip.yaml'],
    ['ip: ../åpen/tiktok.ip.yaml', 'ip: ../../åpen/tiktok.ip.yaml', SELF, 'klubb/dypt/snap.plattform.yaml'],
    ['ip: ./snap.ip.yaml', 'ip: ./snap.ip.yaml', 'klubb', 'klubben'],
    ['ip: ../åpen/tiktok.ip.yaml', 'ip: ../lukket/tiktok.ip.yaml', 'åpen', 'lukket'],
    ['ip: ./snap.ip.yaml', 'ip: ./snap.ip.yaml', 'klub', 'x'],
  ])('%s → %s', (line, expected, from, to) => expect(after(line, from, to)).toBe(expected));
});

describe('addresses', () => {
  it.each([
    ['file:///c%3A/mappe/%C3%A5pen%20%28to%29.ip.yaml', 'file:///c:/mappe/åpen (to).ip.yaml'],
    ['file:///hjem/100%25.yaml', 'file:///hjem/100%.yaml'],
    ['vscode-vfs://github/eier/lager/a.yaml', 'vscode-vfs://github/eier/lager/a.yaml'],
  ])('%s', (uri, address) => {
    expect(addressOfUri(uri)).toBe(address);
    expect(uriOfAddress(address)).toBe(uri);
  });
  it('are the same however a client encodes', () => {
    expect(addressOfUri('file:///C:/mappe/åpen (to).ip.yaml')).toBe(addressOfUri('file:///c%3A/mappe/%C3%A5pen%20%28to%29.ip.yaml'));
    expect(addressOfUri('file:///mappe/')).toBe('file:///mappe');
  });
});
