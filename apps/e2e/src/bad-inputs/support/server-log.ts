import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { shared } from '../../shared-state';

const file = (): string => join(shared().dataDir, 'api.log');

/** The place in the server's log that has been reached. */
export const logEnd = (): number => statSync(file()).size;

/**
 * Failures the server noted since a place in its log. It notes every answer of its own fault there, those of fields too
 * whose answer nobody saw any more.
 */
export const failuresSince = (place: number): readonly string[] =>
  readFileSync(file())
    .subarray(place)
    .toString('utf8')
    .split('\n')
    .filter((line) => /"level":"(?:error|fatal)"/.test(line))
    .map((line) => line.slice(0, 1_500));
