/** What is wrong in the user's settings of the rules (`vurdert.regler`): they are written as in the configuration, and checked as there. */
import type { Context } from '../library.ts';
import type { Rule } from '../rules/model.ts';
import { checkConfiguration } from './check.ts';
import { readConfiguration } from './read.ts';

const SETTING = 'vurdert.regler';

/**
 * Each mistake with its place, in words for the user; none where the setting says nothing. `own`: the rules that the
 * workspace's configurations bring along, which may be set too.
 */
export function settingsProblems(value: unknown, { library, texts }: Pick<Context, 'library' | 'texts'>, own: readonly Rule[]): string[] {
  if (value === undefined || value === null) return [];
  const known = Object.create(library, { rules: { value: [...library.rules, ...own] } }) as typeof library;
  // JSON is YAML too.
  return checkConfiguration(readConfiguration(JSON.stringify({ regler: value })), { library: known, texts }).map(({ path, message }) => `${[SETTING, ...path.split('/').slice(1)].join(' › ')}: ${message}`);
}
