import { lookUp } from '../core/features/look-up.ts';
import { readArguments } from './arguments.ts';
import { asPlainText } from './plain.ts';
import { contextOf, EXIT, Refusal, type Terminal } from './terminal.ts';

/** `vurdert explain HVA`: what the product knows about a rule's code, an article or act, a question, a term, an excerpt or a dated fact. */
export async function explain(args: string[], terminal: Terminal): Promise<number> {
  const { positionals } = readArguments(args, {});
  const subject = positionals.join(' ').trim().normalize('NFC');
  if (!subject) throw new Refusal('cli.what');
  const found = lookUp(contextOf(terminal), subject);
  if ('near' in found) {
    const { near } = found;
    throw new Refusal('cli.unknown-subject', { hva: subject, forslag: near.length ? terminal.texts('cli.suggestion', { forslag: terminal.texts.or(near.map((each) => terminal.texts('list.quoted', { ord: each }))) }) : '' });
  }
  terminal.out(`${asPlainText(found.markdown)}\n`);
  return EXIT.clean;
}
