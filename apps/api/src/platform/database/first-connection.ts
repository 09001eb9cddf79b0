import { setTimeout as pause } from 'node:timers/promises';
import { codeForDatabaseFailure } from '../errors/sqlstate';

/** Pauses in ms between tries: half a minute in all, as long as a PostgreSQL takes to come back from a crash. */
const PAUSES = [250, 500, 1_000, 2_000, 4_000, 8_000, 8_000];

/**
 * Connects a starting process to its database. One that is not there yet is waited for; one that refuses (a wrong
 * password, no such database) is the operator's to mend and is told at once.
 * @param connect opens the connection
 * @throws what the last try threw
 */
export const firstConnection = async <T>(
  connect: () => Promise<T>,
  pauses: readonly number[] = PAUSES,
): Promise<T> => {
  for (const ms of pauses) {
    try {
      return await connect();
    } catch (error) {
      if (codeForDatabaseFailure(error) !== 'service.unavailable') throw error;
      await pause(ms);
    }
  }
  return connect();
};
