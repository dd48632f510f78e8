/** Reads how many numbers and letters each article of the regulation has. */
import { LAST_ARTICLE } from '../../server/core/sources/references/model.ts';
import type { ArticleStructure } from '../../server/core/sources/references/structure.ts';
import { readYaml } from './read.ts';

const STRUCTURE_FILE = 'schemas/sources/forordningen-inndeling.yaml';

/** By article number; the place before the first article is empty. */
export function readStructure(problems: string[]): (ArticleStructure | null)[] {
  const written = readYaml(STRUCTURE_FILE)['artikler'] ?? {};
  const last = (text: unknown, place: string): string => {
    const letters = /^(?:–|a–([a-z]))$/.exec(String(text));
    if (!letters) problems.push(`${STRUCTURE_FILE}, ${place}: «${String(text)}» er verken «–» eller bokstaver som «a–f»`);
    return letters?.[1] ?? '';
  };
  const structure: (ArticleStructure | null)[] = [null];
  for (let article = 1; article <= LAST_ARTICLE; article++) {
    const value: unknown = written[String(article)];
    const place = `artikkel ${article}`;
    if (value === undefined) problems.push(`${STRUCTURE_FILE}: ${place} mangler`);
    structure.push(Array.isArray(value) ? { paragraphs: value.map((each) => last(each, place)), letters: '' } : { paragraphs: [], letters: last(value, place) });
  }
  return structure;
}
