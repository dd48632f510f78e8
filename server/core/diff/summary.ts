/** How much changed, in words. */
import type { Texts, TextKey } from '../texts/texts.ts';
import { isSame, type Difference } from './model.ts';

type Count = 'answers.changed' | 'answers.new' | 'answers.gone' | 'risks.moved' | 'risks.new' | 'risks.gone' | 'risks.rest' | 'head' | 'findings.new' | 'findings.gone';

export function counts({ answers, risks, head, findings }: Difference): { key: Count; n: number }[] {
  const of = <T extends { kind: string }>(list: readonly T[], kind: string): number => list.filter((each) => each.kind === kind).length;
  const numbers: Record<Count, number> = {
    'answers.changed': of(answers, 'changed'), 'answers.new': of(answers, 'new'), 'answers.gone': of(answers, 'gone'),
    'risks.moved': risks.filter(({ kind, moved }) => kind === 'changed' && moved).length, 'risks.new': of(risks, 'new'), 'risks.gone': of(risks, 'gone'),
    'risks.rest': risks.filter(({ kind, moved }) => kind === 'changed' && !moved).length,
    head: head.reduce((sum, { fields }) => sum + fields.length, 0), 'findings.new': findings.new.length, 'findings.gone': findings.gone.length,
  };
  return (Object.keys(numbers) as Count[]).filter((key) => numbers[key] > 0).map((key) => ({ key, n: numbers[key] }));
}

/** «2 endrede svar», «1 flyttet risiko», …; where a whole file came or went, that alone. */
export function tallies(difference: Difference, texts: Texts): string[] {
  const { progress } = difference;
  if (!progress.before || !progress.after) return [texts(progress.after ? 'diff.file.new' : 'diff.file.gone')];
  if (isSame(difference)) return [texts('diff.none')];
  const words = counts(difference).map(({ key, n }) => texts(`diff.count.${key}${n === 1 ? '.one' : ''}` as TextKey, { n }));
  const { before, after } = progress;
  return before.answered === after.answered && before.asked === after.asked ? words : [...words, texts('diff.progress', { før: before.answered, nå: after.answered, alle: after.asked })];
}
