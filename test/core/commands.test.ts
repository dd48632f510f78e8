/** Every command is told of wherever commands are listed. */
import { expect, it } from 'vitest';
import { COMMANDS } from '../../server/cli/commands.ts';
import { LANGUAGES } from '../../server/core/texts/language.ts';
import { textsIn } from '../../server/core/texts/texts.ts';
import { read } from './fixtures.ts';

const commands = Object.keys(COMMANDS).sort();
const named = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name]) => name!).sort();

it('in the page about the command line', () => {
  expect(named(read('docs/kommandolinjen.md'), /^\| \[`vurdert (\S+)`\]/gm)).toEqual(commands);
});

it.each(LANGUAGES)('in the help, each with a help of its own: %s', (language) => {
  const texts = textsIn(language);
  expect(named(texts('cli.help'), /^ {2}vurdert (\S+) /gm)).toEqual(commands);
  for (const command of commands) expect(texts(`cli.help.${command}` as 'cli.help.check')).toMatch(new RegExp(`^vurdert ${command} `));
});
