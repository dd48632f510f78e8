import { describe, expect, it } from 'vitest';
import { indexOf, isQuestion } from '../../server/core/templates/model.ts';
import { library } from '../../server/core/product.ts';
import { read } from './fixtures.ts';

const template = library.templates.find(({ id }) => id === 'e-helse-2018')!;
const questions = [...indexOf(template).questions.values()].map(({ question }) => question);
const written = read('schemas/templates/e-helse-2018.yaml');

describe('the DPIA template of 2018 is complete', () => {
  it('has eight parts, 23 tables of questions beside the table of activities, nine criteria', () => {
    expect(template.parts.map(({ id }) => id)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']);
    expect(written.match(/^ +tabellhode:/gm)).toHaveLength(23 + 1);
    expect(template.criteria.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
  it('has 148 questions, 20 prompts and six processing activities', () => {
    const prompts = questions.filter(({ id }) => /\.p\d$/.test(id));
    const activities = questions.filter(({ id }) => /^IV\.1\.\d$/.test(id));
    expect(prompts).toHaveLength(20);
    expect(activities.map(({ text }) => text)).toEqual(['Innsamling', 'Lagring', 'Deling', 'Gi tilgang til', 'Retting', 'Sletting']);
    expect(questions.length - prompts.length - activities.length).toBe(148);
  });
  it('has the notes after the tables', () => {
    const sections = [...indexOf(template).sections.values()].map(({ section }) => section);
    expect(sections.filter(({ notes }) => notes.length).map(({ id }) => id)).toEqual(['I', 'VI.1', 'VI.2', 'VIII']);
  });
  it('has the leads that its lettered questions continue', () => {
    const leads = [...indexOf(template).sections.values()].flatMap(({ section }) => section.items).filter((item) => !isQuestion(item));
    expect(leads.map(({ id }) => id)).toEqual(['IV.4.1', 'IV.5.3', 'V.1.2', 'V.1.3', 'V.1.4', 'V.1.5', 'V.1.6', 'V.3.1', 'VI.1.2.1', 'VI.2.2']);
    expect(questions.find(({ id }) => id === 'V.1.3a')).toMatchObject({ lead: 'Dataminimering. Kan formålet oppnås ved for eksempel:', text: 'å begrense innsamling av personopplysninger?' });
  });
  it('has the original’s slips corrected', () => {
    for (const slip of ['frierheter', 'Forsett', 'personverninngrepene', 'spmå', 'forhåndsregler', 'dokumentert rutiner', 'lenger perioder', 'må være plass', 'Vurderings spørsmål']) expect(written).not.toContain(slip);
  });
  it('asks the questions on consent only where consent is used', () => {
    const asked = questions.filter(({ condition }) => JSON.stringify(condition)?.includes('"III.2.1"')).map(({ id }) => id);
    expect(asked).toEqual(['III.2.2', 'III.2.3', 'III.2.4', 'III.2.5', 'III.2.6', 'III.2.7', 'III.2.p1', 'III.2.p2']);
  });
});
