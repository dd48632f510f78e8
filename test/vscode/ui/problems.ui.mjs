// The first thing an adviser sees: open an assessment, and what is missing stands in the text and in Problems.
import assert from 'node:assert/strict';
import fs from 'node:fs';

export const name = 'an opened assessment shows its findings in the text and in Problems';
export const themes = ['light', 'dark'];

export async function run({ workspace, openFile, waitForSquiggle, waitForProblem, shot }) {
  const files = fs.readdirSync(workspace, { recursive: true }).map((file) => file.replaceAll('\\', '/')).sort();
  const assessment = files.find((file) => file.endsWith('.dpia.yaml'));
  await openFile(assessment);
  await waitForSquiggle();
  const problem = await waitForProblem();
  assert.match(await problem.innerText(), /vurdert/);
  await shot('problems');
}
