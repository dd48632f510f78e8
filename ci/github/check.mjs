// Checks the assessments: a summary on the run's page, annotations on the lines, and a SARIF file when it is asked for.
// Findings do not end the step: the code is an output, and the action's last step ends with it.
import path from 'node:path';
import { addToSummary, paths, setOutput, vurdert } from './toolkit.mjs';

const { env } = process;
const args = (...options) => ['check', ...options, ...(env.VURDERT_BASELINE ? ['--baseline', env.VURDERT_BASELINE] : []), '--', ...paths()];

const summary = vurdert(args('--format', 'markdown', '--fail-on', 'none'), { still: true });
addToSummary(summary.out);

if (env.VURDERT_SARIF === 'true') {
  const sarif = path.join(env.RUNNER_TEMP, 'vurdert.sarif');
  if (vurdert(args('--format', 'sarif', '--fail-on', 'none', '-o', sarif)).code === 0) setOutput('sarif', sarif);
}

// The same findings, once more: what ends the run is decided here. Without annotations nothing is printed to the log:
// the text of an assessment could be taken for a command there.
const { code } = vurdert(args('--format', 'github', '--fail-on', env.VURDERT_FAIL_ON || 'error'), { show: env.VURDERT_ANNOTATIONS !== 'false' });
setOutput('code', code);
if (code > 1) process.exitCode = code;
