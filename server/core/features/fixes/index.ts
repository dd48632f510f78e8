import type { Analysis } from '../../analysis.ts';
import type { Finding, FixHint } from '../../findings.ts';
import { resolve } from '../../assessment/paths.ts';
import { isSuppressible } from '../../rules/run.ts';
import { placeName } from '../../rules/support/words.ts';
import { nameIn } from '../../across/addresses.ts';
import type { Range } from '../../syntax/nodes.ts';
import type { Fix, TextEdit } from '../model.ts';
import { kindWord } from '../process-words.ts';
import { addWords, answer, insertAnswers, splitVerdict } from './answers.ts';
import { addField, remove, suppress } from './head.ts';
import { newFile } from './new-file.ts';
import { newestOf, setVersion, updateTemplate } from './template-version.ts';

/** The fixes for the findings that touch a range, the most wanted first. A fix that would change nothing is left out. */
export function fixesAt(analysis: Analysis, range: Range): Fix[] {
  return analysis.findings().filter((finding) => finding.range.start <= range.end && finding.range.end >= range.start).flatMap((finding) => fixesFor(analysis, finding));
}

/** The fixes for one finding: what mends it, then silencing it with a reason where the product allows that. */
export function fixesFor(analysis: Analysis, finding: Finding): Fix[] {
  const { texts } = analysis.context;
  const mending = finding.fixes.map((hint, i): Fix => ({ title: titleOf(analysis, hint), edits: editsFor(analysis, hint), ...commandFor(hint), finding, preferred: i === 0 }));
  const silencing: Fix[] = isSuppressible(analysis.context, finding.code)
    ? [{ title: texts('fix.suppress', { kode: finding.code }), edits: suppress(analysis, finding.code, finding.path), finding, preferred: false }]
    : [];
  return [...mending, ...silencing].filter((fix) => fix.edits.length > 0 || fix.command);
}

/** One fix for all that can be mended without a choice: spellings of verdicts, options and keys. */
export function allFixes(analysis: Analysis): Fix[] {
  const edits: TextEdit[] = [];
  for (const finding of analysis.findings()) {
    const hint = finding.fixes[0];
    if (finding.code !== 'skrivemate' && finding.code !== 'dom-i-prosa') continue;
    for (const edit of hint ? editsFor(analysis, hint) : []) if (!edits.some((other) => overlaps(other.range, edit.range))) edits.push(edit);
  }
  return edits.length ? [{ title: analysis.context.texts('fix.all'), edits, preferred: false }] : [];
}

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

export { applyEdits } from './apply.ts';

function editsFor(analysis: Analysis, hint: FixHint): TextEdit[] {
  switch (hint.kind) {
    case 'replace': return [{ range: hint.range, newText: hint.text }];
    case 'replace-each': return hint.each.map(({ range, text }) => ({ range, newText: text }));
    case 'answer': return answer(analysis, hint.path, hint.value);
    case 'insert-answers': return insertAnswers(analysis, hint.ids);
    case 'update-template': return updateTemplate(analysis);
    case 'set-version': return setVersion(analysis, hint.version);
    case 'split-verdict': return splitVerdict(analysis, hint.path, hint.verdict, hint.explanation);
    case 'add-words': return addWords(analysis, hint.path, hint.key);
    case 'add-field': return addField(analysis, hint.path, hint.fields);
    case 'remove': return remove(analysis, hint.range);
    case 'new-file': return newFile(analysis);
    // These take more than this file: a command works them out when it is chosen.
    case 'make': case 'row': return [];
  }
}

function commandFor(hint: FixHint): Pick<Fix, 'command'> {
  if (hint.kind !== 'make' && hint.kind !== 'row') return {};
  const elsewhere = hint.from === undefined ? {} : { address: hint.from };
  return { command: hint.kind === 'make' ? { name: 'make-from', arguments: [hint.to], ...elsewhere } : { name: 'make-row', arguments: [], ...elsewhere } };
}

function titleOf(analysis: Analysis, hint: FixHint): string {
  const { texts } = analysis.context;
  switch (hint.kind) {
    case 'replace': return hint.as ? texts(`fix.${hint.as}`) : texts('fix.replace', { tekst: short(hint.text) });
    case 'replace-each': return texts('fix.replace-each', { tekster: texts.and(hint.each.map(({ text }) => texts('list.quoted', { ord: short(text) }))) });
    case 'answer': return hint.value === undefined ? texts('fix.answer-blank', { id: hint.path }) : texts('fix.answer', { id: hint.path, svar: hint.value });
    case 'insert-answers': return texts(hint.ids.length === 1 ? 'fix.insert-one' : 'fix.insert-answers', { antall: hint.ids.length, hva: hint.scope, id: hint.ids[0] ?? '' });
    case 'update-template': return texts('version.fix', { versjon: newestOf(analysis)?.version ?? '' });
    case 'set-version': return texts('version.set', { versjon: hint.version });
    case 'split-verdict': return texts('fix.split', { dom: hint.verdict });
    case 'add-words': return texts('fix.add-words', { nøkkel: hint.key });
    case 'add-field': {
      const place = resolve(analysis.assessment, hint.path);
      const isBegun = place.found && place.node?.kind === 'map' && place.node.entries.length > 0;
      return isBegun ? texts('fix.add-fields') : texts('fix.add-field', { nøkkel: placeName(hint.path, texts) });
    }
    case 'remove': return texts('fix.remove', { hva: hint.what });
    case 'make': {
      const slag = kindWord(texts, hint.to);
      return hint.from === undefined ? texts('process.make', { slag }) : texts('process.make-other', { slag, fil: nameIn(hint.from) });
    }
    case 'row': return hint.update ? texts('fix.update-row') : texts('process.enter');
    case 'new-file': return texts('fix.new-file', { slag: texts(`kind.${analysis.assessment.kind}`) });
  }
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
