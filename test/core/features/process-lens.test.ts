import { describe, expect, it } from 'vitest';
import { Assessments } from '../../../server/core/across/assessments.ts';
import { digestOf } from '../../../server/core/across/digest.ts';
import { lenses } from '../../../server/core/features/lenses.ts';
import { processLenses } from '../../../server/core/features/lens-process.ts';
import { analyseText, contextWith, read } from '../fixtures.ts';

const FOLDER = 'file:///kommune';
const TOP = { start: 0, end: 0 };
const head = (kind: string, more: string): string => `vurdering: ${kind}\ntittel: T\nbehandlingsansvarlig: B\nstatus: utkast\n${more}`;

/** The process lenses of the first of these files: title and command. */
function shown(files: { [path: string]: string }): unknown[] {
  const [first] = Object.keys(files);
  const workspace = new Assessments(() => [FOLDER]);
  for (const [path, text] of Object.entries(files)) workspace.set(digestOf(analyseText(text, path), `${FOLDER}/${path}`));
  const address = `${FOLDER}/${first}`;
  const analysis = analyseText(files[first!]!, first, { ...contextWith(), surroundings: { address, workspace } });
  const own = processLenses(analysis, TOP);
  for (const lens of own) expect(lenses(analysis)).toContainEqual(lens);
  return own.map(({ title, command }) => (command ? [title, command.name, ...command.arguments.filter((each) => typeof each === 'string'), ...(command.address ? [command.address] : [])] : title));
}

const IP = head('ip', 'svar:\n  D.1: middels\n  D.3: ja\n  D.5: 2026-05-01\n');

describe('the lens of the process', () => {
  it('begins with the IP', () => {
    expect(shown({ 'x.plattform.yaml': head('plattform', '') })).toEqual(['Steg 1 av 7: Innledende vurdering', ['Lag innledende personvernvurdering fra denne', 'make-from', 'ip']]);
  });
  it('goes on with what the risk asks for, from the IP', () => {
    expect(shown({ 'x.plattform.yaml': head('plattform', 'ip: ./x.ip.yaml\n'), 'x.ip.yaml': IP })).toEqual(['Steg 2 av 6: PLM', ['Lag PLM fra x.ip.yaml', 'make-from', 'plm', `${FOLDER}/x.ip.yaml`]]);
    expect(shown({ 'x.ip.yaml': IP.replace('middels', 'høy') })).toEqual(['Steg 2 av 7: DPIA', ['Lag DPIA fra denne', 'make-from', 'dpia']]);
  });
  it('leads to where the next thing is to be written, here or elsewhere', () => {
    const plm = head('plm', 'ip: ./x.ip.yaml\n').replace('utkast', 'besluttet');
    expect(shown({ 'x.plattform.yaml': head('plattform', 'ip: ./x.ip.yaml\nplm: ./x.plm.yaml\n'), 'x.ip.yaml': IP, 'x.plm.yaml': plm })).toEqual(['Steg 3 av 6: Ledelsens beslutning', ['Neste: Ledelsens beslutning', 'show-finding', `${FOLDER}/x.plattform.yaml`]]);
    expect(shown({ 'x.plm.yaml': plm, 'x.plattform.yaml': head('plattform', 'ip: ./x.ip.yaml\nplm: ./x.plm.yaml\n'), 'x.ip.yaml': IP })).toEqual(['Steg 3 av 6: Ledelsens beslutning', ['Neste: Ledelsens beslutning (i x.plattform.yaml)', 'show-finding', `${FOLDER}/x.plattform.yaml`]]);
  });
  it('says where it was stopped', () => {
    expect(shown({ 'x.ip.yaml': IP.replace('D.3: ja', 'D.3: nei') })).toEqual(['Stanset ved steg 1 av 6: Innledende vurdering']);
  });
  it('enters the record, and then waits for the review', () => {
    const folder = 'samples/bydel/fritidsklubben';
    const platform = read(`${folder}/instagram.plattform.yaml`);
    const files = { 'f/instagram.plattform.yaml': platform, 'f/instagram.ip.yaml': read(`${folder}/instagram.ip.yaml`), 'f/instagram.plm.yaml': read(`${folder}/instagram.plm.yaml`), 'behandlingsoversikt.yaml': read('samples/bydel/behandlingsoversikt.yaml').replaceAll('./fritidsklubben/', './f/') };
    expect(shown(files)).toEqual(['I bruk, ny gjennomgang 20.8.2027']);
    const { 'behandlingsoversikt.yaml': _, ...without } = files;
    expect(shown(without)).toEqual(['Steg 4 av 6: Behandlingsoversikten', ['Før inn i behandlingsoversikten', 'make-row']]);
  });
  it('is not there without the other files, nor in a record', () => {
    expect(processLenses(analyseText(IP, 'x.ip.yaml'), TOP)).toEqual([]);
    expect(shown({ 'behandlingsoversikt.yaml': 'vurdering: behandlingsoversikt\ntittel: T\n' })).toEqual([]);
  });
});
