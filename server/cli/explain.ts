import { lookUp } from '../core/features/look-up.ts';
import { readArguments } from './arguments.ts';
import { contextHere } from './language.ts';
import { asPlainText } from './plain.ts';
import { EXIT, Refusal, type Terminal } from './terminal.ts';

/** `vurdert explain HVA`: what the product knows about a rule's code, an article or act, a question, a term, an excerpt or a dated fact. */
export async function explain(args: string[], terminal: Terminal): Promise<number> {
  const { positionals } = readArguments(args, {});
  const subject = positionals.join(' ').trim().normalize('NFC');
  if (!subject) throw new Refusal('cli.what');
  const found = lookUp(await contextHere(terminal), subject);
  if ('near' in found) {
    const { near } = found;
    throw new Refusal('look-up.unknown', { hva: subject, forslag: near.length ? terminal.texts('look-up.suggestion', { forslag: terminal.texts.or(near.map((each) => terminal.texts('list.quoted', { ord: each }))) }) : '' });
  }
  terminal.out(`${asPlainText(found.markdown)}\n`);
  return EXIT.clean;
}
