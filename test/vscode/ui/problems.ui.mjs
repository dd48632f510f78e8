// The first thing an adviser sees: open an assessment, and what is missing stands in Problems and in the text.
import assert from 'node:assert/strict';

export const name = 'an opened assessment shows its findings in Problems and in the text';
export const themes = ['light', 'dark'];

export async function run({ openFile, waitForProblem, waitForSquiggle, shot }) {
  await openFile('visma-familia.dpia.yaml');
  const problem = await waitForProblem('visma-familia.dpia.yaml');
  assert.match(await problem.innerText(), /vurdert/);
  await problem.dblclick(); // takes the editor to the finding: squiggles are drawn only on lines in view
  await waitForSquiggle();
  await shot('problems');
}
