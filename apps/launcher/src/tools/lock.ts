import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './errors.ts';
import { birthmark, isAlive } from './processes.ts';

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly birthmark: string;
}

/** This process as a holder. */
export function self(): Holder {
  return { pid: process.pid, birthmark: birthmark(process.pid) };
}

/** True while the very process that is meant still runs, not a later one that was given its id. */
export function stillRuns(holder: Holder): boolean {
  return isAlive(holder.pid) && birthmark(holder.pid) === holder.birthmark;
}

/**
 * Takes a lock that ends with its process, even one killed without warning.
 * @returns null when it was taken, else who holds it
 */
export async function takeLock(path: string): Promise<Holder | null> {
  await mkdir(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(mine, JSON.stringify(self()));
  try {
    for (;;) {
      // A hard link is the one step that either creates the name with its content or fails.
      if (await linked(mine, path)) return null;
      const holder = await readHolder(path);
      if (holder && stillRuns(holder)) return holder;
      await setAside(path, holder, mine);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Gives a lock back. */
export async function releaseLock(path: string): Promise<void> {
  const holder = await readHolder(path);
  if (holder?.pid === process.pid) await rm(path, { force: true });
}

/** Takes a lock, waiting for it as long as its holder lives. */
export async function waitForLock(path: string): Promise<void> {
  while ((await takeLock(path)) !== null) await sleep(200);
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead holder's lock away; puts it back when another starter was quicker and it is alive after all. */
async function setAside(path: string, dead: Holder | null, mine: string): Promise<void> {
  const aside = `${mine}.stale`;
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  const found = await readHolder(aside);
  if (found && found.pid !== dead?.pid && stillRuns(found)) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const { pid, birthmark: mark } = value as Partial<Holder>;
    return typeof pid === 'number' && typeof mark === 'string' ? { pid, birthmark: mark } : null;
  } catch {
    return null;
  }
}
