/** vurdert.config.yaml in the core: what is read, what is wrong, and how findings are graded by it. */
import { describe, expect, it } from 'vitest';
import { checkConfiguration } from '../../../server/core/config/check.ts';
import { isIncluded, isOutside, matches } from '../../../server/core/config/globs.ts';
import { inForce } from '../../../server/core/config/force.ts';
import { EMPTY } from '../../../server/core/config/model.ts';
import { levelsFrom, readConfiguration } from '../../../server/core/config/read.ts';
import { withScale } from '../../../server/core/config/scale.ts';
import { library } from '../../../server/core/product.ts';
import { renderReport } from '../../../server/core/report/index.ts';
import { lowestOf, severityIn } from '../../../server/core/rules/severity.ts';
import { STATUSES } from '../../../server/core/templates/model.ts';
import { bokmål } from '../../../server/core/texts/texts.ts';
import { analyseText, contextWith, read } from '../fixtures.ts';

const context = { library, texts: bokmål };
const COMPLETE = `mapper: [vurderinger/**]
utelat: [arkiv, '**/kladd']
regler:
  deltakere-faerre-enn-to: av
  ubesvarte: {utkast: av, til-vurdering: feil}
virksomhet:
  navn: Solvik kommune
  organisasjonsnummer: 999999999
  personvernombud: Personvernombudet, personvernombud@solvik.example
  kontakt: personvern@solvik.example
risikoskala:
  sannsynlighet: [Lite sannsynlig, Mindre sannsynlig, Sannsynlig, Svært sannsynlig]
  konsekvens: [Ufarlig, Liten, Alvorlig, Svært alvorlig]
  middels: 4
  høy: 9
roller: [personvernombudet, systemeier]
språk: nn
x-eget: {hva: som helst}
`;
/** `code: the text that it stands on`. */
const found = (text: string, lookUp?: Parameters<typeof checkConfiguration>[2]): string[] => checkConfiguration(readConfiguration(text), context, lookUp).map(({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`);

describe('a configuration', () => {
  it('is read whole, and nothing is wrong in it', () => {
    const { configuration } = readConfiguration(COMPLETE);
    expect(found(COMPLETE)).toEqual([]);
    expect(configuration).toMatchObject({
      folders: ['vurderinger/**'], excluded: ['arkiv', '**/kladd'], roles: ['personvernombudet', 'systemeier'], language: 'nn',
      organisation: { name: 'Solvik kommune', number: '999999999', officer: 'Personvernombudet, personvernombud@solvik.example', contact: 'personvern@solvik.example' },
      scale: { medium: 4, high: 9 },
    });
    expect(Object.fromEntries(configuration.rules)).toEqual({ 'deltakere-faerre-enn-to': { utkast: 'av', 'til-vurdering': 'av', besluttet: 'av' }, ubesvarte: { utkast: 'av', 'til-vurdering': 'feil' } });
  });

  it('may be empty, or hold comments alone', () => {
    for (const text of ['', '# ingenting ennå\n', 'regler:\n']) {
      expect(found(text)).toEqual([]);
      expect(readConfiguration(text).configuration).toEqual(EMPTY);
    }
  });

  it.each([
    ['an unknown key, with the nearest', 'regel:\n  ubesvarte: av\n', 'konfigurasjon-nokkel: regel'],
    ['an unknown key below another', 'virksomhet:\n  nvan: Solvik\n', 'konfigurasjon-nokkel: nvan'],
    ['an unknown code', 'regler:\n  ubesvartee: av\n', 'konfigurasjon-regel: ubesvartee'],
    ['a level that is none', 'regler:\n  ubesvarte: advarslen\n', 'konfigurasjon-verdi: advarslen'],
    ['a status that is none', 'regler:\n  ubesvarte: {kladd: av}\n', 'konfigurasjon-nokkel: kladd'],
    ['a list where one word is asked for', 'språk: [nb]\n', 'konfigurasjon-verdi: språk'],
    ['a language that is none', 'språk: svensk\n', 'konfigurasjon-verdi: svensk'],
    ['rules as a list', 'regler: [ubesvarte]\n', 'konfigurasjon-verdi: regler'],
    ['a scale with two steps', 'risikoskala:\n  konsekvens: [Liten, Stor]\n', 'konfigurasjon-verdi: konsekvens'],
    ['a path upwards', 'maler: [../annet]\n', 'konfigurasjon-sti: ../annet'],
    ['a path from the root', 'regelfiler: /etc/regler\n', 'konfigurasjon-sti: /etc/regler'],
    ['an address', 'maler: [https://solvik.example/mal.yaml]\n', 'konfigurasjon-sti: https://solvik.example/mal.yaml'],
    ['a pattern upwards', "utelat: ['../**']\n", "konfigurasjon-sti: '../**'"],
    ['a level that no risk reaches', 'risikoskala:\n  sannsynlighet: [Lav, Middels, Stor]\n  konsekvens: [Liten, Middels, Stor]\n', 'konfigurasjon-skala: risikoskala'],
    ['levels in the wrong order', 'risikoskala: {middels: 12, høy: 6}\n', 'konfigurasjon-skala: 12'],
    ['a gate that is turned off', 'regler:\n  dpia-mangler: av\n', 'konfigurasjon-for-lavt: av'],
    ['a ja that calls for a DPIA, as information', 'regler:\n  ja-utloser-dpia: {utkast: informasjon}\n', 'konfigurasjon-for-lavt: informasjon'],
    ['a rule of form that is turned off', 'regler:\n  ugyldig-svar: av\n', 'konfigurasjon-for-lavt: av'],
    ['text instead of keys', 'Solvik kommune\n', 'konfigurasjon-verdi: Solvik kommune'],
    ['a key that stands twice', 'språk: nb\nspråk: nn\n', 'dobbel-nokkel: språk'],
  ])('says what is wrong: %s', (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('mends what can be mended: the nearest key, code and level, and the lowest level that is allowed', () => {
    const mended = (text: string): string => checkConfiguration(readConfiguration(text), context).flatMap(({ fixes }) => fixes).reduce((result, hint) => (hint.kind === 'replace' ? result.slice(0, hint.range.start) + hint.text + result.slice(hint.range.end) : result), text);
    expect(mended('regleer:\n')).toBe('regler:\n');
    expect(mended('regler:\n  ubesvartee: av\n')).toBe('regler:\n  ubesvarte: av\n');
    expect(mended('regler:\n  ubesvarte: advarslen\n')).toBe('regler:\n  ubesvarte: advarsel\n');
    expect(mended('regler:\n  dpia-mangler: av\n')).toBe('regler:\n  dpia-mangler: advarsel\n');
    expect(mended('regler:\n  ugyldig-svar: av\n')).toBe('regler:\n  ugyldig-svar: informasjon\n');
  });

  it('says where a path leads nowhere, once somebody has looked', () => {
    const text = 'maler: [maler, finnes-ikke, les.meg]\n';
    expect(found(text)).toEqual([]);
    expect(found(text, (path) => (path === 'maler' ? 'folder' : path === 'les.meg' ? 'file' : 'none'))).toEqual(['konfigurasjon-sti: finnes-ikke', 'konfigurasjon-sti: les.meg']);
  });

  it('says of what a path leads to and is not used, where the path stands', () => {
    const text = 'maler: [maler, x.yaml]\nregelfiler: maler\n';
    const passed = { unread: [{ key: 'maler', path: 'maler', file: 'maler/æ.mal.yaml', why: 'not-utf8' }, { key: 'regelfiler', path: 'maler', file: 'maler/b.yaml', why: 'no-access' }], many: [{ key: 'maler', count: 201, file: 'x.yaml' }] } as const;
    const findings = checkConfiguration(readConfiguration(text), context, undefined, passed);
    expect(findings.map(({ path, severity, message }) => `${path} ${severity}: ${message.split('.')[0]}`)).toEqual(['maler error: Det er 201 filer under «maler», og bare de 200 første er i bruk', 'maler/0 error: «maler/æ', 'regelfiler error: «maler/b']);
    expect(findings.map(({ range }) => text.slice(range.start, range.end))).toEqual(['maler', 'maler', 'maler']);
    expect(new Set(findings.map(({ message }) => message)).size).toBe(3);
  });

  it('keeps what can be used when something else is wrong', () => {
    const { configuration } = readConfiguration('språk: svensk\nregler:\n  ubesvarte: av\n  plassholder: kanskje\nmapper: {a: b}\nroller: systemeier\n');
    expect(configuration.language).toBeUndefined();
    expect([...configuration.rules.keys()]).toEqual(['ubesvarte']);
    expect(configuration).toMatchObject({ folders: [], roles: ['systemeier'] });
  });

  it('never throws: every beginning of it is read, and checked', () => {
    for (let end = 0; end <= COMPLETE.length; end++) expect(Array.isArray(found(COMPLETE.slice(0, end)))).toBe(true);
  });
});

describe('patterns', () => {
  it.each([
    ['arkiv', 'arkiv/2024/x.ip.yaml', true], ['arkiv', 'bydel/arkiv/x.ip.yaml', false], ['**/arkiv', 'bydel/arkiv/x.ip.yaml', true],
    ['**/arkiv', 'arkiv/x.ip.yaml', true], ['*.ip.yaml', 'x.ip.yaml', true], ['*.ip.yaml', 'a/x.ip.yaml', false], ['vurderinger/**', 'vurderinger/a/b.yaml', true],
    ['./vurderinger/', 'vurderinger/a.yaml', true], ['a/*/c', 'a/b/c/d.yaml', true], ['a/*/c', 'a/b/d/c.yaml', false], ['bydel-?', 'bydel-1/x.yaml', true],
    ['', 'x.yaml', false], ['.', 'x.yaml', true], ['**', 'a/b/c.yaml', true], ['påmelding', 'påmelding'.normalize('NFD') + '/x.yaml', true],
  ])('%s and %s: %s', (pattern, path, is) => {
    expect(matches(pattern, path)).toBe(is);
  });

  it('take no longer than they are long, whatever they hold', () => {
    const steps = 400;
    expect(matches(`${'**/a/'.repeat(steps)}b`, `${'a/'.repeat(steps)}c`)).toBe(false);
    expect(matches(`${'*a'.repeat(steps)}b`, 'a'.repeat(4 * steps))).toBe(false);
  });

  it('that leave out go before those that take in', () => {
    const both = { folders: ['bydel'], excluded: ['bydel/arkiv'] };
    expect(['bydel/x.yaml', 'bydel/arkiv/x.yaml', 'x.yaml'].map((path) => isIncluded(both, path))).toEqual([true, false, false]);
  });

  it('know a way out', () => {
    expect(['..', 'a/../../b', '/a', 'C:\\a', '~/a', 'file:///a'].filter((path) => !isOutside(path))).toEqual([]);
    expect(['a', './a', 'a/../b', '**', 'a..b/c'].filter(isOutside)).toEqual([]);
  });
});

describe('grading', () => {
  const rule = (code: string) => library.rules.find((each) => each.code === code)!;

  it('goes by status, and what is not named keeps its own severity', () => {
    const { configuration } = readConfiguration('regler:\n  ubesvarte: {utkast: av, til-vurdering: feil}\n');
    expect(STATUSES.map((status) => severityIn(rule('ubesvarte'), status, configuration))).toEqual([undefined, 'error', severityIn(rule('ubesvarte'), 'besluttet', undefined)]);
  });

  it('never takes a gate below a warning, or a rule of form away', () => {
    for (const each of library.rules) {
      const configuration = readConfiguration(`regler:\n  ${each.code}: av\n`).configuration;
      for (const status of STATUSES) {
        const severity = severityIn(each, status, configuration);
        if (each.gate || each.group === 'form') expect(severity, each.code).toBe(severityIn(each, status, undefined));
        else expect(severity, each.code).toBeUndefined();
      }
    }
    expect(library.rules.filter((each) => lowestOf(each) !== 'av').length).toBeGreaterThan(30);
  });

  it('takes the configuration before the settings, status by status, and settings before nothing', () => {
    const settings = levelsFrom({ ubesvarte: 'informasjon', plassholder: { besluttet: 'advarsel' }, tull: 7, 'ja-utloser-dpia': 'av' });
    const both = inForce(readConfiguration('regler:\n  ubesvarte: {besluttet: feil}\n').configuration, settings)!;
    expect(both.rules.get('ubesvarte')).toEqual({ utkast: 'informasjon', 'til-vurdering': 'informasjon', besluttet: 'feil' });
    expect(both.rules.get('plassholder')).toEqual({ besluttet: 'advarsel' });
    expect(severityIn(rule('ja-utloser-dpia'), 'utkast', both)).toBe('warning');
    expect(inForce(undefined, new Map())).toBeUndefined();
  });

  it('changes an assessment\'s findings, and a suppression in the file goes before it', () => {
    const text = read('samples/visma-familia.dpia.yaml');
    const counted = (configuration: string, written = text): { [severity: string]: number } => {
      const analysis = analyseText(written, 'x.dpia.yaml', { ...contextWith(), configuration: readConfiguration(configuration).configuration });
      return analysis.findings().filter(({ code }) => code === 'mangler-forklaring').reduce<{ [severity: string]: number }>((counts, { severity }) => ({ ...counts, [severity]: (counts[severity] ?? 0) + 1 }), {});
    };
    const [severity, count] = Object.entries(counted(''))[0]!;
    expect(count).toBeGreaterThan(0);
    expect(counted('regler:\n  mangler-forklaring: feil\n')).toEqual({ error: count });
    expect(counted('regler:\n  mangler-forklaring: av\n')).toEqual({});
    expect(severity).not.toBe('error');
    const silenced = `${text}\nundertrykk:\n  - funn: mangler-forklaring\n    begrunnelse: Forklares i vedlegget til vurderingen.\n`;
    expect(counted('regler:\n  mangler-forklaring: feil\n', silenced)).toEqual({});
    // What is turned off is not «unused» for it.
    expect(analyseText(silenced, 'x.dpia.yaml', { ...contextWith(), configuration: readConfiguration('regler:\n  mangler-forklaring: av\n').configuration }).findings().filter(({ code }) => code === 'ubrukt-undertrykkelse')).toEqual([]);
  });
});

describe('the organisation', () => {
  it('stands in the report of an assessment of its own, and in no other', () => {
    const report = (name: string): string => renderReport(analyseText(read('samples/paamelding-kulturskole.dpia.yaml').replace(/^behandlingsansvarlig: .*$/m, `behandlingsansvarlig: ${name}`), 'x.dpia.yaml', { ...contextWith(), configuration: readConfiguration(COMPLETE).configuration }), { format: 'markdown', edition: 'internal' });
    for (const words of ['Solvik kommune (org.nr. 999999999)', 'personvernombud@solvik.example', 'personvern@solvik.example']) {
      expect(report('Solvik kommune').replaceAll('\\', '')).toContain(words);
      expect(report('Nabo kommune').replaceAll('\\', '')).not.toContain(words);
    }
  });
});

describe('the municipality\'s own scale', () => {
  const scale = readConfiguration(COMPLETE).configuration.scale;
  const own = withScale(library, scale);
  const sample = read('samples/paamelding-kulturskole.dpia.yaml');

  it('decides levels, texts and what is on the scale', () => {
    const { risk } = own.templates[0]!;
    expect(risk.levels.map(({ from, level }) => [from, level])).toEqual([[1, 'lav'], [4, 'middels'], [9, 'høy']]);
    expect(risk.scales['sannsynlighet']!.map(({ value }) => value)).toEqual([1, 2, 3, 4]);
    const risky = sample.replace(/^( {4}sannsynlighet: )\d/m, '$15');
    expect(risky).not.toBe(sample);
    const wrong = (from: typeof library): number => analyseText(risky, 'x.dpia.yaml', contextWith(from)).findings().filter(({ code }) => code === 'ugyldig-svar').length;
    expect(wrong(library)).toBe(0);
    expect(wrong(own) - analyseText(sample, 'x.dpia.yaml', contextWith(own)).findings().filter(({ code }) => code === 'ugyldig-svar').length).toBe(1);
  });

  it('may be longer than the product\'s', () => {
    const long = withScale(library, readConfiguration('risikoskala:\n  sannsynlighet: [A, B, C, D, E, F]\n').configuration.scale);
    const risky = sample.replace(/^( {4}sannsynlighet: )\d/m, '$16');
    const wrong = (from: typeof library): number => analyseText(risky, 'x.dpia.yaml', contextWith(from)).findings().filter(({ code }) => code === 'ugyldig-svar').length;
    expect([wrong(library), wrong(long)]).toEqual([1, 0]);
  });

  it('is left alone where it cannot be used', () => {
    expect(withScale(library, readConfiguration('risikoskala: {middels: 12, høy: 6}\n').configuration.scale)).toBe(library);
    expect(withScale(library, {})).toBe(library);
  });
});
