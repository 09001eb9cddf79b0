import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Gate, type Way } from '../faults/gate';
import { checkAway } from './record';
import type { Ending, Scenario } from './scenario';
import type { Stage } from './stage';
import { checkBack, whileWorking, type Working } from './working';

/** As long as the promise says; the other ways of being away show the same in less. */
const AWAY_MS = 30_000;
const SHORTER_MS = 8_000;
const LONGEST_ANSWER_MS = 2_000;
const BACK_MS = 5_000;
const PATIENCE_MS = 30_000;
const FILE = 'apps/chaos/src/scenarios/away.ts';

/** Takes the database away for a while and asks how the product took it. */
const takeAway = async (
  { record, work, fault }: Working,
  what: string,
  awayMs: number,
  change: (away: boolean) => void,
): Promise<{
  readonly problems: Ending['problems'];
  readonly figures: { readonly [name: string]: number };
}> => {
  await work(20, PATIENCE_MS);
  fault(what);
  const from = performance.now();
  change(true);
  await sleep(awayMs);
  const to = performance.now();
  change(false);
  const back = await work(5, PATIENCE_MS);
  // What was asked in the last moments may be answered by a database that is back.
  const asked = { from, to: to - LONGEST_ANSWER_MS, longestMs: LONGEST_ANSWER_MS };
  return {
    problems: [...checkAway(record, asked), ...checkBack('after the database was back', back, BACK_MS)],
    figures: {
      'answers while it was away': record.within(from, to).length,
      'ms the longest wait took': record.longest(from, to - LONGEST_ANSWER_MS),
      'ms until it worked again': back ?? -1,
    },
  };
};

const behindGate = async (stage: Stage, name: string, way: Way, awayMs: number): Promise<Ending> => {
  const { folder, name: socket } = stage.postgres.socket;
  const gate = new Gate(join(stage.settings.home, `${name}-gate`), socket, join(folder, socket));
  await gate.listen();
  try {
    return await whileWorking(stage, { name, webs: 1, socketDir: gate.folder }, (working) =>
      takeAway(working, `the way to the database is ${way}`, awayMs, (away) => gate.set(away ? way : 'open')),
    );
  } finally {
    gate.close();
  }
};

/** The database is behind a pulled cable: connections stand, and nothing comes through. */
export const unreachable: Scenario = {
  name: 'unreachable',
  title:
    'a database that cannot be reached for 30 s is answered with 503 within 2 s, and normal within 5 s after',
  file: FILE,
  alone: false,
  run: (stage) => behindGate(stage, 'unreachable', 'silent', AWAY_MS),
};

/** Every connection is broken, and every new one too. */
export const brokenOff: Scenario = {
  name: 'broken-off',
  title: 'a database that breaks every connection is answered with 503 within 2 s',
  file: FILE,
  alone: false,
  run: (stage) => behindGate(stage, 'broken-off', 'broken', SHORTER_MS),
};

/** The processes of the database are stopped, as on a machine that hangs. */
export const stopped: Scenario = {
  name: 'stopped',
  title: 'a database that is stopped is answered with 503 within 2 s, and normal within 5 s after',
  file: FILE,
  alone: true,
  run: (stage) =>
    whileWorking(stage, { name: 'stopped', webs: 1 }, (working) =>
      takeAway(working, 'SIGSTOP of every process of the database', SHORTER_MS, (away) => {
        if (away) stage.postgres.pause();
        else stage.postgres.resume();
      }),
    ),
};
