/** The language server as the client sees it: started with the first assessment that is opened or asked for, and not before. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { ASSESSMENTS_CHANGED, TRUSTED, YAML_EXTENSION, type InitializationOptions, type YamlExtensionParams } from '../server/lsp/protocol.ts';
import { answerFiles } from './files.ts';
import { withPageLinks } from './hover-links.ts';
import { schemes } from './ours.ts';
import { tell } from './tell.ts';
import { chosenLanguage, texts } from './texts.ts';

const YAML_EXTENSION_ID = 'redhat.vscode-yaml';
/** Present and enabled: it starts with the first YAML file, so it need not be active yet. */
const hasYamlExtension = (): boolean => vscode.extensions.getExtension(YAML_EXTENSION_ID) !== undefined;

/** A client that is not started, and what is to be done once it has stopped: a program here, a web worker there (node.ts, web.ts). */
export type Launch = (options: LanguageClientOptions) => { client: BaseLanguageClient; end?(): void };

export class Server implements vscode.Disposable {
  private client: BaseLanguageClient | undefined;
  private end: (() => void) | undefined;
  private starting: Promise<BaseLanguageClient | undefined> | undefined;
  private schemes: string[] = [];
  private readonly listeners: vscode.Disposable[];
  private readonly started = new vscode.EventEmitter<void>();
  readonly onDidStart = this.started.event;
  private readonly assessmentsChanged = new vscode.EventEmitter<void>();
  /** Some assessment in the workspace, open or not, is another than before. */
  readonly onDidChangeAssessments = this.assessmentsChanged.event;

  constructor(private readonly launch: Launch) {
    this.listeners = [
      vscode.extensions.onDidChange(() => {
        void this.client?.sendNotification(YAML_EXTENSION, { active: hasYamlExtension() } satisfies YamlExtensionParams);
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.client?.sendNotification(TRUSTED)),
      // A folder that lies elsewhere than all before: a client says once which documents it brings.
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        if (this.isRunning && schemes().some((scheme) => !this.schemes.includes(scheme))) void this.restart();
      }),
    ];
  }

  get isRunning(): boolean {
    return this.starting !== undefined;
  }

  /** The running server, started if need be; undefined when it cannot start (which the user has then been told). */
  start(): Promise<BaseLanguageClient | undefined> {
    return (this.starting ??= this.startNow());
  }

  private async startNow(): Promise<BaseLanguageClient | undefined> {
    this.schemes = schemes();
    const clientOptions: LanguageClientOptions = {
      documentSelector: this.schemes.map((scheme) => ({ scheme, language: 'yaml' })),
      initializationOptions: { vscode: true, yamlExtension: hasYamlExtension(), files: true, trusted: vscode.workspace.isTrusted, språk: chosenLanguage() } satisfies InitializationOptions,
      diagnosticCollectionName: 'vurdert',
      middleware: { provideHover: async (document, position, token, next) => withPageLinks(await next(document, position, token)) },
      diagnosticPullOptions: { onChange: true, onFocus: true },
    };
    const { client, end } = this.launch(clientOptions);
    this.client = client;
    this.end = end;
    answerFiles(client);
    client.onNotification(ASSESSMENTS_CHANGED, () => this.assessmentsChanged.fire());
    try {
      await client.start();
      this.started.fire();
      return client;
    } catch (error) {
      this.starting = undefined;
      this.client = undefined;
      end?.();
      void tell('error', texts('client.server-failed', { feil: error instanceof Error ? error.message : String(error) }));
      return undefined;
    }
  }

  /** A request of ours; undefined when the server is not there or was stopped meanwhile. */
  async request<R>(method: string, params: unknown): Promise<R | undefined> {
    const client = await this.start();
    try {
      return await client?.sendRequest<R>(method, params);
    } catch (error) {
      client?.outputChannel.appendLine(`${method}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  /** A command that the server carries out itself. */
  execute<R>(command: string, ...sent: unknown[]): Promise<R | undefined> {
    return this.request<R>('workspace/executeCommand', { command, arguments: sent });
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
    this.assessmentsChanged.fire(); // what the old one told may be of yesterday
  }

  private async stop(): Promise<void> {
    const { client, end } = this;
    this.client = this.end = this.starting = undefined;
    try {
      await client?.dispose();
    } finally {
      end?.();
    }
  }

  dispose(): Promise<void> {
    for (const each of [...this.listeners, this.assessmentsChanged, this.started]) each.dispose();
    return this.stop();
  }
}
