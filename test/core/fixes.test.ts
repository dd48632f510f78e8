/**
 * Every fix of every finding in every fixture and sample: the file still parses as well as before, the finding that
 * the fix was offered for is gone, and no comment and no answer is lost. What the first fix of each rule writes is
 * kept beside the rule, in fix.txt.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../server/core/analysis.ts';
import { applyEdits, allFixes, fixesFor } from '../../server/core/features/fixes/index.ts';
import type { Fix } from '../../server/core/features/model.ts';
import type { Finding } from '../../server/core/findings.ts';
import { library } from '../../server/core/product.ts';
import { analyseText, read, root, runFixture } from './fixtures.ts';

const rules = 'server/core/rules';
const fixtures = library.rules.flatMap(({ code }) => readdirSync(path.join(root, rules, code)).filter((name) => name.endsWith('.yaml') && name !== 'rule.yaml').map((name) => path.join(rules, code, name)));
const samples = readdirSync(path.join(root, 'samples')).filter((name) => name.endsWith('.yaml')).map((name) => path.join('samples', name));

const comments = (text: string): string[] => text.split(/\r?\n/).flatMap((line) => /(?:^|\s)#(.*)$/.exec(line)?.[1]?.trim() ?? []);
const count = (analysis: Analysis, finding: Finding): number => analysis.findings().filter((each) => each.code === finding.code && (each.path === finding.path || each.message === finding.message)).length;

function check(before: Analysis, finding: Finding, fix: Fix): Analysis {
  const label = `${finding.code} på ${finding.path}: ${fix.title}`;
  const text = applyEdits(before.text, fix.edits);
  const after = analyseText(text);
  expect(after.tree.problems.length, label).toBeLessThanOrEqual(before.tree.problems.length);
  expect(count(after, finding), `${label} tar bort funnet`).toBeLessThan(count(before, finding));
  const left = comments(text);
  for (const comment of comments(before.text)) expect(left, `${label} beholder kommentaren`).toContain(comment);
  for (const [id, answer] of before.assessment.answers) {
    if (answer.value !== undefined) expect(after.assessment.facts[id], `${label} beholder ${id}`).toEqual(answer.value);
    if (answer.explanation) expect(after.assessment.answers.get(id)?.explanation?.text, `${label} beholder forklaringen på ${id}`).toBe(answer.explanation.text);
  }
  return after;
}

describe('every fix clears its finding and loses nothing', () => {
  it.each([...fixtures, ...samples])('%s', (file) => {
    const analysis = file.startsWith('samples') ? analyseText(read(file), path.basename(file)) : runFixture(file).analysis;
    for (const finding of analysis.findings()) for (const fix of fixesFor(analysis, finding)) check(analysis, finding, fix);
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
        written.push(`${path.basename(file)}: ${fix.title}`, ...changedLines(analysis.text, applyEdits(analysis.text, fix.edits)), '');
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
  return [...a.slice(start, a.length - end).map((line) => `- ${line}`), ...b.slice(start, b.length - end).map((line) => `+ ${line}`)].slice(0, 24);
}

describe('all spellings at once', () => {
  it('leaves none', () => {
    const analysis = analyseText('vurdering: dpia\nmal: e-helse-2018\ntittel: T\nbehandlingsansvarlig: B\nstatus: Utkast\nsvar:\n  I.1: JA\n  I.2: yes # kommentar\n  II.4.2: Ja. Kartlegger behov.\n');
    const [fix] = allFixes(analysis);
    const text = applyEdits(analysis.text, fix!.edits);
    expect(text).toBe('vurdering: dpia\nmal: e-helse-2018\ntittel: T\nbehandlingsansvarlig: B\nstatus: utkast\nsvar:\n  I.1: ja\n  I.2: ja # kommentar\n  II.4.2:\n    svar: ja\n    forklaring: Kartlegger behov.\n');
  });
});
