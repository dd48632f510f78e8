import { describe, expect, it } from 'vitest';
import { carriedAnswers } from '../../../../server/core/assessment/carry.ts';
import { isComposed } from '../../../../server/core/assessment/words-at.ts';
import { applyEdits } from '../../../../server/core/features/fixes/index.ts';
import { makeFrom } from '../../../../server/core/features/make/make-from.ts';
import type { Change, Located } from '../../../../server/core/features/make/model.ts';
import { library } from '../../../../server/core/product.ts';
import { indexOf, type AssessmentKind } from '../../../../server/core/templates/model.ts';
import { analyseText, contextWith, read } from '../../fixtures.ts';

const FORMS = new Set(library.rules.filter((rule) => rule.group === 'form').map((rule) => rule.code));
const FOLDER = 'file:///kommune/fritidsklubben';
const at = (name: string, text: string): Located => ({ address: `${FOLDER}/${name}`, analysis: analyseText(text, name) });
/** The samples before anything was made from them: without what names the other files. */
const sample = (kind: AssessmentKind): Located => at(`instagram.${kind}.yaml`, read(`samples/bydel/fritidsklubben/instagram.${kind}.yaml`).replace(/^(?:ip|plm|dpia): .*\n/gm, ''));
const made = (sources: [Located, ...Located[]], kind: AssessmentKind, taken: string[] = []): Change => makeFrom(contextWith(), sources, kind, (address) => taken.includes(address))!;
const templateOf = (kind: AssessmentKind) => library.templates.find((template) => template.kind === kind)!;

describe('made from another', () => {
  it.each<[AssessmentKind, AssessmentKind]>([['ip', 'plm'], ['ip', 'plattform'], ['plattform', 'ip'], ['plattform', 'plm'], ['plm', 'dpia'], ['ip', 'dpia']])('%s → %s: every answer that is asked for again, word for word, with where it came from', async (from, to) => {
    const source = sample(from);
    const { create, edits } = made([source], to);
    await expect(create!.text).toMatchFileSnapshot(`golden/${from}-til-${to}.yaml`);
    expect(create!.address).toBe(`${FOLDER}/instagram.${to}.yaml`);
    const analysis = analyseText(create!.text, `instagram.${to}.yaml`);
    expect(analysis.tree.problems).toEqual([]);
    expect(analysis.findings().filter(({ code }) => FORMS.has(code))).toEqual([]);
    const carried = carriedAnswers(source.analysis.assessment, templateOf(to));
    expect(carried.length).toBeGreaterThan(4);
    for (const { question, into, answer, words, from: { question: place, also = [] } } of carried) {
      expect(create!.text).toContain(`  # fra instagram.${from}.yaml, ${[place, ...also].join(' og ').replace('/', ', ')}\n  ${question}:`);
      if (words !== undefined) expect(analysis.assessment.facts[question], question).toBe(words);
      else if (into === undefined && !place.includes('/')) {
        expect(analysis.assessment.facts[question], question).toEqual(answer.value);
        expect(analysis.assessment.answers.get(question)!.explanation?.text, question).toBe(answer.explanation?.text);
      }
    }
    expect(edits.every(({ address }) => address === source.address)).toBe(true);
  });

  it('the files name each other', () => {
    const { create, edits } = made([sample('ip'), sample('plattform')], 'plm');
    expect(create!.text).toContain('\nip: ./instagram.ip.yaml\n');
    // An IP has no key for what comes after it; the platform assessment has.
    expect(edits.map(({ address }) => address)).toEqual([`${FOLDER}/instagram.plattform.yaml`]);
    expect(applyEdits(sample('plattform').analysis.text, edits[0]!.edits)).toContain('\nplm: ./instagram.plm.yaml\n');
  });
  it('a link that is there stays, and one of the source is written from where the new file lies', () => {
    const plm = at('instagram.plm.yaml', `${sample('plm').analysis.text}ip: ../felles/annen.ip.yaml\ndpia: ./gammel.dpia.yaml\n`);
    const { create, edits } = made([plm], 'dpia');
    expect(create!.text).toContain('\nip: ../felles/annen.ip.yaml\nplm: ./instagram.plm.yaml\n');
    expect(edits).toEqual([]);
  });
  it('the first source that has an answer gives it; the others fill what it lacks', () => {
    const { create } = made([sample('ip'), sample('plattform')], 'plm');
    expect(create!.text).toContain('  # fra instagram.ip.yaml, A.5\n  A.4: ');
    expect(create!.text).toContain('  # fra instagram.plattform.yaml, D.9\n  A.7: ');
  });
  it('what is the same in the whole case goes along, the decision and the status do not', () => {
    const { create } = made([sample('plm')], 'dpia');
    const { assessment } = analyseText(create!.text, 'x.dpia.yaml');
    expect(assessment.facts['risikoer']).toEqual(sample('plm').analysis.assessment.facts['risikoer']);
    expect(assessment.status).toBe('utkast');
    expect(assessment.facts['beslutning']).toBeUndefined();
    expect(assessment.facts['behandlingsansvarlig']).toBe('Bydel Solsiden');
    expect(made([sample('ip')], 'dpia').create!.text).toContain('# fra instagram.ip.yaml, kriterier\nkriterier: [7]\n');
  });
  it('never over a file that is there', () => {
    expect(made([sample('ip')], 'plm', [`${FOLDER}/instagram.plm.yaml`]).create!.address).toBe(`${FOLDER}/instagram-2.plm.yaml`);
  });
});

