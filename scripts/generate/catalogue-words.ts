/** What the catalogue of texts lacks in a language: the same questions as of the overlays. */
import { nb } from '../../server/core/texts/nb.ts';
import { compareWords } from './overlay.ts';
import type { Translated, UnitProblems } from './translations.ts';

/** The catalogue of a language as far as it is there. */
async function catalogueOf(language: Translated): Promise<{ [key: string]: string }> {
  const { readTexts } = (await import(`../../server/core/texts/${language}.ts`)) as { readTexts(): { [key: string]: string } };
  return readTexts();
}

/** One entry, or none when all is well. */
export async function catalogueProblemsIn(language: Translated): Promise<UnitProblems[]> {
  const found = compareWords(nb as { [key: string]: string }, await catalogueOf(language));
  return found.missing.length + found.left.length + found.wrong.length + found.alike.length ? [{ file: `server/core/texts/${language}/`, ...found }] : [];
}
