/** The folders and YAML files below a folder, for those who choose among them. */
import { isYaml } from './assessments.ts';
import type { Disk } from './disk.ts';

/** Steps down, and entries in all: enough to choose from, and no more than a list can show. */
const DEPTH = 3;
const MOST = 300;

/** By path from the folder, in order; folders end in `/`. What cannot be read is left out. */
export async function yamlBelow(disk: Disk, folder: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (at: string, path: string, depth: number): Promise<void> => {
    const entries = await disk.list(at).catch(() => []);
    for (const { name, kind } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (found.length >= MOST || name === 'node_modules' || name.startsWith('.')) continue;
      if (kind === 'folder') {
        found.push(`${path}${name}/`);
        if (depth < DEPTH) await visit(disk.join(at, name), `${path}${name}/`, depth + 1);
      } else if (kind === 'file' && isYaml(name) && !(path === '' && name === 'vurdert.config.yaml')) found.push(`${path}${name}`);
    }
  };
  await visit(folder, '', 1);
  return found;
}
