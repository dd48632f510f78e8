/** URIs as clients write them for places that are no disk. */
import { describe, expect, it } from 'vitest';
import { addressOf, linkTo, nameIn } from '../../server/core/across/addresses.ts';
import { clientDisk, eitherDisk } from '../../server/lsp/client-disk.ts';
import { noDisk } from '../../server/workspace/disk.ts';
import { addressOfUri, uriOfAddress } from '../../server/workspace/uris.ts';

const URIS = [
  'file:///kommune/%C3%A5pen%20mappe/x.ip.yaml', 'file:///c%3A/kommune/x.ip.yaml', 'vscode-vfs://github/kommune/vurderinger/x.ip.yaml',
  'vscode-vfs://github%2B7b2276223a317d/kommune/vurderinger/x.ip.yaml', 'vscode-remote://wsl%2Bubuntu/home/x.ip.yaml', 'vscode-remote://127.0.0.1:8080/home/x.ip.yaml',
  'vscode-test-web://mount/x.ip.yaml', 'memfs:/kommune/x.ip.yaml', 'tmp:/x.ip.yaml', 's3://lager/x.ip.yaml',
];

describe('a URI, its address, and back', () => {
  it.each(URIS)('%s', (uri) => {
    const address = addressOfUri(uri);
    expect(uriOfAddress(address)).toBe(uri);
    const other = addressOf(address, './felles/y.plm.yaml')!;
    expect(uriOfAddress(other)).toBe(uri.replace('x.ip.yaml', 'felles/y.plm.yaml'));
    expect(linkTo(address, other)).toBe('./felles/y.plm.yaml');
    expect(nameIn(other)).toBe('y.plm.yaml');
    expect(addressOf(address, '../'.repeat(12) + 'etc/passwd')).toBeUndefined();
  });
});

describe('files that the client reads', () => {
  it('are none where the client has not said that it reads them', async () => {
    const disk = clientDisk(() => Promise.reject(new Error('must not be asked')), () => false);
    expect(await disk.kindOf('memfs:/x')).toBeUndefined();
    expect(await disk.list('memfs:/')).toEqual([]);
    await expect(disk.read('memfs:/x')).rejects.toMatchObject({ reason: 'missing' });
  });

  it('keep the reason why they cannot be read', async () => {
    const disk = clientDisk(<R>() => Promise.resolve({ problem: 'no-access', detail: 'NoPermissions' } as R), () => true);
    await expect(disk.read('memfs:/x')).rejects.toMatchObject({ reason: 'no-access', detail: 'NoPermissions' });
  });

  it('are those that lie on no disk: a server with one reads its own', async () => {
    const asked: string[] = [];
    const disk = eitherDisk(noDisk, clientDisk(<R>(_: string, { uri }: { uri: string }) => {
      asked.push(uri);
      return Promise.resolve({ found: 'file' } as R);
    }, () => true));
    expect(await disk.kindOf('vscode-vfs://github/a/x.ip.yaml')).toBe('file');
    expect(await disk.kindOf('file:///a/x.ip.yaml')).toBeUndefined();
    expect(asked).toEqual(['vscode-vfs://github/a/x.ip.yaml']);
  });
});
