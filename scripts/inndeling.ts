/**
 * Reads the regulation's text and prints how many numbers and letters each article has: the data in
 * schemas/sources/forordningen-inndeling.yaml. Run again only when the text changes:
 *   npx tsx scripts/inndeling.ts <the regulation as text> > schemas/sources/forordningen-inndeling.yaml
 */
import { readFileSync } from 'node:fs';

const lines = readFileSync(process.argv[2]!, 'utf8').split(/\r?\n/);
const articles = new Map<number, string[][]>();
let numbers: string[][] = [];
for (const line of lines) {
  const article = /^Artikkel (\d+)\s*$/.exec(line);
  const number = /^(\d{1,2})[.)] /.exec(line);
  const letter = /^([a-z])\) /.exec(line);
  if (article) {
    // The first list is what stands before any number.
    articles.set(Number(article[1]), (numbers = [[]]));
  } else if (number && Number(number[1]) === numbers.length) numbers.push([]);
  else if (letter && numbers.length && letter[1]!.charCodeAt(0) - 96 === numbers.at(-1)!.length + 1) numbers.at(-1)!.push(letter[1]!);
  else if (number || letter) throw new Error(`ute av rekkefølge: ${line.slice(0, 60)}`);
}

const span = (letters: string[]): string => (letters.length ? `a–${letters.at(-1)}` : '–');
console.log(`# Hvor mange numre («nr.») og bokstaver hver artikkel i personvernforordningen har.
# Laget av scripts/inndeling.ts fra forordningens tekst. En liste har ett ledd for hvert nummer: bokstavene det har,
# eller «–» for ingen. Artikler uten numre har bare bokstavene sine, eller «–».
artikler:`);
for (const [article, [before, ...rest]] of articles) console.log(`  ${article}: ${rest.length ? `[${rest.map(span).join(', ')}]` : span(before!)}`);
