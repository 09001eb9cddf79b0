import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './errors.ts';
import { birthmark, isAlive } from './processes.ts';

/*
 * A lock that ends with its process, even one killed without warning. Each taking is a file of its own, numbered
 * upwards (`name.1`, `name.2` …); the highest one holds. A stale one is never replaced but outnumbered, and a hard
 * link creates the next number for exactly one process, so two can never both believe they took over.
 */

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly birthmark: string;
}

/** A lock that was taken. */
export interface Lock {
  release(): Promise<void>;
}

/** This process as a holder. */
export function self(): Holder {
  return { pid: process.pid, birthmark: birthmark(process.pid) };
}

/** True while the very process that is meant still runs, not a later one that was given its id. */
export function stillRuns(holder: Holder): boolean {
  return isAlive(holder.pid) && birthmark(holder.pid) === holder.birthmark;
}

/** Takes a lock, or tells who holds it. */
export async function takeLock(path: string): Promise<Lock | Holder> {
  await mkdir(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(mine, JSON.stringify(self()));
  try {
    for (;;) {
      const last = (await numbers(path)).at(-1) ?? 0;
      const holder = last === 0 ? null : await readHolder(`${path}.${last}`);
      if (holder && stillRuns(holder)) return holder;
      if (await takeNumber(path, last + 1, mine)) return { release: () => releaseNumber(path, last + 1) };
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Takes a lock, waiting for it as long as its holder lives. */
export async function waitForLock(path: string): Promise<Lock> {
  for (;;) {
    const taken = await takeLock(path);
    if ('release' in taken) return taken;
    await sleep(200);
  }
}

async function takeNumber(path: string, number: number, mine: string): Promise<boolean> {
  const file = `${path}.${number}`;
  try {
    await link(mine, file);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  const all = await numbers(path);
  // Somebody took a higher number while this one was free again: theirs holds.
  if (all.at(-1) !== number) {
    await rm(file, { force: true });
    return false;
  }
  await Promise.all(all.filter((one) => one < number).map((one) => rm(`${path}.${one}`, { force: true })));
  return true;
}

/** The number stays in use: numbers must not begin again while somebody may still be looking at an old one. */
async function releaseNumber(path: string, number: number): Promise<void> {
  const empty = `${path}.${process.pid}-released`;
  await writeFile(empty, '{}');
  await rename(empty, `${path}.${number}`);
}

async function numbers(path: string): Promise<number[]> {
  const start = `${basename(path)}.`;
  const names = await readdir(dirname(path));
  return names
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .map((name) => Number(name.slice(start.length)))
    .sort((one, other) => one - other);
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
