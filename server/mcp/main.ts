/**
 * `vurdert mcp`: the tools for language models over the Model Context Protocol, on standard input and output. Read-only:
 * no tool writes a file or an answer, and none uses the network.
 *
 * A bundle of its own (dist/mcp.cjs) over dist/api.cjs. The SDK is bundled for the condition `workerd`, whose validator
 * interprets schemas: that for Node compiles them, and we make no code of text.
 */
import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { config } from 'zod';
import type { Texts } from '../core/texts/texts.ts';
import { VERSION } from '../workspace/version.ts';
import { callTool, inputSchema, ToolProblem, TOOLS } from './tools.ts';

config({ jitless: true });

/** Serves until the client closes. `root`: the folder that may be read. */
export async function serve(root: string, texts: Texts): Promise<void> {
  const server = new Server({ name: 'vurdert', title: 'Vurdert', version: VERSION }, { capabilities: { tools: {} }, instructions: texts('tool.instructions') });
  server.setRequestHandler('tools/list', () => ({
    tools: Object.entries(TOOLS).map(([name, tool]) => ({
      name, title: texts(tool.title), description: texts(tool.says), inputSchema: inputSchema(tool, texts),
      annotations: { title: texts(tool.title), readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler('tools/call', async ({ params: { name, arguments: given = {} } }) => {
    if (!Object.hasOwn(TOOLS, name)) throw new ProtocolError(ProtocolErrorCode.InvalidParams, texts('tool.unknown-tool', { navn: name.slice(0, 100) }));
    try {
      const { text, data } = await callTool(name, given, { root, texts });
      return { content: [{ type: 'text', text }], structuredContent: data };
    } catch (error) {
      const text = error instanceof ToolProblem ? texts(error.key, error.params) : texts('tool.failed', { feil: error instanceof Error ? error.message : String(error) });
      return { content: [{ type: 'text', text }], isError: true };
    }
  });
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
  });
  await server.connect(new StdioServerTransport(process.stdin, process.stdout));
  await closed;
}
