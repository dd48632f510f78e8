/** Whatever a file holds, it is read and analysed: no text throws or hangs, and one mistake is said once. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/core/analysis.ts';
import { applyEdits, fixesFor } from '../../server/core/features/fixes/index.ts';
import { parse } from '../../server/core/syntax/parse.ts';
import { entryOf, toJson } from '../../server/core/syntax/nodes.ts';
import { analyseText, contextWith, read, root } from './fixtures.ts';

const HEAD = 'vurdering: dpia\nmal: e-helse-2018\ntittel: Nettsted\nbehandlingsansvarlig: Eksempel kommune\nstatus: utkast\nkriterier: []\n';
const context = contextWith();
/** The rules on what is missing say the same of every short file. */
const codes = (text: string, name = 'test.dpia.yaml'): string[] => analyseText(text, name).findings().map((finding) => finding.code).filter((code) => code !== 'ubesvarte');
const value = (text: string, key: string): unknown => analyseText(text).assessment.facts[key];

describe('the text itself', () => {
  it('CRLF: the same findings, on the same lines', () => {
    const lf = `${HEAD}svar:\n  I.1: JA\n  I.2: nei\n  II.4.2: Nei. Det treffes ingen avgjørelser.\n`;
    const crlf = lf.replaceAll('\n', '\r\n');
    const lines = (text: string): string[] => {
      const analysis = analyseText(text);
      return analysis.findings().map((finding) => `${finding.code} ${analysis.lines.lineAt(finding.range.start)} ${finding.message}`);
    };
    expect(lines(crlf)).toEqual(lines(lf));
    expect(codes(crlf)).toEqual(expect.arrayContaining(['skrivemate', 'dom-i-prosa']));
  });
  it('a byte order mark is nothing to say anything about', () => {
    expect(codes(`\uFEFF${HEAD}svar:\n  I.1: nei\n`)).toEqual([]);
    expect(value(`\uFEFF${HEAD}svar:\n  I.1: nei\n`, 'I.1')).toBe('nei');
  });
  it('decomposed letters are the same letters, in keys and values', () => {
    const written = `${HEAD}forhåndsdrøftelse:\n  anmodet: nei\nregistrertes-synspunkter:\n  innhentet: nei\n  beskrivelse: Brukerrådet møtes først på nyåret\npersonvernombud:\n  råd: Ingen innvendinger\n  dato: 2026-01-01\n`;
    const decomposed = written.normalize('NFD');
    expect(decomposed).not.toBe(written);
    expect(codes(decomposed)).toEqual([]);
    expect(value(decomposed, 'forhåndsdrøftelse')).toEqual({ anmodet: 'nei' });
    expect(value(decomposed, 'registrertes-synspunkter')).toEqual({ innhentet: 'nei', beskrivelse: 'Brukerrådet møtes først på nyåret' });
  });
  it('tabs as indentation: one finding a line, with a fix', () => {
    const analysis = analyseText(`${HEAD}svar:\n\tI.1: nei\n`);
    const [finding, ...others] = analysis.findings().filter(({ code }) => code !== 'ubesvarte');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'yaml-syntaks', fixes: [{ kind: 'replace', text: '  ' }] });
    // Behind a key a tab is as good as a space.
    expect(codes(`${HEAD}svar:\n  I.1:\tnei\n`)).toEqual([]);
  });
  it.each([['', 'tom-fil'], ['\n\n', 'tom-fil'], ['\uFEFF', 'tom-fil'], ['# Bare en merknad\n', 'tom-fil'], ['---\n', 'tom-fil'], ['v', 'tom-fil'], ['- a\n- b\n', 'ugyldig-svar']])('%j', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });
  it('a file that neither its name nor its text says is ours is left alone', () => {
    expect(analyse('', 'docker-compose.yaml', context)).toBeUndefined();
    expect(analyse('a: b', 'values.yaml', context)).toBeUndefined();
  });
});

