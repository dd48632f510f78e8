/** The language server as the client sees it: started with the first assessment that is opened or asked for, and not before. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import { ASSESSMENTS_CHANGED, YAML_EXTENSION, type InitializationOptions, type YamlExtensionParams } from '../server/lsp/protocol.ts';
import { withPageLinks } from './hover-links.ts';
import { SCHEMES } from './ours.ts';
import { texts } from './texts.ts';

const YAML_EXTENSION_ID = 'redhat.vscode-yaml';
/** Present and enabled: it starts with the first YAML file, so it need not be active yet. */
const hasYamlExtension = (): boolean => vscode.extensions.getExtension(YAML_EXTENSION_ID) !== undefined;

export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private starting: Promise<LanguageClient | undefined> | undefined;
  private readonly extensionsListener: vscode.Disposable;
  private readonly assessmentsChanged = new vscode.EventEmitter<void>();
  /** Some assessment in the workspace, open or not, is another than before. */
  readonly onDidChangeAssessments = this.assessmentsChanged.event;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.extensionsListener = vscode.extensions.onDidChange(() => {
      void this.client?.sendNotification(YAML_EXTENSION, { active: hasYamlExtension() } satisfies YamlExtensionParams);
    });
  }

  get isRunning(): boolean {
    return this.starting !== undefined;
  }

  /** The running server, started if need be; undefined when it cannot start (which the user has then been told). */
  start(): Promise<LanguageClient | undefined> {
    return (this.starting ??= this.startNow());
  }

  private async startNow(): Promise<LanguageClient | undefined> {
    const module = this.context.asAbsolutePath('dist/server.cjs');
    const serverOptions: ServerOptions = {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    };
    const clientOptions: LanguageClientOptions = {
      documentSelector: SCHEMES.map((scheme) => ({ scheme, language: 'yaml' })),
      initializationOptions: { vscode: true, yamlExtension: hasYamlExtension() } satisfies InitializationOptions,
      diagnosticCollectionName: 'vurdert',
      middleware: { provideHover: async (document, position, token, next) => withPageLinks(await next(document, position, token)) },
      diagnosticPullOptions: { onChange: true, onFocus: true },
    };
    const client = new LanguageClient('vurdert', 'Vurdert', serverOptions, clientOptions);
    this.client = client;
    client.onNotification(ASSESSMENTS_CHANGED, () => this.assessmentsChanged.fire());
    try {
      await client.start();
      return client;
    } catch (error) {
      this.starting = undefined;
      this.client = undefined;
      void vscode.window.showErrorMessage(texts('client.server-failed', { feil: error instanceof Error ? error.message : String(error) }));
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
    const old = this.client;
    this.client = undefined;
    this.starting = undefined;
    await old?.dispose();
    await this.start();
    this.assessmentsChanged.fire(); // what the old one told may be of yesterday
  }

  dispose(): Promise<void> | undefined {
    this.extensionsListener.dispose();
    this.assessmentsChanged.dispose();
    return this.client?.dispose();
  }
}
