import { DidChangeConfigurationNotification, MessageType } from 'vscode-languageserver';
import { isWithin } from '../core/across/addresses.ts';
import type { RuleLevels } from '../core/config/model.ts';
import { levelsFrom } from '../core/config/read.ts';
import { settingsProblems } from '../core/config/settings.ts';
import type { Finding } from '../core/findings.ts';
import { languageNamed, languageOfMessages, type Language } from '../core/texts/language.ts';
import { uriOfAddress } from '../workspace/uris.ts';
import { report, tellUser, type Session } from './session.ts';

/** Findings that a YAML extension reports too. */
const PLAIN_YAML = new Set(['yaml-syntaks', 'dobbel-nokkel']);

const NO_LEVELS: ReadonlyMap<string, RuleLevels> = new Map();

type Syntax = 'auto' | 'på' | 'av';

/** The user's settings (section `vurdert`) and what else decides which findings are shown. */
export class Settings {
  private syntax: Syntax = 'auto';
  private levels: ReadonlyMap<string, ReadonlyMap<string, RuleLevels>> = new Map();
  /** Counts up when something that decides findings has changed; part of a result's id. */
  revision = 0;
  /** Whether hover explains the glossary's words in running text too (`vurdert.ordliste.iTekst`). */
  termsInText = false;
  /** The language that the user has chosen (`vurdert.språk`), and the one that the client's own program runs in. */
  private chosen: unknown;
  locale: string | undefined;
  constructor(private yamlExtension = false) {}

  /** The language of what is said; `configured` is the repository's. */
  language(configured?: Language): Language {
    return languageOfMessages(this.chosen, this.locale, configured);
  }

  /** Takes over the language that is chosen; tells whether that changed anything. */
  choose(language: unknown): boolean {
    const known = languageNamed(language);
    if (known === this.chosen) return false;
    this.chosen = known;
    this.revision++;
    return true;
  }

  /** Whether this client is to be told of the finding. */
  shows(finding: Finding): boolean {
    if (!PLAIN_YAML.has(finding.code)) return true;
    return this.syntax === 'på' || (this.syntax === 'auto' && !this.yamlExtension);
  }

  /** What the settings say of the rules (`vurdert.regler`), for a file at an address: its folder's, or the user's own. */
  levelsAt(address: string): ReadonlyMap<string, RuleLevels> {
    let nearest: { folder: string; levels: ReadonlyMap<string, RuleLevels> } | undefined;
    for (const [folder, levels] of this.levels) {
      if ((folder === '' || isWithin(address, [folder])) && (!nearest || folder.length > nearest.folder.length)) nearest = { folder, levels };
    }
    return nearest?.levels ?? NO_LEVELS;
  }

  /** Takes over what the settings say of the rules, by folder ('' for where no folder says anything); tells whether that changed anything. */
  updateLevels(said: ReadonlyMap<string, unknown>): boolean {
    const levels = new Map([...said].map(([folder, value]) => [folder, levelsFrom(value)]));
    const asText = (of: ReadonlyMap<string, ReadonlyMap<string, RuleLevels>>): string => JSON.stringify([...of].map(([folder, each]) => [folder, [...each]]));
    if (asText(levels) === asText(this.levels) || (!this.levels.size && [...levels.values()].every(({ size }) => !size))) return false;
    this.levels = levels;
    this.revision++;
    return true;
  }

  /** Takes over what the client's configuration says; tells whether that changed anything. */
  update(section: unknown): boolean {
    this.termsInText = read(section, 'ordliste', 'iTekst') === true;
    const språk = read(section, 'språk');
    const spoken = språk !== undefined && this.choose(språk);
    const syntax = read(section, 'validering', 'syntaks');
    return this.set({ syntax: syntax === 'på' || syntax === 'av' ? syntax : 'auto', yamlExtension: this.yamlExtension }) || spoken;
  }

  setYamlExtension(active: boolean): boolean {
    return this.set({ syntax: this.syntax, yamlExtension: active });
  }

  private set({ syntax, yamlExtension }: { syntax: Syntax; yamlExtension: boolean }): boolean {
    const changed = syntax !== this.syntax || yamlExtension !== this.yamlExtension;
    this.syntax = syntax;
    this.yamlExtension = yamlExtension;
    if (changed) this.revision++;
    return changed;
  }
}

function read(value: unknown, ...path: string[]): unknown {
  for (const key of path) value = value && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
  return value;
}

/** Keeps the settings up to date. The first findings do not wait for them: `changed` shows them anew where it matters. Returns what is to be done once the client is ready. */
export function followSettings(session: Session, changed: () => void): () => void {
  const { connection, settings, client } = session;
  const take = (section: unknown): void => {
    const before = settings.language();
    if (!settings.update(section)) return;
    if (settings.language() !== before) session.workspace.regrade();
    changed();
  };
  let told = '';
  /** Mistakes have no place in a file of ours: the user is told of them once, when the own rules are known too. */
  const tellProblems = async (said: ReadonlyMap<string, unknown>): Promise<void> => {
    await session.workspace.idle();
    const own = session.configs.all().flatMap(({ library: { rules } }) => rules.filter((rule) => rule.own));
    const [first, ...more] = [...new Set([...said.values()].flatMap((value) => settingsProblems(value, session, own)))];
    const text = first === undefined ? '' : more.length ? session.texts('config.settings.more', { feil: first, antall: more.length }) : first;
    if (text && text !== told) tellUser(session, MessageType.Warning, text);
    for (const each of text === told ? [] : more) connection.console.warn(each);
    told = text;
  };
  const takeLevels = (said: ReadonlyMap<string, unknown>): void => {
    tellProblems(said).catch((error: unknown) => report(session, 'vurdert.regler', error));
    if (!settings.updateLevels(said)) return;
    session.workspace.regrade();
    changed();
  };
  const fetch = (): void => {
    const failed = (error: unknown): void => report(session, 'workspace/configuration', error);
    connection.workspace.getConfiguration('vurdert').then(take, failed);
    // A folder of the workspace may have settings of its own.
    const folders = session.workspace.roots;
    const items = [{ section: 'vurdert.regler' }, ...folders.map((folder) => ({ section: 'vurdert.regler', scopeUri: uriOfAddress(folder) }))];
    connection.workspace.getConfiguration(items).then((values: unknown[]) => takeLevels(new Map(['', ...folders].map((folder, i) => [folder, values[i]]))), failed);
  };
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    if (client.configuration) return fetch();
    take(read(sent, 'vurdert'));
    takeLevels(new Map([['', read(sent, 'vurdert', 'regler')]]));
  });
  return () => {
    if (client.registersConfiguration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'vurdert' }).catch((error) => report(session, 'registerCapability', error));
    if (client.configuration) fetch();
  };
}