describe('documents, anchors and aliases', () => {
  it('only the first document is read', () => {
    const text = `${HEAD}svar:\n  I.1: nei\n---\nvurdering: dpia\n---\nvurdering: dpia\n`;
    expect(codes(text)).toEqual(['flere-dokumenter']);
    expect(codes(`---\n${HEAD}svar:\n  I.1: nei\n...\n`)).toEqual([]);
  });
  it('an alias answers as its anchor does, and findings stand where it is written', () => {
    const text = `${HEAD}svar:\n  I.1: &svar JA\n  I.2: *svar\n`;
    expect(value(text, 'I.2')).toBe('ja');
    const analysis = analyseText(text);
    expect(analysis.findings().filter(({ code }) => code === 'skrivemate').map(({ range }) => text.slice(range.start, range.end))).toEqual(['JA', '*svar']);
  });
  it('an unknown alias, and one that holds itself', () => {
    expect(codes(`${HEAD}svar:\n  II.1.p1: *finnes-ikke\n`)).toEqual(['yaml-syntaks']);
    expect(codes(`${HEAD}eget: &ring\n  - *ring\n`)).toContain('yaml-syntaks');
  });
  it('a billion laughs are refused', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `  - &l${i + 1} [${Array(10).fill(i ? `*l${i}` : 'ha').join(', ')}]`);
    expect(codes(`${HEAD}eget:\n${levels.join('\n')}\n`)).toContain('yaml-syntaks');
    // Wide instead of deep: each alias is small enough, all of them together are not.
    const wide = `a: &a [${Array(5000).fill('ha').join(', ')}]\nb: [${Array(2000).fill('*a').join(', ')}]\n`;
    const tree = parse(wide);
    expect(tree.problems.some(({ id }) => id === 'anker-for-stort')).toBe(true);
    expect(JSON.stringify(toJson(tree.root!)).length).toBeLessThan(2_000_000);
  });
});

describe('half-typed', () => {
  it('a line that lacks its colon leaves its neighbours alone', () => {
    const text = `${HEAD}svar:\n  I.1: nei\n  I.2\n  I.3: nei\noppst\ni-bruk: nei\n`;
    expect(codes(text)).toEqual(['yaml-syntaks', 'yaml-syntaks']);
    expect(value(text, 'I.3')).toBe('nei');
    expect(value(text, 'i-bruk')).toBe('nei');
  });
  it('a colon in a text costs that text alone', () => {
    const text = `${HEAD}svar:\n  II.1.p1: Gjelder: opptak\n  II.1.p2: Rektor\n  II.1.p3: Hvem: alle\noppstart: 2027-01-01\n`;
    expect(codes(text)).toEqual(['yaml-syntaks', 'yaml-syntaks']);
    expect(value(text, 'II.1.p1')).toBe('Gjelder: opptak');
    expect(value(text, 'II.1.p2')).toBe('Rektor');
    expect(value(text, 'oppstart')).toBe('2027-01-01');
  });
  it('a quotation mark or bracket that is left open says nothing of what it hides', () => {
    expect(codes('vurdering: dpia\ntittel: "Nettsted\nstatus: utkast\n')).toEqual(['yaml-syntaks']);
    expect(codes('vurdering: dpia\neget: [a\nstatus: utkast\n')).toEqual(['yaml-syntaks']);
  });
  it('the sample: each mistake once', () => {
    const lines = analyseText(read('samples/halvskrevet.dpia.yaml'), 'halvskrevet.dpia.yaml').findings().filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(lines).toEqual(['ukjent-nokkel', 'ukjent-sporsmal', 'yaml-syntaks']);
  });
  it('the complete sample has no findings', () => {
    expect(analyseText(read('samples/paamelding-kulturskole.dpia.yaml')).findings()).toEqual([]);
  });
});

const samples = readdirSync(path.join(root, 'samples')).filter((name) => name.endsWith('.yaml'));

