import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { analyse } from '../../server/core/analysis.ts';
import { carriedAnswers } from '../../server/core/assessment/carry.ts';
import { instancesOf, optionsOf } from '../../server/core/assessment/options.ts';
import { progressOf } from '../../server/core/assessment/progress.ts';
import { scoreOf } from '../../server/core/assessment/risk.ts';
import type { Library } from '../../server/core/library.ts';
import { library } from '../../server/core/product.ts';
import { loadHead, loadTemplate } from '../../server/core/templates/load.ts';
import { problemLine } from '../../server/core/templates/problems.ts';
import { bokmål } from '../../server/core/texts/texts.ts';
import { describeCondition } from '../../server/core/templates/conditions.ts';
import type { Question, Template } from '../../server/core/templates/model.ts';
import { schemaOf } from '../../server/core/templates/schema.ts';
import { contextWith, read } from './fixtures.ts';

const head = loadHead(parse(read('schemas/templates/felles.yaml')));
const load = (text: string): { template: Template; problems: string[] } => {
  const { template, problems } = loadTemplate(parse(text), head, { isArticle: (reference) => library.articles.has(reference), articles: () => library.articles.keys() });
  return { template, problems: problems.map((problem) => problemLine(problem, bokmål)) };
};
const template = (name: string): Template => {
  const { template, problems } = load(read(`test/fixtures/templates/${name}.yaml`));
  expect(problems).toEqual([]);
  return template;
};

/** A library of test templates. Ajv compiles at run time here, as the build does for the product's own. */
function libraryOf(templates: Template[]): Library {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  return {
    ...library, templates,
    validate(id, value) {
      const validate = ajv.compile(schemaOf(templates.find((each) => each.id === id)!));
      ajv.removeSchema();
      return validate(value) ? [] : (validate.errors ?? []);
    },
    holds: (condition, facts) => ajv.validate(condition, facts),
  };
}

const registrering = template('registrering');
const context = contextWith(libraryOf([registrering, template('oppfolging')]));
const FILE = `vurdering: ip
mal: registrering
tittel: Ungdomsklubben
behandlingsansvarlig: Eksempel kommune
status: utkast
svar:
  '1.1': [barn, foreldre]
  '1.2':
    - navn: Påmelding
      grunnlag: art. 6 nr. 1 bokstav e
      gjelder: [barn]
      risiko: 3
      samtykke: nei
    - navn: Bilder
      gjelder: [barn, ansatte]
      samtykke: JA
  '1.3': Påmelding
  '1.4':
    barn: {kanal: Oppslag på klubben, sist-endret: 2026-05-01}
    foreldre: {kanal: Brev}
  '1.5': Klubbleder
  '1.6': 40
`;
const analysis = analyse(FILE, 'klubb.ip.yaml', context)!;
const question = (id: string) => registrering.parts[0]!.sections[0]!.items.find((item) => item.id === id) as never;

describe('a template made of data alone', () => {
  it('has answers of every kind', () => {
    expect(analysis.assessment.facts['1.2']).toEqual([
      { navn: 'Påmelding', grunnlag: 'art. 6 nr. 1 bokstav e', gjelder: ['barn'], risiko: 3, samtykke: 'nei' },
      { navn: 'Bilder', gjelder: ['barn', 'ansatte'], samtykke: 'ja' },
    ]);
    const errors = context.library.validate('registrering', parse(FILE)).filter((error) => error.keyword !== 'if');
    expect(new Set(errors.map((error) => error.instancePath))).toEqual(new Set(['/svar/1.2/1/samtykke']));
  });
  it('takes options from another answer', () => {
    expect(optionsOf(analysis.assessment, question('1.3'))).toEqual([{ value: 'Påmelding', text: '' }, { value: 'Bilder', text: '' }]);
  });
  it('asks a group once for each instance of another answer', () => {
    expect(instancesOf(analysis.assessment, question('1.4'))?.map((option) => option.value)).toEqual(['barn', 'foreldre']);
  });
  it('has a scale of its own', () => {
    expect(scoreOf(registrering.risk, 2, 3)).toMatchObject({ score: 6, level: 'høy' });
    expect(scoreOf(registrering.risk, 1, 2)).toMatchObject({ level: 'lav' });
  });
  it('asks 1.7 only of a hundred or more', () => {
    expect(progressOf(analysis.assessment)).toEqual({ asked: 6, answered: 6 });
    expect(progressOf(analyse(FILE.replace("'1.6': 40", "'1.6': 400"), 'klubb.ip.yaml', context)!.assessment)).toEqual({ asked: 7, answered: 6 });
  });
  it('hands answers on to another template', () => {
    expect(carriedAnswers(analysis.assessment, context.library.templates[1]!).map(({ question, answer }) => [question, answer.value]))
      .toEqual([['A.1', ['barn', 'foreldre']], ['A.2', 'Klubbleder'], ['A.3', 40]]);
  });
});

