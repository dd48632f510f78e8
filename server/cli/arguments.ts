import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Refusal } from './terminal.ts';

interface Option {
  type: 'string' | 'boolean';
  short?: string;
  /** The values it takes, where they are few. */
  among?: readonly string[];
  /** It may be given several times, and several values with commas between. */
  several?: true;
}
type Options = { [name: string]: Option };
type Value<O extends Option> = O['several'] extends true ? string[] : O['type'] extends 'string' ? string : boolean;
type Values<O extends Options> = { [name in keyof O]?: Value<O[name]> };

/** Reads a command's arguments. What is wrong with them is told in our own words, not the parser's. */
export function readArguments<O extends Options>(args: string[], options: O): { values: Values<O>; positionals: string[] } {
  const { tokens } = parseArgs({ args, options: options as ParseArgsConfig['options'], allowPositionals: true, strict: false, tokens: true });
  const values: { [name: string]: string | string[] | boolean } = {};
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
    // A number below 0 is a value, and told by the command that it is too low.
    if (!token.value || (!token.inlineValue && token.value.length > 1 && token.value.startsWith('-') && !/^-\d+$/.test(token.value))) throw new Refusal('cli.needs-value', { valg: token.rawName });
    const given = option.several ? token.value.split(',').map((each) => each.trim()).filter((each) => each !== '') : [token.value];
    const wrong = option.among && given.find((each) => !option.among!.includes(each));
    if (wrong !== undefined || !given.length) throw new Refusal('cli.wrong-value', { valg: token.rawName, verdi: wrong ?? token.value, lovlige: (option.among ?? []).join(', ') });
    values[token.name] = option.several ? [...((values[token.name] as string[] | undefined) ?? []), ...given] : token.value;
  }
  return { values: values as Values<O>, positionals };
}