/** Everything that could throw, over one prefix. */
function survives(text: string, name: string): void {
  const analysis = analyse(text, name, context);
  if (!analysis) throw new Error(`${name}, ${text.length} tegn: ikke lest`);
  for (const finding of analysis.findings()) {
    const { start, end } = finding.range;
    if (!(start >= 0 && start <= end && end <= text.length)) throw new Error(`${finding.code} står utenfor filen (${start}–${end} av ${text.length})`);
    if (/\{(?!a\})[\p{L}-]+\}|undefined|NaN/u.test(finding.message)) throw new Error(`${finding.code}: ${finding.message}`);
  }
}

describe('every prefix is read and analysed', () => {
  it.each(samples)('%s, line by line', (name) => {
    const text = read(path.join('samples', name));
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      survives(text.slice(0, end), name);
      if (end % 8 === 0) survives(text.slice(0, end + 4), name);
    }
  });
  it('halvskrevet.dpia.yaml, character by character', () => {
    const text = read('samples/halvskrevet.dpia.yaml');
    for (let end = 0; end <= text.length; end++) survives(text.slice(0, end), 'halvskrevet.dpia.yaml');
  });
});

describe('hostile files', () => {
  const survive = (text: string): void => survives(text, 'test.dpia.yaml');
  it('nested thousands deep', () => {
    for (const text of ['['.repeat(20_000), '{a: '.repeat(5000), '- '.repeat(5000), Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), `${HEAD}svar:\n  I.1: ${'['.repeat(3000)}${']'.repeat(3000)}\n`]) survive(text);
  });
  it('a colon on every line, each within the one before', () => survive(`${HEAD}svar:\n${Array.from({ length: 3000 }, (_, i) => `  II.1.p${i}: Gjelder: dette`).join('\n')}\n`));
  it('keys that mean something to JavaScript', () => {
    const text = `${HEAD}__proto__:\n  polluted: ja\nconstructor: ja\ntoString: ja\nsvar:\n  __proto__: {polluted: ja}\n  constructor: ja\n  hasOwnProperty: ja\nbehov:\n  __proto__: {konklusjon: ja}\n`;
    survive(text);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(codes(text).filter((code) => code.startsWith('ukjent-'))).toHaveLength(7);
    expect(entryOf(parse(text).root, '__proto__')).toBeDefined();
  });
  it('huge scalars, keys and lists', () => {
    const long = 'Se pkt. 1, jf. '.repeat(100_000);
    survive(`${HEAD}svar:\n  II.1.p1: ${long}\n  I.1: ${long}\n  I.2: ja ${long}\n`);
    survive(`${HEAD}${'nokkel'.repeat(100_000)}: ja\nsvar:\n  ${'I.1'.repeat(100_000)}: ja\n`);
    survive(`${HEAD}kriterier: [${Array(20_000).fill('x').join(', ')}]\n`);
    survive(`${HEAD}undertrykk:\n${'  - funn: finnes-ikke\n'.repeat(2000)}`);
  });
  it('thousands of keys that nobody knows', () => {
    survive(`${HEAD}svar:\n${Array.from({ length: 5000 }, (_, i) => `  II.9.${i}: ja`).join('\n')}\n`);
    survive(`${HEAD}${Array.from({ length: 5000 }, (_, i) => `nokkel-${i}: ja`).join('\n')}\n`);
  });
  it('signs of all sorts', () => {
    for (const sign of ['*', '&', '!', '|', '>', '@', '`', '%', '"', "'", '[', ']', '{', '}', ',', '?', '-', ':', '#', '\0', '\u2028', '\uD800', '\t', '<<: *a', '!!binary x', '!!set {a}', '? [a]', '%YAML 9.9\n---', '0x1F', '.nan', '1e999']) {
      for (const text of [sign, `${HEAD}svar:\n  II.1.p1: ${sign}`, `${HEAD}svar:\n  ${sign}: ja`, `${HEAD}svar:\n  I.1: ${sign} tekst\n  I.2: nei\n`, `${HEAD}${sign}\nsvar:\n`]) survive(text);
    }
  });
});

