import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SmallS3, startSmallS3 } from '../../../../test/support/small-s3';
import { FileAbsent, type FileStore } from './file-store';
import { FolderStore } from './folder-store';
import { S3Store } from './s3-store';

const read = async (store: FileStore, key: string): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of await store.get(key)) parts.push(part);
  return Buffer.concat(parts);
};

let folder: string;
let s3: SmallS3;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-store-'));
  s3 = await startSmallS3();
});
afterAll(async () => {
  s3.close();
  await rm(folder, { recursive: true });
});

const s3Store = (accessKey = 'store-key'): S3Store =>
  new S3Store({
    bucket: 'files',
    prefix: 'soc',
    endpoint: s3.endpoint,
    region: 'eu-central-1',
    accessKey,
    secretKey: 'store-secret',
  });

const DRIVERS: readonly (readonly [string, () => FileStore])[] = [
  ['a folder', () => new FolderStore(join(folder, 'made', 'when-needed'))],
  ['an S3-like store', () => s3Store()],
];

describe.each(DRIVERS)('files kept in %s', (_, make) => {
  it('come back as they were, small, empty and large', async () => {
    const store = make();
    const large = Buffer.alloc(3_000_000, 'abc');
    await store.put('blobs/large', large);
    await store.put('blobs/empty', Buffer.alloc(0));
    expect((await read(store, 'blobs/large')).equals(large)).toBe(true);
    expect(await read(store, 'blobs/empty')).toHaveLength(0);
  });

  it('are replaced whole', async () => {
    const store = make();
    await store.put('blobs/again', Buffer.from('a longer first text'));
    await store.put('blobs/again', Buffer.from('second'));
    expect((await read(store, 'blobs/again')).toString()).toBe('second');
  });

  it('are forgotten, once and again', async () => {
    const store = make();
    await store.put('blobs/gone', Buffer.from('x'));
    await store.remove('blobs/gone');
    await store.remove('blobs/gone');
    await expect(store.get('blobs/gone')).rejects.toThrow(FileAbsent);
  });

  it('are forgotten by folder, and nothing beside it', async () => {
    const store = make();
    for (const key of ['uploads/1/a', 'uploads/1/b', 'uploads/12/a']) await store.put(key, Buffer.from('x'));
    await store.removeAll('uploads/1');
    await store.removeAll('uploads/1');
    await expect(store.get('uploads/1/a')).rejects.toThrow(FileAbsent);
    await expect(store.get('uploads/1/b')).rejects.toThrow(FileAbsent);
    expect((await read(store, 'uploads/12/a')).toString()).toBe('x');
  });

  it('are not found where nothing was put', async () => {
    await expect(make().get('blobs/never')).rejects.toThrow(FileAbsent);
  });

  it.each(['../secret', '/etc/passwd', 'a//b', 'a/../b', 'A', '', 'a\0'])(
    'have no key like %j',
    async (key) => {
      await expect(make().put(key, Buffer.from('x'))).rejects.toThrow('not a key');
      await expect(make().get(key)).rejects.toThrow('not a key');
    },
  );
});

describe('a folder of files', () => {
  it('is closed to other accounts, and a finished write leaves nothing beside its object', async () => {
    const root = join(folder, 'closed');
    await new FolderStore(root).put('blobs/one', Buffer.from('x'));
    expect((await stat(join(root, 'blobs', 'one'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(root, 'blobs'))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(root, 'blobs'))).toEqual(['one']);
  });
});

describe('an S3-like store', () => {
  it('is told everything under the prefix, signed', async () => {
    await s3Store().put('blobs/where', Buffer.from('x'));
    expect(s3.objects.has('files/soc/blobs/where')).toBe(true);
  });

  it('passes on that it was refused', async () => {
    await expect(s3Store('somebody-else').put('blobs/x', Buffer.from('x'))).rejects.toThrow();
  });
});
