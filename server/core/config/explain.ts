/** What is in force, value by value, and where each comes from: what `vurdert config` prints. */
import type { Library } from '../library.ts';
import { severityAt, type Rule, type Severity } from '../rules/model.ts';
import { isTooLow } from '../rules/severity.ts';
import { STATUSES, type Status } from '../templates/model.ts';
import type { Language } from '../texts/language.ts';
import { EMPTY, type ConfigFile, type Configuration, type Level, type RuleLevels } from './model.ts';
import { modelOf } from './scale.ts';

/** `setting`: `vurdert.regler` in VS Code. */
export type Origin = 'file' | 'setting' | 'default';

export interface Explained {
  /** The key, with `/` between steps: `regler/ubesvarte/utkast`. */
  key: string;
  value: string | number | readonly string[] | undefined;
  from: Origin;
  /** Counted from 1, where it comes from the file. */
  line?: number;
}

const LEVEL: { readonly [severity in Severity]: Level } = { information: 'informasjon', warning: 'advarsel', error: 'feil' };
const DEFAULT_LANGUAGE: Language = 'nb';

/**
 * Every key's value; of the rules, those that there are and that the configuration or the settings name. `file` is where
 * the lines are told from.
 */
export function explained(configuration: Configuration = EMPTY, file: ConfigFile | undefined, library: Library, settings: ReadonlyMap<string, RuleLevels> = new Map()): Explained[] {
  const place = (key: string): number | undefined => {
    for (let at = key; at; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      const range = file?.places.get(at);
      if (range) return file!.lines.position(range.start).line + 1;
    }
    return undefined;
  };
  const entry = (key: string, own: Explained['value'], fallback: Explained['value']): Explained => {
    const isOwn = own !== undefined && !(Array.isArray(own) && !own.length);
    const line = isOwn ? place(key) : undefined;
    return { key, value: isOwn ? own : fallback, from: isOwn ? 'file' : 'default', ...(line === undefined ? {} : { line }) };
  };
  const { folders, excluded, templates, ruleFiles, organisation, scale, roles, language } = configuration;
  const risk = library.templates[0]?.risk;
  const model = risk && modelOf(scale, risk);
  const used = model && !('problem' in model) ? scale : {};
  const steps = (name: string): readonly string[] => (risk?.scales[name] ?? []).map(({ text }) => text);
  return [
    entry('mapper', folders, ['**']), entry('utelat', excluded, []),
    ...[...new Set([...configuration.rules.keys(), ...settings.keys()])].flatMap((code) => ruleEntries(library.rules.find((rule) => rule.code === code), configuration, settings, entry)),
    entry('maler', templates, []), entry('regelfiler', ruleFiles, []),
    entry('virksomhet/navn', organisation.name, undefined), entry('virksomhet/organisasjonsnummer', organisation.number, undefined),
    entry('virksomhet/personvernombud', organisation.officer, undefined), entry('virksomhet/kontakt', organisation.contact, undefined),
    entry('risikoskala/sannsynlighet', used.likelihood, steps('sannsynlighet')), entry('risikoskala/konsekvens', used.consequence, steps('konsekvens')),
    entry('risikoskala/middels', used.medium, risk?.levels[1]?.from), entry('risikoskala/høy', used.high, risk?.levels[2]?.from),
    entry('roller', roles, []), entry('språk', language, DEFAULT_LANGUAGE),
  ];
}

function ruleEntries(rule: Rule | undefined, { rules }: Configuration, settings: ReadonlyMap<string, RuleLevels>, entry: (key: string, own: Explained['value'], fallback: Explained['value']) => Explained): Explained[] {
  if (!rule) return [];
  const levelIn = (levels: ReadonlyMap<string, RuleLevels>, status: Status): Level | undefined => {
    const level = levels.get(rule.code)?.[status];
    return level === undefined || isTooLow(rule, level) ? undefined : level;
  };
  return STATUSES.map((status) => {
    // The configuration's word counts though it is too low: the settings do not come in its place.
    const isSaid = rules.get(rule.code)?.[status] !== undefined;
    const set = isSaid ? undefined : levelIn(settings, status);
    const found = entry(`regler/${rule.code}/${status}`, levelIn(rules, status), set ?? LEVEL[severityAt(rule, status)]);
    return set === undefined ? found : { ...found, from: 'setting' };
  });
}
