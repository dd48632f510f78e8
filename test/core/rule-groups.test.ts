import { describe, expect, it } from 'vitest';
import { library } from '../../server/core/product.ts';
import { progressOf } from '../../server/core/assessment/progress.ts';
import { rangeOf, resolve } from '../../server/core/assessment/paths.ts';
import { scoreOf } from '../../server/core/assessment/risk.ts';
import { rulesAbout } from '../../server/core/features/words.ts';
import { analyseText, read } from './fixtures.ts';

describe('what the rules and the engine agree on', () => {
  it('the group port holds gates only', () => {
    expect(library.rules.filter((rule) => rule.group === 'port' && !rule.gate).map((rule) => rule.code)).toEqual([]);
  });
  it('a reasoned nei leaves only the first part to answer', () => {
    const analysis = analyseText(read('server/core/rules/ubesvarte/begrunnet-nei.yaml'));
    expect(progressOf(analysis.assessment)).toEqual({ asked: 9, answered: 9 });
    const against = analyseText(read('server/core/rules/ubesvarte/begrunnet-nei-mot-loven.yaml'));
    expect(progressOf(against.assessment).asked).toBeGreaterThan(100);
  });
  it('a section or part is a place: it stands on svar', () => {
    const { assessment } = analyseText('vurdering: dpia\nsvar:\n  I.1: ja\n');
    for (const id of ['IV.2', 'IV']) {
      expect(resolve(assessment, id).found).toBe(false);
      expect(rangeOf(assessment, id)).toEqual(assessment.head.get('svar')!.keyRange);
    }
  });
  it.each([['I.5', 'ja-utloser-dpia'], ['IV.2.1.2', 'lovens-tilfeller'], ['IV.2.1.2', 'kriterium-mangler'], ['IV.2.2.5', 'evig-lagring'], ['VIII.1', 'godkjent-med-uakseptabel-restrisiko'], ['kriterier', 'to-kriterier']])('whoever looks at %s is told of %s, and of no rule about all answers', (place, code) => {
    const codes = rulesAbout(library, library.templates.find((template) => template.id === 'e-helse-2018')!, place).map((rule) => rule.code);
    expect(codes).toContain(code);
    for (const general of ['ubesvart', 'ubesvarte', 'plassholder', 'ugyldig-svar']) expect(codes).not.toContain(general);
  });
  it('a number off its scale gives no score', () => {
    const { risk } = library.templates[0]!;
    expect(scoreOf(risk, 5, 5)?.score).toBe(25);
    for (const [likelihood, consequence] of [[5, 6], [0, 5], [2.5, 4], [-5, -5]]) expect(scoreOf(risk, likelihood, consequence)).toBeUndefined();
  });
});