describe('a section with a condition, and questions that rest on advice', () => {
  const written = `mal: rad
vurdering: ip
tittel: Råd
utgiver: Testene
versjon: '1'
deler:
  - id: A
    tittel: Råd
    seksjoner:
      - id: A
        tittel: Hva det gjelder
        spørsmål:
          - {id: A.1, tekst: Er det en helsetjeneste?, svartype: ja-nei}
      - id: B
        tittel: Bare for helsetjenester
        når: {required: [A.1], properties: {A.1: {const: ja}}}
        spørsmål:
          - {id: B.1, tekst: Publiseres det noe?, svartype: ja-nei}
          - {id: B.2, tekst: Hvordan innhentes samtykke?, svartype: prosa, når: {required: [B.1], properties: {B.1: {const: ja}}}}
          - {id: B.3, tekst: Står det i planen?, svartype: ja-nei, frivillig: true}
`;
  const { template: advice, problems } = load(written);
  const context = contextWith(libraryOf([advice]));
  const progress = (answers: string): unknown => progressOf(analyse(`vurdering: ip\nmal: rad\nsvar:\n${answers}`, 'x.ip.yaml', context)!.assessment);
  it('asks the section only where its condition holds, and each question under its own as well', () => {
    expect(problems).toEqual([]);
    expect(progress('  A.1: nei\n  B.1: ja\n')).toEqual({ asked: 1, answered: 1 });
    expect(progress('  A.1: ja\n  B.1: nei\n')).toEqual({ asked: 2, answered: 2 });
    expect(progress('  A.1: ja\n  B.1: ja\n')).toEqual({ asked: 3, answered: 2 });
  });
  it('says both conditions in words', () => {
    const { condition } = advice.parts[0]!.sections[1]!.items[1] as Question;
    expect(describeCondition(condition!, bokmål)).toBe('A.1 er ja, og B.1 er ja');
  });
  it('counts a voluntary question once it is answered', () => {
    expect(progress('  A.1: ja\n  B.1: nei\n  B.3:\n')).toEqual({ asked: 2, answered: 2 });
    expect(progress('  A.1: ja\n  B.1: nei\n  B.3: ja\n')).toEqual({ asked: 3, answered: 3 });
  });
});

describe('a template that is wrong says where', () => {
  const broken = (change: (text: string) => string): string[] => load(change(read('test/fixtures/templates/registrering.yaml'))).problems;
  it.each([
    ['an unknown question in a condition', (text: string) => text.replace("required: ['1.6']", "required: ['9.9']"), /deler\/0\/seksjoner\/0\/spørsmål\/6\/når\/required\/0: Ingen spørsmål .* heter «9\.9»/],
    ['an id that stands twice', (text: string) => text.replace("id: '1.6'", "id: '1.5'"), /spørsmål\/5\/id: Id-en «1\.5» er brukt før/],
    ['an unknown article', (text: string) => text.replace('art. 6 nr. 1', 'art. 102'), /artikler\/0: «art\. 102[^»]*» finnes ikke i kildene/],
    ['options from nowhere', (text: string) => text.replace('valg-fra: 1.2/navn', 'valg-fra: 1.2/farge'), /spørsmål\/2\/valg-fra: «1\.2\/farge»/],
    ['a scale that is not there', (text: string) => text.replace('skala: konsekvens', 'skala: alvor'), /skala: Ingen skala heter «alvor»/],
    ['a keyword outside the subset', (text: string) => text.replace('minimum: 100', 'format: date'), /når\/.*format: «format» er ikke et ord som vilkår kan ha/],
  ])('%s', (_, change, expected) => {
    expect(broken(change).join('\n')).toMatch(expected);
  });
});
