/** What the MCP server offers: each tool's name, what it says of itself, what it takes, and what it answers. It only reads. */
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import * as vurdert from '../api/index.ts';
import type { Source } from '../api/types.ts';
import { sayFindings, sayMissing, sayUnknown } from '../core/features/tools/say.ts';
import type { Params, TextKey, Texts } from '../core/texts/texts.ts';

/** Texts and files larger than this are refused. */
export const MOST_BYTES = 2 * 1024 * 1024;

export interface Answer {
  text: string;
  /** The same as data, in the API's words (server/api/types.ts). */
  data: { [key: string]: unknown };
}

/** A tool could not answer; the text is for whoever asked, in plain words. */
export class ToolProblem extends Error {
  constructor(readonly key: TextKey, readonly params?: Params) {
    super(key);
  }
}

interface Field {
  says: TextKey;
  required?: true;
  among?: readonly string[];
}
type Input = { [field: string]: string | undefined };
interface Tool {
  title: TextKey;
  says: TextKey;
  fields: { [name: string]: Field };
  answer(input: Input, at: Surroundings): Promise<Answer>;
}
export interface Surroundings {
  /** The folder that the server was started in: nothing outside of it is read. */
  root: string;
  texts: Texts;
}

const FILE: { [name: string]: Field } = { sti: { says: 'tool.describe.sti' }, tekst: { says: 'tool.describe.tekst' } };

export const TOOLS: { readonly [name: string]: Tool } = {
  sjekk_vurdering: {
    title: 'tool.title.sjekk', says: 'tool.describe.sjekk', fields: FILE,
    answer: async (input, at) => {
      const result = await reading(input, at, (source, options) => vurdert.check(source, options));
      const { kind, findings, suppressed } = result;
      return { text: sayFindings({ name: input.sti ?? at.texts(`kind.${kind}`), findings, suppressed: suppressed.length }, at.texts), data: { ...result } };
    },
  },
  mangler: {
    title: 'tool.title.mangler', says: 'tool.describe.mangler', fields: FILE,
    answer: async (input, at) => {
      const result = await reading(input, at, (source, options) => vurdert.missing(source, options));
      return { text: sayMissing({ ...result, name: result.file }, at.texts), data: { ...result } };
    },
  },
  sla_opp: {
    title: 'tool.title.slaaOpp', says: 'tool.describe.slaaOpp', fields: { hva: { says: 'tool.describe.hva', required: true } },
    answer: async ({ hva = '' }, { texts }) => {
      const found = await vurdert.lookUp(hva, { language: texts.language });
      if ('near' in found) throw said(sayUnknown(hva, found.near, texts));
      return { text: found.markdown, data: { markdown: found.markdown } };
    },
  },
  vis_rapport: {
    title: 'tool.title.rapport', says: 'tool.describe.rapport', fields: { ...FILE, utgave: { says: 'tool.describe.utgave', among: ['intern', 'offentlig'] } },
    answer: async (input, at) => {
      const edition = input.utgave === 'offentlig' ? 'public' : 'internal';
      await reading(input, at, (source, options) => vurdert.missing(source, options)); // whether it is an assessment at all
      const report = await reading(input, at, (source, options) => vurdert.render(source, { ...options, format: 'markdown', edition }), 'tool.public');
      return { text: report, data: { edition, markdown: report } };
    },
  },
};

/** A tool's input as JSON Schema. */
export function inputSchema({ fields }: Tool, texts: Texts): { type: 'object'; [key: string]: unknown } {
  return {
    type: 'object', additionalProperties: false,
    properties: Object.fromEntries(Object.entries(fields).map(([name, { says, among }]) => [name, { type: 'string', description: texts(says), ...(among ? { enum: among } : {}) }])),
    required: Object.entries(fields).flatMap(([name, { required }]) => (required ? [name] : [])),
  };
}

/** Calls a tool. Throws a ToolProblem for what cannot be answered. */
export async function callTool(name: string, given: unknown, at: Surroundings): Promise<Answer> {
  const tool = Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
  if (!tool) throw new ToolProblem('tool.unknown-tool', { navn: name.slice(0, 100) });
  const input: Input = {};
  for (const [field, value] of Object.entries(given !== null && typeof given === 'object' ? given : {})) {
    const known = Object.hasOwn(tool.fields, field) ? tool.fields[field] : undefined;
    if (!known) throw new ToolProblem('tool.unknown-input', { felt: field.slice(0, 100), lovlige: { or: Object.keys(tool.fields).map((each) => `«${each}»`) } });
    if (typeof value !== 'string' || (known.among && !known.among.includes(value))) throw new ToolProblem('tool.wrong-input', { felt: field, lovlige: known.among ? { or: [...known.among] } : at.texts('tool.text') });
    input[field] = value;
  }
  for (const [field, { required }] of Object.entries(tool.fields)) if (required && !input[field]?.trim()) throw new ToolProblem('tool.wrong-input', { felt: field, lovlige: at.texts('tool.text') });
  return tool.answer(input, at);
}

/** What is read of the file or text that was named. */
async function reading<R>({ sti, tekst }: Input, at: Surroundings, read: (source: Source, options: { language: Texts['language']; within?: string }) => Promise<R | undefined>, otherwise: TextKey = 'tool.not-assessment'): Promise<R> {
  const { texts: { language } } = at;
  if ((sti === undefined) === (tekst === undefined)) throw new ToolProblem('tool.one-input');
  if (tekst !== undefined) {
    if (Buffer.byteLength(tekst) > MOST_BYTES) throw new ToolProblem('tool.too-large', { mb: MOST_BYTES / 1024 / 1024 });
    return (await read(tekst, { language })) ?? fail(new ToolProblem(otherwise, { sti: 'tekst' }));
  }
  const file = await inside(sti!, at);
  try {
    return (await read({ path: file }, { language, within: at.root })) ?? fail(new ToolProblem(otherwise, { sti: sti! }));
  } catch (error) {
    if (!(error instanceof vurdert.VurdertError)) throw error;
    if (error.code === 'not-assessment' || error.code === 'not-yaml') throw new ToolProblem('tool.not-assessment', { sti: sti! });
    throw error.code === 'missing' ? new ToolProblem('tool.outside', { sti: sti! }) : said(error.message);
  }
}

/** A file of the folder. What lies elsewhere and what is not there are told alike: nobody learns what there is outside. */
async function inside(sti: string, { root }: Surroundings): Promise<string> {
  const outside = new ToolProblem('tool.outside', { sti: sti.slice(0, 300) });
  if (sti.includes('\0')) throw outside;
  const at = path.resolve(root, sti);
  const [real, base] = await Promise.all([realpath(at), realpath(root)]).catch(() => fail(outside));
  const way = path.relative(base, real);
  if (way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way)) throw outside;
  const found = await stat(real).catch(() => fail(outside));
  if (!found.isFile()) throw outside;
  if (found.size > MOST_BYTES) throw new ToolProblem('tool.too-large', { mb: MOST_BYTES / 1024 / 1024 });
  return at;
}

/** A problem that is in words already. */
const said = (ord: string): ToolProblem => new ToolProblem('tool.said', { ord });

function fail(error: Error): never {
  throw error;
}