describe('copied as it stands', () => {
  const ip = (answers: string, newline = '\n'): string => {
    const text = `vurdering: ip\nmal: ip-2026\ntittel: Prøve\nbehandlingsansvarlig: Bydel Solsiden\nstatus: utkast\n${answers}`.replaceAll('\n', newline);
    return made([at('x.ip.yaml', text)], 'plm').create!.text;
  };
  it('blocks, quoting and comments', () => {
    const text = ip('svar:\n    A.1: | # kort\n        Første linje.\n\n          Innrykket linje.\n    A.3: "Si \'hei\'" # avtalt\n    A.4: >-\n        To\n        linjer\n    A.6:\n        # vurdert to ganger\n        svar: delvis\n        forklaring: Noen få.\n    A.10: [snapchat, discord] # flere\n');
    expect(text).toContain('  A.1: | # kort\n      Første linje.\n\n        Innrykket linje.\n');
    expect(text).toContain('  A.2: "Si \'hei\'" # avtalt\n');
    expect(text).toContain('  A.3: >-\n      To\n      linjer\n');
    expect(text).toContain('  A.5:\n      # vurdert to ganger\n      svar: delvis\n      forklaring: Noen få.\n');
    expect(text).toContain('  A.9: [snapchat, discord] # flere\n');
  });
  it('Windows line breaks become the new file’s own', () => {
    const text = ip('svar:\n  A.1: |\n    En.\n    To.\n  A.3: Formål\n', '\r\n');
    expect(text).not.toContain('\r');
    expect(text).toContain('  A.1: |\n    En.\n    To.\n');
  });
  it('answers in braces stand on lines of their own, and an alias is written out', () => {
    expect(ip('svar: {A.1: Kort, A.3: Formålet er enkelt, A.6: nei}\n')).toMatch(/ {2}A\.1: Kort\n[\s\S]* {2}A\.2: Formålet er enkelt\n[\s\S]* {2}A\.5: nei\n/);
    expect(ip('svar:\n  A.1: &felles Det samme\n  A.3: *felles\n')).toMatch(/ {2}A\.1: Det samme\n[\s\S]* {2}A\.2: Det samme\n/);
  });
  it('several purposes become a list, one becomes its words', () => {
    const plattform = (rows: string): string => made([at('x.plattform.yaml', `vurdering: plattform\nmal: plattform-2026\ntittel: T\nbehandlingsansvarlig: B\nstatus: utkast\nsvar:\n  D.1:\n${rows}`)], 'ip').create!.text;
    expect(plattform('    - {formål: Informere, grunnlag: e}\n    - formål: >-\n        Svare\n        på spørsmål\n      grunnlag: e\n')).toContain('  # fra x.plattform.yaml, D.1, formål\n  A.3:\n    - Informere\n    - Svare på spørsmål\n');
    expect(plattform('    - {formål: Informere, grunnlag: e}\n')).toContain('  A.3: Informere\n');
  });
  it('an answer with an explanation goes into a field without it', () => {
    const source = at('x.ip.yaml', 'vurdering: ip\nmal: ip-2026\ntittel: T\nbehandlingsansvarlig: B\nstatus: utkast\nsvar:\n  A.3:\n    svar: Informere\n    forklaring: Avtalt\n');
    expect(made([source], 'plattform').create!.text).toContain('  D.1:\n    - formål: Informere\n      grunnlag: «fyll ut»\n');
  });
  it('what nobody has answered is not carried', () => {
    expect(ip('svar:\n  A.1: «fyll ut»\n  A.3:\n')).not.toContain('# fra x.ip.yaml');
  });
});

describe('hentes-fra', () => {
  it('names questions whose answers fit', () => {
    const WORDS = ['text', 'prose', 'person'];
    const kindOf = (mal: string, place: string): string | undefined => {
      const [id = '', field] = place.split('/');
      const template = library.templates.find((each) => each.id === mal)!;
      const question = indexOf(template).questions.get(id)?.question ?? indexOf(template).head.get(id);
      const kind = field === undefined ? question?.kind : question?.kind.type === 'group' ? question.kind.fields.find((each) => each.id === field)?.kind : undefined;
      return kind && (WORDS.includes(kind.type) ? 'words' : kind.type);
    };
    for (const template of library.templates.filter(({ kind }) => kind !== 'behandlingsoversikt')) {
      for (const { question } of indexOf(template).questions.values()) {
        for (const each of [question, ...(question.kind.type === 'group' ? question.kind.fields : [])]) {
          // Several answers, or the fields of rows, become words.
          for (const _ of each.carriedFrom.filter(isComposed)) expect(WORDS, `${template.id} ${each.id}`).toContain(each.kind.type);
          for (const { template: mal, question: place } of each.carriedFrom.filter((source) => !isComposed(source))) expect(kindOf(mal, place), `${template.id} ${question.id} fra ${mal} ${place}`).toBe(WORDS.includes(each.kind.type) ? 'words' : each.kind.type);
        }
      }
    }
  });
});
