// Makes a report of each assessment, and an index.html, in a folder of its own.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { paths, setOutput, vurdert } from './toolkit.mjs';

const { env } = process;
const site = path.join(env.RUNNER_TEMP, 'vurdert-site');
rmSync(site, { recursive: true, force: true });
const { code } = vurdert(['render', '--output-dir', site, '--edition', env.VURDERT_EDITION || 'public', '--', ...paths()], { show: true });
if (code === 0) setOutput('site', site);
process.exitCode = code;
