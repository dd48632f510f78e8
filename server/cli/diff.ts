import type { Context } from '../core/library.ts';
import type { Edition } from '../core/report/edition.ts';
import { GitProblem } from '../workspace/git.ts';
import { readArguments } from './arguments.ts';
import { twoFiles } from './compare-files.ts';
import { twoRevisions } from './compare-revisions.ts';
import type { Compared } from './compared.ts';
import { formatByName, writeAll } from './outputs.ts';
import { contextOf, DAY_OPTION, dayOf, EXIT, harmless, Refusal, type Terminal } from './terminal.ts';

const ENDINGS = { md: 'markdown', html: 'html', json: 'json' } as const;
const FORMATS = { ...ENDINGS, markdown: 'markdown' } as const;
const EDITIONS: { [name: string]: Edition } = { internal: 'internal', public: 'public', intern: 'internal', offentlig: 'public' };

/** `vurdert diff [A B | STI …] [--rev …] [--format …] [--edition …] [-o FIL] [--exit-code] [--max-length N]`: what changed in assessments. */
export async function diff(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    rev: { type: 'string' }, format: { type: 'string', among: Object.keys(FORMATS) }, edition: { type: 'string', among: Object.keys(EDITIONS) },
    output: { type: 'string', short: 'o' }, force: { type: 'boolean' }, 'exit-code': { type: 'boolean' }, 'max-length': { type: 'string' }, ...DAY_OPTION,
  });
  const output = values.output === '-' ? undefined : values.output;
  const format = values.format === undefined ? ((await formatByName<'markdown' | 'html' | 'json'>(output, ENDINGS)) ?? 'markdown') : FORMATS[values.format as keyof typeof FORMATS];
  const limit = values['max-length'] === undefined ? undefined : Number(values['max-length']);
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1000)) throw new Refusal('cli.diff.max-length', { verdi: values['max-length']! });
  const edition = EDITIONS[values.edition ?? 'internal']!;
  const { files, labels, sources } = await compared(positionals, values.rev, edition, contextOf(terminal, dayOf(values)));
  // The report brings its own libraries along: the other commands start without them.
  const { renderDifferences } = await import('../core/diff/index.ts');
  const { text, same } = renderDifferences(files, { format, edition, labels, texts: terminal.texts, limit });
  const content = text.endsWith('\n') ? text : `${text}\n`;
  if (output === undefined) terminal.out(content);
  else {
    await writeAll([{ path: output, content }], { force: values.force === true, makeFolders: false, sources });
    terminal.error(`${terminal.texts('cli.written.diff', { sti: output })}\n`);
  }
  return values['exit-code'] && !same ? EXIT.findings : EXIT.clean;
}

async function compared(positionals: readonly string[], rev: string | undefined, edition: Edition, context: Context): Promise<Compared> {
  try {
    if (rev === undefined && positionals.length === 2) return await twoFiles(positionals[0]!, positionals[1]!, context);
    if (rev === undefined && positionals.length > 2) throw new Refusal('cli.diff.too-many');
    // The public edition has no findings.
    return await twoRevisions(positionals.length ? positionals : ['.'], rev ?? 'HEAD', edition === 'internal', context);
  } catch (error) {
    throw error instanceof GitProblem ? new Refusal(`cli.diff.git.${error.reason}`, { detalj: harmless(error.detail) }) : error;
  }
}
