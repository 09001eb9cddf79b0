import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lock, self, takeLock, waitForLock } from './lock.ts';
import { birthmark } from './processes.ts';

describe('a lock', () => {
  let folder: string;
  let path: string;
  const take = async (): Promise<Lock | null> => {
    const taken = await takeLock(path);
    return 'release' in taken ? taken : null;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'soc-lock-'));
    path = join(folder, 'deep', 'lock');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is taken once, told who has it, and given back', async () => {
    const lock = await take();
    expect(await takeLock(path)).toEqual(self());
    await lock?.release();
    expect(await take()).not.toBeNull();
    expect(readdirSync(join(folder, 'deep'))).toEqual(['lock.2']);
  });

  it('ends with its process, even one that was killed', async () => {
    await take();
    const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    const pid = other.pid ?? 0;
    writeFileSync(`${path}.1`, JSON.stringify({ pid, birthmark: birthmark(pid) }));
    const held = await take();
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(held).toBeNull();
    expect(await take()).not.toBeNull();
    expect(JSON.parse(readFileSync(`${path}.2`, 'utf8'))).toEqual(self());
  });

  it('is not held by a later process that was given the same id', async () => {
    await take();
    writeFileSync(`${path}.1`, JSON.stringify({ pid: process.pid, birthmark: 'of another time' }));
    expect(await take()).not.toBeNull();
  });

  it('goes to exactly one of many that find it stale at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      const last =
        readdirSync(folder).length === 0 ? 0 : Number(readdirSync(join(folder, 'deep'))[0]?.split('.')[1]);
      if (last > 0) writeFileSync(`${path}.${last}`, JSON.stringify({ pid: 2 ** 30, birthmark: '1' }));
      const results = await Promise.all(Array.from({ length: 20 }, take));
      expect(results.filter((lock) => lock !== null)).toHaveLength(1);
    }
  });

  it('is waited for', async () => {
    const first = await waitForLock(path);
    const order: string[] = [];
    const second = waitForLock(path).then(() => order.push('second'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    order.push('released');
    await first.release();
    await second;
    expect(order).toEqual(['released', 'second']);
  });
});
