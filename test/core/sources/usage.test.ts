import { describe, expect, it } from 'vitest';
import type { Library } from '../../../server/core/library.ts';
import { library } from '../../../server/core/product.ts';
import { supportOfQuestion, supportOfRule, usageOf, withoutSpan } from '../../../server/core/sources/usage.ts';

const codes = (reference: string): string[] => usageOf(library, reference).rules.map((rule) => rule.code);
const questions = (reference: string): string[] => usageOf(library, reference).questions.map(({ question }) => question.id);
const excerpts = (reference: string): string[] => usageOf(library, reference).excerpts.map((excerpt) => excerpt.id);

describe('what rests on a source', () => {
  it('is what names it: questions, rules, excerpts, terms and related entries', () => {
    expect(questions('art. 4 nr. 4')).toEqual(['II.4.4', 'II.4.5']);
    expect(codes('art. 4 nr. 4')).toEqual(['profilering-selvmotsagt']);
    expect(excerpts('art. 4 nr. 4')).toEqual(['S1-algoritmer']);
    expect(usageOf(library, 'art. 4 nr. 4').terms.map((term) => term.word)).toEqual(['profilering']);
    expect(usageOf(library, 'art. 83 nr. 7').sections.map((section) => section.reference)).toContain('personopplysningsloven § 26');
  });
  it('is what names anything below it too, itself first', () => {
    const all = questions('art. 6');
    expect(all.slice(0, 2)).toEqual(['III.1.2', 'V.1.1']);
    expect(all).toContain('III.3.1');
    expect(new Set(all).size).toBe(all.length);
    expect(questions('art. 6 nr. 4')).not.toContain('III.1.2');
    expect(usageOf(library, 'art. 6').related.filter((reference) => reference.startsWith('art. 6 '))).toEqual([]);
  });
  it('reads spans both ways', () => {
    expect(withoutSpan('art. 12–14')).toEqual(['art. 12', 'art. 13', 'art. 14']);
    expect(withoutSpan('art. 12')).toEqual(['art. 12']);
    expect(questions('art. 15')).toContain('VI.1.2.2'); // names art. 12–22
    expect(questions('art. 12–22')).toEqual(expect.arrayContaining(['VI.1.2.2', 'V.2.2', 'V.2.6']));
  });
  it('holds for Norwegian law', () => {
    expect(questions('kommuneloven § 13-1')).toEqual(['VIII.1', 'VIII.2']);
    expect(codes('kommuneloven § 13-1')).toContain('beslutning-ufullstendig');
    expect(excerpts('straffeloven § 196')).toEqual(expect.arrayContaining(['S0-direktemeldinger', 'S3-avvergingsplikt']));
    expect(codes('kommuneloven')).toContain('rutine-mangler'); // the act as a whole
    expect(questions('forvaltningsloven § 13')).not.toContain('IV.2.3.4b'); // § 13 b is a section of its own
    expect(usageOf(library, 'arkivlova').related).not.toContain('arkivlova av 1992');
  });
  it('is empty, not undefined, for what nothing names', () => {
    expect(usageOf(library, 'art. 99')).toEqual({ questions: [], rules: [], excerpts: [], sections: [], terms: [], related: [] });
    expect(usageOf(library, '').questions).toEqual([]);
  });
  it('is worked out once for a library, and anew for another', () => {
    expect(usageOf(library, 'art. 35')).toBe(usageOf(library, 'art. 35'));
    const other: Library = { ...library, rules: [] };
    expect(usageOf(other, 'art. 35').rules).toEqual([]);
  });
});

describe('what bears on a question or a rule', () => {
  it('is the excerpts and sections that say so', () => {
    const support = supportOfQuestion(library, { template: 'e-helse-2018', question: 'VIII.1' });
    expect(support.excerpts.map((excerpt) => excerpt.id)).toContain('S3-besluttet-av-ledelsen');
    expect(support.sections.map((section) => section.reference)).toEqual(['kommuneloven § 13-1']);
    expect(supportOfRule(library, 'barnets-beste').sections.map((section) => section.reference)).toEqual(['Grunnloven § 104', 'menneskerettsloven § 2']);
  });
  it('is nothing for a question of another template, or one that does not exist', () => {
    expect(supportOfQuestion(library, { template: 'plattform', question: 'VIII.1' })).toEqual({ excerpts: [], sections: [] });
    expect(supportOfRule(library, 'finnes-ikke')).toEqual({ excerpts: [], sections: [] });
  });
});