describe('fixes in files that editors write differently', () => {
  const fixed = (text: string, code: string): string => {
    const analysis = analyseText(text);
    const finding = analysis.findings().find((each) => each.code === code)!;
    return applyEdits(text, fixesFor(analysis, finding)[0]!.edits);
  };
  it('a byte order mark takes up no column', () => {
    const text = fixed('\uFEFFvurdering: dpia\ntittel: T\nbehandlingsansvarlig: B\nstatus: utkast\n', 'mangler-nokkel');
    expect(text).toContain('\nmal: e-helse-2018');
    expect(analyseText(text).tree.problems).toEqual([]);
  });
  it('a new file keeps CRLF and leaves no blanks at line ends', () => {
    const text = fixed('# en kommentar\r\n', 'tom-fil');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).not.toMatch(/[ \t]\r?\n/);
  });
  it('answers go into empty braces as a block', () => {
    const text = fixed('vurdering: dpia\nmal: e-helse-2018\ntittel: T\nbehandlingsansvarlig: B\nstatus: utkast\nsvar: {}\n', 'ubesvarte');
    expect(text).toContain('svar:\n  # Er dette et nytt prosjekt eller prosess?\n  I.1: «fyll ut»\n');
    expect(analyseText(text).tree.problems).toEqual([]);
  });
  it('a suppression on one line with others is left to the author', () => {
    const analysis = analyseText('vurdering: dpia\nmal: e-helse-2018\ntittel: T\nbehandlingsansvarlig: B\nstatus: utkast\nundertrykk: [{funn: maltekst, begrunnelse: x}, {funn: ubesvarte, begrunnelse: y}]\n');
    const unused = analysis.findings().find(({ code }) => code === 'ubrukt-undertrykkelse')!;
    expect(fixesFor(analysis, unused)).toEqual([]);
  });
});

describe('unknown ids and signs', () => {
  const found = (lines: string, code: string) => analyseText(`${HEAD}svar:\n${lines}`).findings().filter((finding) => finding.code === code);
  it('the nearest id counts though it is answered, and then nothing is offered', () => {
    const [finding] = found('  II.4.2: nei\n  II.4.22: ja\n', 'ukjent-sporsmal');
    expect(finding).toMatchObject({ fixes: [] });
    expect(finding!.message).toContain('II.4.2 ligner, men er besvart på linje 8.');
  });
  it('where several are equally near, none is picked', () => {
    const [finding] = found('  II.4.2: nei\n  II.4.9: ja\n', 'ukjent-sporsmal');
    expect(finding).toMatchObject({ fixes: [] });
    expect(finding!.message).toMatch(/Ubesvart i samme seksjon: .*II\.4\.4/);
  });
  it('prose is not moved to a ja or nei', () => {
    expect(found('  ii.4.4: Vi profilerer ingen\n', 'ukjent-sporsmal')).toMatchObject([{ fixes: [] }]);
    expect(found('  ii.4.4: nei\n', 'ukjent-sporsmal')).toMatchObject([{ fixes: [{ text: 'II.4.4' }] }]);
  });
  it('a ja or nei is not put in quotation marks', () => {
    expect(found('  I.2: *finnesikke\n  I.3: !foo ja\n', 'yaml-syntaks').flatMap(({ fixes }) => fixes)).toEqual([]);
    expect(found('  II.1.p1: *finnesikke\n', 'yaml-syntaks')).toMatchObject([{ fixes: [{ as: 'quote' }] }]);
  });
  it('the merge key has a message of its own', () => {
    expect(found('  I.1: nei\n  <<: {I.2: nei}\n', 'ukjent-sporsmal')).toMatchObject([{ message: 'Vurdert leser ikke «<<». Skriv svarene ut.' }]);
  });
});
