/**
 * Every fix of every finding in every fixture and sample: the file still parses as well as before, the finding that
 * the fix was offered for is gone, and no comment and no answer is lost. A fix that sets up a block for the author to
 * fill in does not silence a gate by itself: there the finding is gone once «fyll ut» is replaced. What the fixes of
 * each rule write is kept beside the rule, in fix.txt.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../server/core/analysis.ts';
import { optionsOf } from '../../server/core/assessment/options.ts';
import { resolve } from '../../server/core/assessment/paths.ts';
import { applyEdits, allFixes, fixesFor } from '../../server/core/features/fixes/index.ts';
import type { Fix } from '../../server/core/features/model.ts';
import type { Finding } from '../../server/core/findings.ts';
import type { Question } from '../../server/core/templates/model.ts';
import { library } from '../../server/core/product.ts';
import { analyseText, read, root, runFixture } from './fixtures.ts';

const rules = 'server/core/rules';
const fixtures = library.rules.flatMap(({ code }) => readdirSync(path.join(root, rules, code)).filter((name) => name.endsWith('.yaml') && !/^(?:rule|nn|en)\.yaml$/.test(name)).map((name) => path.join(rules, code, name)));
const samples = readdirSync(path.join(root, 'samples')).filter((name) => name.endsWith('.yaml')).map((name) => path.join('samples', name));

const comments = (text: string): string[] => text.split(/\r?\n/).flatMap((line) => /(?:^|\s)#(.*)$/.exec(line)?.[1]?.trim() ?? []);
const count = (analysis: Analysis, finding: Finding): number => analysis.findings().filter((each) => each.code === finding.code && (each.path === finding.path || each.message === finding.message)).length;

/** `true` and 'true' are the same words; quoting them is no loss. */
const unquoted = (value: unknown): string => JSON.stringify(value).replaceAll('"', '');

function check(before: Analysis, finding: Finding, fix: Fix): void {
  const label = `${finding.code} på ${finding.path}: ${fix.title}`;
  const text = applyEdits(before.text, fix.edits);
  // With the files around it, where the fixture has any: a finding over several files is not gone by being read alone.
  const reread = (written: string): Analysis => analyseText(written, 'test.dpia.yaml', before.context);
  const after = reread(text);
  expect(after.tree.problems.length, label).toBeLessThanOrEqual(before.tree.problems.length);
  const clears = (analysis: Analysis): boolean => count(analysis, finding) < count(before, finding);
  const sure = clears(after) || ['nei', 'ja'].some((verdict) => clears(reread(filledIn(after, verdict))));
  expect(sure, `${label} tar bort funnet`).toBe(true);
  const left = comments(text);
  for (const comment of comments(before.text)) expect(left, `${label} beholder kommentaren`).toContain(comment);
  for (const [id, answer] of before.assessment.answers) {
    // The reference itself is what is wrong in these words; what is written instead stands in fix.txt.
    if (finding.code === 'ukjent-henvisning' && id === finding.path) continue;
    // Another version of the template may not ask for it: it stands there all the same.
    if (finding.code === 'malversjon') {
      expect(text, `${label} beholder ${id}`).toContain(before.text.slice(answer.keyRange.start, answer.node.range.end));
      continue;
    }
    // A line that YAML could not read was no answer yet.
    if (answer.value !== undefined && finding.code !== 'yaml-syntaks') expect(unquoted(after.assessment.facts[id]), `${label} beholder ${id}`).toBe(unquoted(answer.value));
    if (answer.explanation) expect(after.assessment.answers.get(id)?.explanation?.text, `${label} beholder forklaringen på ${id}`).toBe(answer.explanation.text);
  }
}

/** The text with every «fyll ut» replaced by something of the kind that is asked for there. */
function filledIn(analysis: Analysis, verdict: string): string {
  const edits = analysis.findings().filter(({ code }) => code === 'plassholder').map(({ path: place, range }) => ({ range, newText: example(resolve(analysis.assessment, place).question, analysis, verdict) }));
  return applyEdits(analysis.text, edits);
}

function example(question: Question | undefined, analysis: Analysis, verdict: string): string {
  switch (question?.kind.type) {
    case 'yes-no': return verdict;
    case 'date': return '2026-09-01';
    case 'level': return '2';
    case 'some-of': return '[]';
    case 'one-of': return optionsOf(analysis.assessment, question)?.[0]?.value ?? '«fyll ut»';
    default: return 'En konkret tekst';
  }
}

describe('every fix clears its finding and loses nothing', () => {
  it.each([...fixtures, ...samples])('%s', (file) => {
    const analysis = file.startsWith('samples') ? analyseText(read(file), path.basename(file)) : runFixture(file).analysis;
    // What takes more than the file is a command; test/core/features/make has those.
    for (const finding of analysis.findings()) for (const fix of fixesFor(analysis, finding)) if (!fix.command) check(analysis, finding, fix);
  });
});

describe('what a fix writes', () => {
  it.each(library.rules.map((rule) => rule.code))('%s', async (code) => {
    const written: string[] = [];
    for (const file of fixtures.filter((name) => path.dirname(name) === path.join(rules, code))) {
      const { analysis } = runFixture(file);
      const finding = analysis.findings().find((each) => each.code === code);
      if (!finding) continue;
      for (const fix of fixesFor(analysis, finding).filter(({ title }) => !title.startsWith('Undertrykk'))) {
        // One edit at a time: what stands between two of them has not changed.
        const changed = fix.edits.flatMap((edit) => changedLines(analysis.text, applyEdits(analysis.text, [edit])));
        written.push(`${path.basename(file)}: ${fix.title}`, ...changed.slice(0, 24), '');
      }
    }
    const golden = path.join(root, rules, code, 'fix.txt');
    if (written.length || existsSync(golden)) await expect(written.join('\n')).toMatchFileSnapshot(golden);
  });
});

/** The lines that go (-) and come (+), in the file's order. */
function changedLines(before: string, after: string): string[] {
  const a = before.split(/\r?\n/);
  const b = after.split(/\r?\n/);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [...a.slice(start, a.length - end).map((line) => `- ${line}`), ...b.slice(start, b.length - end).map((line) => `+ ${line}`)];
}

describe('all spellings at once', () => {
  it('leaves none', () => {
    const analysis = analyseText('vurdering: dpia\nmal: e-helse-2018\ntittel: T\nbehandlingsansvarlig: B\nstatus: Utkast\nsvar:\n  I.1: JA\n  I.2: yes # kommentar\n  II.4.2: Ja. Kartlegger behov.\n');
    const [fix] = allFixes(analysis);
    const text = applyEdits(analysis.text, fix!.edits);
    expect(text).toBe('vurdering: dpia\nmal: e-helse-2018\ntittel: T\nbehandlingsansvarlig: B\nstatus: utkast\nsvar:\n  I.1: ja\n  I.2: ja # kommentar\n  II.4.2:\n    svar: ja\n    forklaring: Kartlegger behov.\n');
  });
});
