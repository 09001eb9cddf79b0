import { startAll, stopAll } from '../contenders/all';
import type { Running } from '../contenders/contender';
import { type BenchDatabase, prepare } from '../data/prepare';
import { compare } from '../operations/compare';
import { type Call, type Officer, type OperationName, OPERATIONS } from '../operations/operation';
import { rowCounter } from '../operations/rows';
import { busiestInboxes, sampleCalls } from '../operations/sample';
import { makeTurns, type Turns } from '../operations/turns';
import { step } from '../say';
import type { Settings } from '../settings';

/** An operation with the calls that all contenders get. */
export interface Work {
  readonly operation: OperationName;
  readonly calls: readonly Call[];
  readonly turns: Turns;
}

/** All servers up on one fresh copy of the data, and what to ask them. */
export interface Session {
  readonly database: BenchDatabase;
  readonly servers: readonly Running[];
  readonly work: readonly Work[];
  /** Full pages, to compare their cost at two sizes of the data. */
  readonly busiest: readonly Call[];
}

const officersOf = (calls: readonly (readonly Call[])[]): Officer[] => [
  ...new Map(calls.flat().map(({ officer }) => [officer.accountId, officer])).values(),
];

const chosen = ({ only }: Settings): readonly OperationName[] => {
  if (only === null) return OPERATIONS;
  const found = OPERATIONS.filter((name) => name === only);
  if (found.length === 0) throw new Error(`There is no operation ${only}: ${OPERATIONS.join(', ')}.`);
  return found;
};

/** Prepares the data, starts all contenders, does the work and clears up. */
export const withSession = async <T>(
  settings: Settings,
  work: (session: Session) => Promise<T>,
): Promise<T> => {
  const database = await prepare(settings);
  try {
    const calls = await sampleCalls(database.superuserUrl);
    const busiest = await busiestInboxes(database.superuserUrl);
    const officers = officersOf([...Object.values(calls), busiest]);
    const servers = await startAll(database.ownerUrl, settings.home, officers);
    try {
      const works = chosen(settings)
        .filter((operation) => calls[operation].length > 0)
        .map((operation) => ({
          operation,
          calls: calls[operation],
          turns: makeTurns(operation, calls[operation]),
        }));
      return await work({ database, servers, work: works, busiest });
    } finally {
      await stopAll(servers);
    }
  } finally {
    await database.drop();
  }
};

/** Compares the answers of all servers, operation by operation. @throws Error with the first difference */
export const compareAll = async ({ database, servers, work }: Session): Promise<void> => {
  const countRows = rowCounter(database.superuserUrl);
  for (const { operation, calls, turns } of work)
    await step(`equal answers: ${operation}`, () => compare(servers, operation, { calls, turns }, countRows));
};
