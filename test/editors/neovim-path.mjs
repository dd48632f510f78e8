import { execFileSync } from 'node:child_process';

/** Neovim: NVIM_PATH, or `nvim` on the path. Throws a sentence that says what to do where there is none. */
export function neovimPath() {
  const program = process.env.NVIM_PATH || 'nvim';
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Error(`Fant ikke Neovim (${program}). Installer den (Debian og Ubuntu: apt install neovim), eller sett NVIM_PATH.`);
  }
  return program;
}
