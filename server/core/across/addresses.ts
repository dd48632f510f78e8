/**
 * Files are known by their address: the URI, decoded (`file:///kommune/åpen.ip.yaml`). A link is written as the way from
 * one file to another, with `/` between folders; no address is ever built from anything else.
 */

/** The address that a link means, written in the file at `from`; undefined where it is no relative path. */
export function addressOf(from: string, written: string): string | undefined {
  const path = written.trim().replaceAll('\\', '/');
  if (path === '' || /^[a-z][a-z\d+.-]*:|^\/|[\r\n\0]/i.test(path)) return undefined;
  const { root, steps } = split(from);
  const way = steps.slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') {
      if (!way.length) return undefined;
      way.pop();
    } else if (step !== '.' && step !== '') way.push(step);
  }
  return root + way.join('/');
}

/** How the file at `from` writes a link to `to`: `./x.ip.yaml`, `../felles/x.ip.yaml`. */
export function linkTo(from: string, to: string): string {
  const here = split(from).steps.slice(0, -1);
  const there = split(to).steps;
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  const up = here.slice(common).map(() => '..');
  return [...(up.length ? up : ['.']), ...there.slice(common)].join('/');
}

/** Whether the address lies in one of these folders. */
export function isWithin(address: string, folders: readonly string[]): boolean {
  return folders.some((folder) => address.startsWith(folder.endsWith('/') ? folder : `${folder}/`));
}

/** A file as another one speaks of it: its name beside it, the way there from elsewhere. */
export function fileFrom(from: string, to: string): string {
  return linkTo(from, to).replace(/^\.\//, '');
}

/** A file as the whole workspace speaks of it: the way from its folder, which is named where there are several. Its name, outside them. */
export function fileAmong(folders: readonly string[], address: string): string {
  const [home] = folders.filter((folder) => isWithin(address, [folder])).sort((a, b) => a.length - b.length);
  if (home === undefined) return nameIn(address);
  const folder = home.replace(/\/$/, '');
  const way = address.slice(folder.length + 1);
  return folders.length > 1 ? `${nameIn(folder)}/${way}` : way;
}

/** The last part of an address. */
export function nameIn(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}

/** `file:///` or `vscode-vfs://github/` and the steps behind it. */
function split(address: string): { root: string; steps: string[] } {
  const root = /^[a-z][a-z\d+.-]*:(?:\/\/[^/]*)?\/?/i.exec(address)?.[0] ?? '';
  return { root, steps: address.slice(root.length).split('/') };
}
