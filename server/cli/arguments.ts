import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Refusal } from './terminal.ts';

type Options = { [name: string]: { type: 'string' | 'boolean'; short?: string; /** The values it takes, where they are few. */ among?: readonly string[] } };
type Values<O extends Options> = { [name in keyof O]?: O[name]['type'] extends 'string' ? string : boolean };

/** Reads a command's arguments. What is wrong with them is told in our own words, not the parser's. */
export function readArguments<O extends Options>(args: string[], options: O): { values: Values<O>; positionals: string[] } {
  const { tokens } = parseArgs({ args, options: options as ParseArgsConfig['options'], allowPositionals: true, strict: false, tokens: true });
  const values: { [name: string]: string | boolean } = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw new Refusal('cli.unknown-option', { valg: token.rawName });
    if (option.type === 'boolean') {
      if (token.value !== undefined) throw new Refusal('cli.no-value', { valg: token.rawName });
      values[token.name] = true;
      continue;
    }
    if (!token.value || (!token.inlineValue && token.value.length > 1 && token.value.startsWith('-'))) throw new Refusal('cli.needs-value', { valg: token.rawName });
    if (option.among && !option.among.includes(token.value)) throw new Refusal('cli.wrong-value', { valg: token.rawName, verdi: token.value, lovlige: option.among.join(', ') });
    values[token.name] = token.value;
  }
  return { values: values as Values<O>, positionals };
}
