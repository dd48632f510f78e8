import { writeFile } from 'node:fs/promises';
import { analyse } from '../core/analysis.ts';
import { library } from '../core/product.ts';
import { bokmål } from '../core/texts/texts.ts';
import { today } from '../lsp/today.ts';
import { readAssessmentFile, yamlFiles } from '../workspace/assessments.ts';
import { nodeDisk } from '../workspace/node-disk.ts';
import { readArguments } from './arguments.ts';
import { describeProblem } from './problems.ts';
import { EXIT, Refusal, type Terminal } from './terminal.ts';

const FORMATS = { html: 'html', md: 'markdown' } as const;

/** `vurdert render FIL [--format html|md] [-o FIL]`: the report of one assessment. */
export async function render(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, { format: { type: 'string', among: Object.keys(FORMATS) }, output: { type: 'string', short: 'o' } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Refusal('cli.one-file');
  if ((await nodeDisk.kindOf(file)) === 'folder') throw new Refusal('cli.folder', { sti: file });
  const output = values.output === '-' ? undefined : values.output;
  for await (const each of yamlFiles(nodeDisk, [file])) {
    const found = 'problem' in each ? each : await readAssessmentFile(nodeDisk, each.path, true);
    if (!found || 'problem' in found) {
      if (found) terminal.error(`${describeProblem(found.problem)}\n`);
      return EXIT.failed;
    }
    const analysis = analyse(found.text, found.path.split(/[\\/]/).at(-1)!, { library, texts: bokmål, today: today() });
    if (!analysis) throw new Refusal('cli.problem.not-assessment', { sti: file, kode: '' });
    // The report brings its own libraries along: the other commands start without them.
    const { renderReport } = await import('../core/report/index.ts');
    const format = FORMATS[(values.format ?? (output?.endsWith('.md') ? 'md' : 'html')) as keyof typeof FORMATS];
    await write(renderReport(analysis, { format }), output, terminal);
  }
  return EXIT.clean;
}

async function write(report: string, output: string | undefined, terminal: Terminal): Promise<void> {
  const text = report.endsWith('\n') ? report : `${report}\n`;
  if (output === undefined) return terminal.out(text);
  try {
    await writeFile(output, text);
  } catch (error) {
    throw new Refusal('cli.not-written', { sti: output, kode: String((error as NodeJS.ErrnoException).code) });
  }
  terminal.error(`${bokmål('cli.written', { sti: output })}\n`);
}
