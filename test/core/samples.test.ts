/** The workspace in samples/bydel: every finding in it is meant, and stands in the files as a comment. */
import { describe, expect, it } from 'vitest';
import { read, runFolder } from './fixtures.ts';

const files = runFolder('samples/bydel');
const theFile = (name: string): (typeof files)[number] => files.find((file) => file.name === name)!;

/** Finished cases: what a reader may copy from. */
const COMPLETE = [
  'bibliotek/facebook.ip.yaml', 'bibliotek/facebook.plattform.yaml', 'bibliotek/facebook.plm.yaml',
  'fritidsklubben/instagram.ip.yaml', 'fritidsklubben/instagram.plattform.yaml', 'fritidsklubben/instagram.plm.yaml',
  'helsesykepleier/tiktok.ip.yaml', 'helsesykepleier/tiktok.plattform.yaml', 'helsesykepleier/tiktok.plm.yaml',
];

describe('samples/bydel', () => {
  it.each(files.map((file) => file.name))('%s: the findings are those written in it', (name) => {
    expect(theFile(name).actual).toEqual(theFile(name).expected);
  });

  it.each(COMPLETE)('%s is complete: no findings', (name) => {
    expect(theFile(name).actual).toEqual([]);
  });

  it('shows a case of each kind of trouble', () => {
    const codes = (name: string): string[] => theFile(name).actual.map((place) => place.replace(/^\d+: /, ''));
    expect(codes('fritidsklubben/snapchat.plattform.yaml')).toContain('dpia-mangler');
    expect(codes('utekontakten/discord.dpia.yaml')).toContain('forbedring-over-frist');
    expect(codes('forebygging/tiktok.plattform.yaml')).toContain('i-bruk-etter-avslag');
    expect(codes('behandlingsoversikt.yaml')).toContain('oversikt-avviker');
  });

  it('does not call a section unbegun that has an answer', () => {
    const finding = theFile('fritidsklubben/snapchat.plattform.yaml').analysis.findings().find((each) => each.path === 'svar' && each.code === 'ubesvarte');
    expect(finding?.message).toMatch(/^Det mangler også svar i J, K og DEL 6\./);
  });

  it('is explained, case by case, in LESMEG.md', () => {
    const guide = read('samples/bydel/LESMEG.md');
    const cases = new Set(files.filter((file) => file.name.includes('/')).map((file) => file.name.replace(/\.[a-z]+\.yaml$/, '')));
    expect([...cases].filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });
});
