/**
 * What translators use.
 *   tsx scripts/oversettelse.ts nn|en              how much lacks, file by file
 *   tsx scripts/oversettelse.ts nn|en NAVN …       every place that lacks or is left over, in the files named
 *   tsx scripts/oversettelse.ts --skjelett NAVN …  the overlay to fill in, with the words of bokmål
 *   tsx scripts/oversettelse.ts --navn             the names
 */
import { stringify } from 'yaml';
import { ALIKE } from './generate/alike.ts';
import { catalogueProblemsIn } from './generate/catalogue-words.ts';
import { problemsIn, TRANSLATED, units, type Translated } from './generate/translations.ts';

const [first = '', ...names] = process.argv.slice(2);
const known = units();
const unknown = names.filter((name) => !known.some((unit) => unit.name === name) && !name.startsWith('katalog'));
if (unknown.length) fail(`Ukjent: ${unknown.join(', ')}. Kjør med --navn for å se navnene.`);
if (first === '--navn') console.log(known.map(({ name }) => name).join('\n'));
else if (first === '--skjelett') for (const unit of known.filter(({ name }) => names.includes(name))) console.log(`# ${unit.overlay('nn')} · ${unit.overlay('en')}\n${stringify(unit.words(), { lineWidth: 118 })}`);
else if (TRANSLATED.includes(first as Translated)) await show(first as Translated);
else fail('Bruk: npx tsx scripts/oversettelse.ts nn|en [NAVN …] · --skjelett NAVN … · --navn');

async function show(language: Translated): Promise<void> {
  const found = [...problemsIn(language).filter(({ file }) => !names.length || names.some((name) => known.find((unit) => unit.name === name)?.overlay(language) === file)), ...(names.length && !names.some((name) => name.startsWith('katalog')) ? [] : await catalogueProblemsIn(language))];
  let [missing, other] = [0, 0];
  for (const { file, missing: lacking, left, wrong, alike } of found) {
    const same = language === 'en' ? alike.filter(([, words]) => !ALIKE.includes(words)) : [];
    missing += lacking.length;
    other += left.length + wrong.length;
    if (names.length || (left.length + wrong.length > 0 && lacking.length === 0)) {
      for (const [place, words] of lacking) console.log(`${file}: ${place} mangler: ${words}`);
      for (const place of left) console.log(`${file}: ${place} finnes ikke på bokmål`);
      for (const problem of wrong) console.log(`${file}: ${problem}`);
      for (const [place, words] of same) console.log(`${file}: ${place} er lik bokmål: ${words}`);
    } else if (lacking.length || same.length) console.log(`${file}: ${lacking.length} mangler${left.length ? `, ${left.length} til overs` : ''}${wrong.length ? `, ${wrong.length} feil` : ''}${same.length ? `, ${same.length} like bokmål` : ''}`);
  }
  console.log(`${language}: ${missing} mangler, ${other} til overs eller feil.`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
