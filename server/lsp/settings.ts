import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Finding } from '../core/findings.ts';
import { report, type Session } from './session.ts';

/** Findings that a YAML extension reports too. */
const PLAIN_YAML = new Set(['yaml-syntaks', 'dobbel-nokkel']);

type Syntax = 'auto' | 'på' | 'av';

/** The user's settings (section `vurdert`) and what else decides which findings are shown. */
export class Settings {
  private syntax: Syntax = 'auto';
  /** Counts up when something that decides findings has changed; part of a result's id. */
  revision = 0;
  /** Whether hover explains the glossary's words in running text too (`vurdert.ordliste.iTekst`). */
  termsInText = false;
  constructor(private yamlExtension = false) {}

  /** Whether this client is to be told of the finding. */
  shows(finding: Finding): boolean {
    if (!PLAIN_YAML.has(finding.code)) return true;
    return this.syntax === 'på' || (this.syntax === 'auto' && !this.yamlExtension);
  }

  /** Takes over what the client's configuration says; tells whether that changed anything. */
  update(section: unknown): boolean {
    this.termsInText = read(section, 'ordliste', 'iTekst') === true;
    const syntax = read(section, 'validering', 'syntaks');
    return this.set({ syntax: syntax === 'på' || syntax === 'av' ? syntax : 'auto', yamlExtension: this.yamlExtension });
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
    if (settings.update(section)) changed();
  };
  const fetch = (): void => {
    connection.workspace.getConfiguration('vurdert').then(take, (error) => report(session, 'workspace/configuration', error));
  };
  connection.onDidChangeConfiguration(({ settings: sent }) => (client.configuration ? fetch() : take(read(sent, 'vurdert'))));
  return () => {
    if (client.registersConfiguration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'vurdert' }).catch((error) => report(session, 'registerCapability', error));
    if (client.configuration) fetch();
  };
}
