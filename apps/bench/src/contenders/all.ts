import type { Officer } from '../operations/operation';
import { say } from '../say';
import type { Contender, Running } from './contender';
import { floor } from './floor';
import { freePort } from './free-port';
import { nest } from './nest';
import { ours } from './ours';
import { postgraphile } from './postgraphile';

/** All contenders; the first is the one the others are compared with. */
export const CONTENDERS: readonly Contender[] = [ours, floor, postgraphile, nest];

/** Starts all contenders on one database. */
export const startAll = async (
  databaseUrl: string,
  home: string,
  officers: readonly Officer[],
): Promise<Running[]> => {
  const running: Running[] = [];
  try {
    for (const contender of CONTENDERS) {
      const logFile = `${home}/${contender.name}.log`;
      const port = await freePort();
      const server = await contender.start({ port, databaseUrl, logFile, officers });
      running.push(server);
      say(`  ✓ ${contender.title.padEnd(34)}${(server.startMs / 1000).toFixed(1)} s to its first answer`);
    }
    return running;
  } catch (error) {
    await stopAll(running);
    throw error;
  }
};

/** Stops the servers of a run. */
export const stopAll = async (running: readonly Running[]): Promise<void> => {
  for (const server of running) await server.stop();
};
