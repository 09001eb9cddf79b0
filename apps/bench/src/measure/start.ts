import type { Contender, ContenderName, Place } from '../contenders/contender';
import { setTimeout as sleep } from 'node:timers/promises';
import { rssOf } from './cpu';
import { median, rounded } from './figures';

/** A warm start: files in the page cache, schema in place. */
export interface Start {
  readonly contender: ContenderName;
  readonly firstAnswerMs: number;
  readonly idleRssMb: number;
}

const IDLE_MS = 3_000;

/** Starts a server a few times and looks at it once it has nothing to do. */
export const measureStart = async (contender: Contender, place: Place, times: number): Promise<Start> => {
  const starts: number[] = [];
  const memory: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const server = await contender.start({ ...place, officers: [] });
    starts.push(server.startMs);
    await sleep(IDLE_MS);
    memory.push(rssOf(server.pid));
    await server.stop();
  }
  return {
    contender: contender.name,
    firstAnswerMs: Math.round(median(starts)),
    idleRssMb: rounded(median(memory)),
  };
};
