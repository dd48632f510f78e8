import { describe, expect, it } from 'vitest';
import { ownFindings } from '../../../server/core/own/findings.ts';
import { loadOwn, readAlone, unused } from '../../../server/core/own/load.ts';
import { parse } from '../../../server/core/syntax/parse.ts';
import { indexOf } from '../../../server/core/templates/model.ts';
import { analyseText, contextWith, TODAY } from '../fixtures.ts';
import { bokmål } from '../../../server/core/texts/texts.ts';
import { library } from '../../../server/core/product.ts';
import { FIXTURES, kommune, load, named, textsOf } from './own.ts';

const context = { library, texts: bokmål, today: TODAY };
const marked = (text: string): string[] => text.split('\n').flatMap((line, i) => (/# funn: (.+)$/.exec(line)?.[1] ?? '').split(',').filter(Boolean).map((code) => `${i + 1}: ${code.trim()}`)).sort();

describe('findings in template and rule files', () => {
  const loaded = load(textsOf(`${FIXTURES}/feil`));
  it.each(named(`${FIXTURES}/feil`))('%s has the findings that are written in it', (name) => {
    const file = loaded.files.get(`file:///kommune/maler/${name}`)!;
    const findings = ownFindings(file, context);
    expect(findings.map(({ code, range }) => `${file.lines.lineAt(range.start) + 1}: ${code}`).sort()).toEqual(marked(file.text));
    for (const { message } of findings) expect(message).not.toMatch(/\{\p{L}+\}|undefined/u);
  });
  it('none of them is used', () => {
    expect(loaded.library.templates).toEqual(library.templates);
    expect(loaded.library.rules).toHaveLength(library.rules.length);
  });
  it('names what was probably meant, and mends it', () => {
    const file = loaded.files.get('file:///kommune/maler/form.mal.yaml')!;
    const finding = ownFindings(file, context).find(({ path }) => path === 'vurdering')!;
    expect(finding.message).toContain('Mente du «dpia»?');
    expect(finding.fixes).toEqual([{ kind: 'replace', range: finding.range, text: 'dpia' }]);
    expect(file.text.slice(finding.range.start, finding.range.end)).toBe('dpla');
  });
});

describe('a municipality without mistakes', () => {
  const loaded = kommune();
  const { library: own } = loaded;
  it.each(named(FIXTURES))('%s has no findings', (name) => {
    expect(ownFindings(loaded.files.get(`file:///kommune/maler/${name}`)!, context)).toEqual([]);
  });
  it('has its templates behind the product’s, the newest version of each', () => {
    expect(own.templates.slice(0, library.templates.length)).toEqual(library.templates);
    expect(own.templates.slice(library.templates.length).map(({ id, version }) => [id, version])).toEqual([['bibliotek', '2'], ['kommune-dpia', '2']]);
    expect(own.earlier?.map(({ id, version }) => [id, version])).toEqual([['bibliotek', '1'], ['kommune-dpia', '1']]);
  });
  it('has its rules, and the product’s for what it extends', () => {
    expect(own.rules.find(({ code }) => code === 'bydeler-uten-navn')).toBeDefined();
    expect(own.rules.find(({ code }) => code === 'ja-utloser-dpia')!.templates).toEqual(['e-helse-2018', 'kommune-dpia']);
    expect(library.rules.find(({ code }) => code === 'ja-utloser-dpia')!.templates).toEqual(['e-helse-2018']);
  });
  it('puts what it adds where it says, and keeps the rest as it was', () => {
    const template = own.templates.find(({ id }) => id === 'kommune-dpia')!;
    const base = library.templates.find(({ id }) => id === 'e-helse-2018')!;
    const ids = [...indexOf(template).questions.keys()];
    expect(ids.slice(ids.indexOf('II.4.2'), ids.indexOf('II.4.3'))).toEqual(['II.4.2', 'K.1', 'K.2', 'K.4', 'K.5']);
    expect(template.parts.at(-1)!.id).toBe('K');
    expect(indexOf(template).questions.get('II.4.3')!.question).toBe(indexOf(base).questions.get('II.4.3')!.question);
    expect(indexOf(template).questions.get('II.4.2')!.question.guidance).toBe('Se også kommunens rutine for systematisk vurdering.');
    expect(indexOf(base).questions.get('II.4.2')!.question.guidance).not.toBe('Se også kommunens rutine for systematisk vurdering.');
  });
});

describe('a file on an extended template', () => {
  const { library: own } = kommune();
  const file = (answers: string, status = 'utkast'): string => `vurdering: dpia\nmal: kommune-dpia\nmalversjon: '2'\ntittel: T\nbehandlingsansvarlig: B\nstatus: ${status}\nsvar:\n${answers}`;
  const found = (answers: string): string[] => analyseText(file(answers), 'x.dpia.yaml', contextWith(own)).findings().map(({ code, path }) => `${path}: ${code}`);
  it('has the product’s rules for the template that is extended', () => {
    expect(found('  I.6: ja\n  II.4.4: nei\n  II.4.5: ja\n')).toEqual(expect.arrayContaining(['II.4.4: profilering-selvmotsagt', 'I.6: ja-utloser-dpia']));
  });
  it('has the municipality’s rules', () => {
    expect(found('  K.4: {svar: ja, forklaring: Tre bydeler}\n')).toContain('K.4: bydeler-uten-navn');
    expect(found('  K.4: {svar: ja, forklaring: Tre bydeler}\n  K.5: Nord\n')).not.toContain('K.4: bydeler-uten-navn');
  });
  it('has answers of the form that its own questions ask for', () => {
    expect(found('  K.4: kanskje\n')).toContain('K.4: ugyldig-svar');
    expect(found('  K.44: ja\n')).toContain('K.44: ukjent-sporsmal');
  });
  it('does not miss what is hidden, and keeps an answer to it', () => {
    const analysis = analyseText(file('  I.1: nei\n  II.1.p3: Velforeningen\n'), 'x.dpia.yaml', contextWith(own));
    expect(analysis.findings().filter(({ path, severity }) => path === 'II.1.p3' || severity === 'error')).toEqual([]);
    expect(analysis.assessment.facts['II.1.p3']).toBe('Velforeningen');
    expect(analyseText(file('  I.1: nei\n  II.1.p3:\n'), 'x.dpia.yaml', contextWith(own)).findings().filter(({ path }) => path === 'II.1.p3')).toEqual([]);
  });
  it('is read with the version that it was answered under', () => {
    const old = file('  K.2: {svar: ja, forklaring: Hørt i mars}\n  K.3: Systemeier\n').replace("'2'", "'1'");
    const analysis = analyseText(old, 'x.dpia.yaml', contextWith(own));
    expect(analysis.assessment.template.version).toBe('1');
    expect(analysis.findings().filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(analysis.assessment.facts['K.2']).toBe('ja');
  });
});

describe('files that mean harm', () => {
  const one = (text: string, name = 'x.mal.yaml') => load([{ address: `file:///kommune/maler/${name}`, text }]);
  const codes = (text: string, name = 'x.mal.yaml'): string[] => {
    const loaded = one(text, name);
    return ownFindings([...loaded.files.values()][0]!, context).map(({ code }) => code);
  };
  const head = 'mal: x\nvurdering: ip\ntittel: T\nutgiver: U\nversjon: "1"\n';
  it('larger than anybody can answer is not looked at', () => {
    expect(codes(`${head}innledning: ${'a'.repeat(500_000)}\n`)).toEqual(['egen-for-stor']);
    expect(codes(`${head}a: &a [${Array(4000).fill('x').join(', ')}]\nb: [${Array(10).fill('*a').join(', ')}]\n`)).toEqual(['egen-for-stor']);
  });
  it('nested thousands deep, or nothing at all, is read all the same', () => {
    for (const text of ['', '# bare en kommentar', '[', 'a', '- b', `${head}deler: ${'['.repeat(5000)}`, `${head}deler: {__proto__: {a: 1}}`, `${head}__proto__: {a: 1}`, `${head}deler: [null, 1, a, {seksjoner: [null, {spørsmål: [null, 3, {id: __proto__, tekst: a, svartype: gruppe, felter: 3}]}]}]`, `${head}skalaer: {toString: 1}\nvalgtekster: {constructor: {a: b}}`]) {
      for (const name of ['x.mal.yaml', 'x.regel.yaml']) expect(one(text, name).library.templates.length, text.slice(0, 80)).toBe(library.templates.length);
    }
  });
  it('every prefix of every fixture is read', () => {
    for (const { address, text } of textsOf(FIXTURES)) for (let end = 0; end < text.length; end += 37) {
      const loaded = one(text.slice(0, end), address.split('/').at(-1));
      for (const { range } of ownFindings([...loaded.files.values()][0]!, context)) expect(range.start >= 0 && range.end <= end).toBe(true);
    }
  });
});

describe('a template that cannot be used', () => {
  const file = "vurdering: dpia\nmal: vond\ntittel: Vakt\nbehandlingsansvarlig: Eksempel kommune\nstatus: utkast\nsvar: {}\n";
  const template = (hidden: string): { address: string; text: string } => ({ address: 'file:///kommune/maler/vond.mal.yaml', text: `mal: vond\nutvider: e-helse-2018\ntittel: Vond\nutgiver: Eksempel kommune\nversjon: '1'\nskjul:\n${hidden}` });
  const unknownTemplate = (own: ReturnType<typeof load>['library'], texts = bokmål): string[] => analyseText(file, 'x.dpia.yaml', { library: own, texts, today: TODAY }).findings().filter(({ code }) => code === 'ukjent-mal').map(({ message }) => message);
  it('is told of where it is named, in every language', () => {
    const { library: own } = load([template('  - {id: FINNES-IKKE, begrunnelse: Nei}\n')]);
    expect(unknownTemplate(own)).toEqual(['Malen «vond» har feil og kan ikke brukes. Rett vond.mal.yaml først.']);
    expect(unknownTemplate(own.in!('en'), bokmål.in('en'))).toEqual(['The template «vond» has errors and cannot be used. Correct vond.mal.yaml first.']);
    expect(unknownTemplate(library)[0]).toContain('Mente du');
    expect(unknownTemplate(load([template('  - {id: II.1.p3, begrunnelse: Ja}\n')]).library)).toEqual([]);
  });
  it('may be so because it hides a question twice', () => {
    const file = load([template('  - {id: II.1.p3, begrunnelse: En}\n  - {id: II.1.p3, begrunnelse: To}\n')]).files.get('file:///kommune/maler/vond.mal.yaml')!;
    expect(ownFindings(file, context).map(({ code, path }) => [code, path])).toEqual([['egen-id', 'skjul/1/id']]);
  });
});

it('what no configuration names has one finding that says so, and no other for it', () => {
  const { files } = kommune();
  for (const file of files.values()) {
    const [finding, ...others] = ownFindings(unused(file), context);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'egen-ubrukt', severity: 'information', path: file.kind === 'template' ? 'mal' : 'kode' });
    expect(finding!.message).toContain(file.kind === 'template' ? '«maler»' : '«regelfiler»');
  }
});

it('a value of any form in one file keeps no other from being read', () => {
  const good = { address: 'file:///kommune/maler/god.mal.yaml', text: "mal: god\nutvider: e-helse-2018\ntittel: God\nutgiver: Eksempel kommune\nversjon: '1'\n" };
  for (const value of ['[a, {b: c}]', '{b: c}', '[[{b: c}]]', '[a', '~', '5', 'true']) {
    for (const key of ['mal', 'utvider', 'versjon', 'tittel', 'utgiver', 'legg-til', 'skjul', 'veiledninger', 'vurdering']) {
      const wrong = { address: 'file:///kommune/maler/feil.mal.yaml', text: `${good.text.replace('mal: god', 'mal: gal').replace(new RegExp(`^${key}:.*\\n`, 'm'), '')}${key}: ${value}\n` };
      expect(load([wrong, good]).library.templates.map(({ id }) => id), wrong.text).toContain('god');
      const on = load([wrong, { ...good, text: good.text.replace('e-helse-2018', 'gal') }]).files.get(good.address)!;
      expect(ownFindings(on, context).length + (on.template ? 1 : 0), wrong.text).toBeGreaterThan(0);
    }
  }
  for (const value of ['[a, {b: c}]', '{b: c}', '[a', '~', '5']) {
    for (const key of ['kode', 'maler', 'når', 'på', 'melding', 'gruppe', 'alvorlighet', 'artikler']) load([good, { address: 'file:///kommune/maler/feil.regel.yaml', text: `${key}: ${value}\n` }]);
  }
});

describe('an extension of a template that has versions', () => {
  const base = (number: string): { address: string; text: string } => ({ address: `file:///kommune/maler/grunn.${number}.mal.yaml`, text: `mal: grunn\nutvider: e-helse-2018\ntittel: Grunn\nutgiver: Eksempel kommune\nversjon: '${number}'\nskjul:\n  - {id: II.1.p${number}, begrunnelse: Ja}\n` });
  const on = (utvider: string, number = '1'): { address: string; text: string } => ({ address: `file:///kommune/maler/bydel.${number}.mal.yaml`, text: `mal: bydel\nutvider: ${utvider}\ntittel: Bydel\nutgiver: Eksempel kommune\nversjon: '${number}'\nskjul:\n  - {id: II.2.p1, begrunnelse: Ja}\n` });
  const told = (files: readonly { address: string; text: string }[], of: { address: string }) => ownFindings(load(files).files.get(of.address)!, context).map(({ code, severity, message, path, fixes }) => ({ code, severity, path, message, writes: fixes.flatMap((fix) => (fix.kind === 'replace' ? [fix.text] : [])) }));
  it('has to say which, and is used all the same', () => {
    const files = [base('2'), base('3'), on('grunn')];
    expect(told(files, files[2]!)).toEqual([{ code: 'egen-versjon', severity: 'warning', path: 'utvider', message: expect.stringContaining('finnes i flere versjoner') as string, writes: ['grunn@3'] }]);
    expect(load(files).library.templates.map(({ id }) => id)).toContain('bydel');
    for (const quiet of [[base('2'), on('grunn')], [base('2'), base('3'), on('grunn@3')], [on('e-helse-2018')]]) expect(told(quiet, on('x'))).toEqual([]);
  });
  it('is told of a newer one, in its own newest version alone', () => {
    const files = [base('2'), base('3'), on('grunn@2', '1'), on('grunn@2', '2')];
    expect(told(files, files[3]!)).toEqual([{ code: 'egen-versjon', severity: 'information', path: 'utvider', message: expect.stringContaining('nyere versjon, 3') as string, writes: ['grunn@3'] }]);
    expect(told(files, files[2]!)).toEqual([]);
    expect([load(files).files.get(files[3]!.address)!.template!.version, load(files).library.templates.find(({ id }) => id === 'bydel')?.version]).toEqual(['2', '2']);
  });
  it('finds the version though no configuration names it itself', () => {
    const { library: municipality } = load([base('2'), base('3')]);
    expect(ownFindings(readAlone(municipality, on('grunn@2'), 'template', { parse, texts: bokmål }), context).map(({ severity, path }) => `${severity} ${path}`)).toEqual(['information utvider']);
    expect(ownFindings(readAlone(municipality, on('grunn'), 'template', { parse, texts: bokmål }), context).map(({ severity, path }) => `${severity} ${path}`)).toEqual(['warning utvider']);
  });
});

describe('versions beside one another', () => {
  const version = (number: string, hidden: string): { address: string; text: string } => ({ address: `file:///kommune/maler/god.${number}.mal.yaml`, text: `mal: god\nutvider: e-helse-2018\ntittel: God\nutgiver: Eksempel kommune\nversjon: '${number}'\nskjul:\n  - {id: ${hidden}, begrunnelse: Ja}\n` });
  const notes = (loaded: ReturnType<typeof load>, number: string, texts = bokmål): string[] => ownFindings(loaded.files.get(`file:///kommune/maler/god.${number}.mal.yaml`)!, { ...context, texts }).filter(({ code }) => code === 'egen-ubrukt').map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
  it('the newest that cannot be used is told that an older one is', () => {
    const loaded = load([version('1', 'II.1.p3'), version('2', 'FINNES-IKKE')]);
    expect(loaded.library.templates.find(({ id }) => id === 'god')?.version).toBe('1');
    expect(notes(loaded, '2')).toEqual(['information versjon: Versjon 1 av malen god er i bruk så lenge denne versjonen har feil.']);
    expect(notes(loaded, '2', bokmål.in('en'))[0]).toContain('Version 1 of the template god is in use');
    expect(notes(loaded, '1')).toEqual([]);
  });
  it('an older that cannot be used is told nothing of the newer', () => {
    const loaded = load([version('1', 'FINNES-IKKE'), version('2', 'II.1.p3')]);
    expect([notes(loaded, '1'), notes(loaded, '2')]).toEqual([[], []]);
  });
  it('one that is being written is in use as it was', () => {
    const reader = { parse, texts: bokmål };
    const first = loadOwn(library, { templates: [version('1', 'II.1.p3'), version('2', 'II.1.p3')], rules: [] }, reader);
    const then = loadOwn(library, { templates: [version('1', 'II.1.p3'), version('2', 'FINNES-IKKE')], rules: [] }, reader, first.files);
    expect(then.library.templates.find(({ id }) => id === 'god')?.version).toBe('2');
    expect(notes(then, '2')).toEqual([]);
  });
});
