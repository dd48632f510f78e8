/** What is in force: the configuration before the user's settings, and those before the defaults. */
import { EMPTY, type Configuration, type RuleLevels } from './model.ts';

/** Levels by code, `first` before `second`, status by status. */
function mergedLevels(first: ReadonlyMap<string, RuleLevels>, second: ReadonlyMap<string, RuleLevels>): ReadonlyMap<string, RuleLevels> {
  if (!second.size) return first;
  const merged = new Map(second);
  for (const [code, levels] of first) merged.set(code, { ...second.get(code), ...levels });
  return merged;
}

/** Undefined where neither says anything. */
export function inForce(configuration: Configuration | undefined, settings: ReadonlyMap<string, RuleLevels>): Configuration | undefined {
  if (!configuration && !settings.size) return undefined;
  const own = configuration ?? EMPTY;
  return settings.size ? { ...own, rules: mergedLevels(own.rules, settings) } : own;
}

/** What two versions of a configuration differ in, by what has to be done for it. */
export interface Difference {
  /** Findings are graded otherwise: nothing need be read for it. */
  levels: boolean;
  /** The files' answers or messages read otherwise: they are read anew. */
  reading: boolean;
  /** Other files are looked at. */
  files: boolean;
}

export function differenceOf(one: Configuration = EMPTY, other: Configuration = EMPTY): Difference {
  const differs = (pick: (configuration: Configuration) => unknown): boolean => JSON.stringify(pick(one)) !== JSON.stringify(pick(other));
  return {
    levels: differs(({ rules }) => [...rules]),
    reading: differs(({ scale, roles, language }) => [scale, roles, language]),
    files: differs(({ folders, excluded }) => [folders, excluded]),
  };
}
