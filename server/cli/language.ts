/** The language of a run: the option, the environment, the repository's configuration, or bokmål. */
import path from 'node:path';
import type { Context } from '../core/library.ts';
import { languageNamed, LANGUAGES, type Language } from '../core/texts/language.ts';
import { bokmål } from '../core/texts/texts.ts';
import type { Configurations } from '../workspace/config.ts';
import { addressOfPath, nodeDisk } from '../workspace/node-disk.ts';
import { repositoryAbove } from '../workspace/roots.ts';
import { configured, contextAt } from './configured.ts';
import { contextOf, Refusal, type Terminal } from './terminal.ts';

const OPTION = '--language';
const VARIABLE = 'VURDERT_SPRAAK';

/**
 * Takes `--language nn` out of the arguments, wherever it stands, and gives the language and the rest. Throws a Refusal
 * for a language that we do not speak.
 */
export async function languageOf(args: readonly string[], environment: { readonly [name: string]: string | undefined }): Promise<{ language: Language; rest: string[] }> {
  const rest: string[] = [];
  let given: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--') {
      rest.push(...args.slice(i));
      break;
    }
    if (arg === OPTION) {
      given = args[++i];
      if (given === undefined) throw new Refusal('cli.needs-value', { valg: OPTION });
    } else if (arg.startsWith(`${OPTION}=`)) given = arg.slice(OPTION.length + 1);
    else rest.push(arg);
  }
  const named = given ?? (environment[VARIABLE] || undefined);
  if (named === undefined) return { language: (await configuredLanguage()) ?? 'nb', rest };
  const language = languageNamed(named);
  if (!language) throw new Refusal('cli.wrong-value', { valg: given === undefined ? VARIABLE : OPTION, verdi: named, lovlige: LANGUAGES.join(', ') });
  return { language, rest };
}

/** What files are read with, where the configuration is that of the folder that the process stands in. */
export async function contextHere(terminal: Pick<Terminal, 'texts'>): Promise<Context> {
  const context = contextOf(terminal);
  const { configs, address } = await configurationHere(context).catch(() => ({ configs: undefined, address: '' }));
  return configs ? contextAt({ ...context, configs }, address) : context;
}

/** What the configuration says of the language; undefined where nothing does, or it cannot be read. */
async function configuredLanguage(): Promise<Language | undefined> {
  const { configs, address } = await configurationHere(contextOf({ texts: bokmål })).catch(() => ({ configs: undefined, address: '' }));
  return configs?.of(address)?.configuration.language;
}

async function configurationHere(context: Context): Promise<{ configs: Configurations; address: string }> {
  const here = path.resolve('.');
  const { configs } = configured(context, nodeDisk, [(await repositoryAbove(nodeDisk, here)) ?? here]);
  const address = `${addressOfPath(here)}/x`;
  await configs.ready(address);
  return { configs, address };
}
