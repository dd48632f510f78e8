/**
 * Prints every quotation that ships, as JSON lines {"id", "kilde", "sitat"}, for a check against the sources' texts
 * (which are not in the repository):
 *   npm run --silent sitater | node <the check>
 * Acts other than the regulation are not quoted, so they print nothing.
 *
 * With --fingerprints: id and fingerprint of each instead, for test/fixtures/sitater.txt. Make it anew only when the
 * check above has found every quotation:
 *   npx tsx scripts/sitater.ts --fingerprints > test/fixtures/sitater.txt
 */
import { compile } from './generate/compile.ts';
import { fingerprints } from './generate/fingerprints.ts';
import { quotationsOf } from './generate/source-problems.ts';

const declared = compile();
if (process.argv.includes('--fingerprints')) process.stdout.write(fingerprints(declared));
else for (const { id, source, text } of quotationsOf(declared, declared)) console.log(JSON.stringify({ id, kilde: source, sitat: text }));
