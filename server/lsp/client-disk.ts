/** A disk that the client reads for us: in a web worker, which has none, and where files lie elsewhere than on a disk (`vscode-vfs:`). */
import { DiskProblem, type Disk, type DiskEntry } from '../workspace/disk.ts';
import { uriOfAddress } from '../workspace/uris.ts';
import { bytesOf } from './base64.ts';
import { FILE, FILE_KIND, FOLDER, type FileAnswer, type FileParams } from './protocol.ts';

type Ask = <R>(method: string, params: FileParams) => Promise<R>;

/** @param answers whether the client has said that it reads files; where it does not, there is nothing anywhere */
export function clientDisk(ask: Ask, answers: () => boolean): Disk {
  const asked = async <T>(method: string, address: string, without: () => T): Promise<T> => {
    if (!answers()) return without();
    const answer = await ask<FileAnswer<T>>(method, { uri: uriOfAddress(address) });
    if ('problem' in answer) throw new DiskProblem(answer.problem, address, answer.detail);
    return answer.found;
  };
  const missing = (address: string) => (): never => {
    throw new DiskProblem('missing', address);
  };
  return {
    kindOf: async (address) => (await asked<'file' | 'folder' | 'other' | null>(FILE_KIND, address, () => null)) ?? undefined,
    list: (address) => asked<DiskEntry[]>(FOLDER, address, () => []),
    read: async (address) => bytesOf(await asked<string>(FILE, address, missing(address))),
    join: (folder, name) => `${folder}/${name}`,
  };
}

/** `local` for what lies on the machine's own disk (`file:`), `other` for the rest. */
export function eitherDisk(local: Disk, other: Disk): Disk {
  const at = (address: string): Disk => (address.startsWith('file:') ? local : other);
  return { kindOf: (address) => at(address).kindOf(address), list: (address) => at(address).list(address), read: (address) => at(address).read(address), join: local.join };
}
