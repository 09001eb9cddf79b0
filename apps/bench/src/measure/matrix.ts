import type { ContenderName, Running } from '../contenders/contender';
import type { OperationName } from '../operations/operation';
import type { Work } from '../run/session';
import { say } from '../say';
import { type Cell, letWarmUp, measureCell, type Times } from './closed-loop';
import { median, rounded } from './figures';

/** One line of the result: a server in an operation at a concurrency, medians over the rounds. */
export interface Line extends Cell {
  readonly operation: OperationName;
  readonly connections: number;
  readonly contender: ContenderName;
}

/** What the measurements cover. */
export interface MatrixPlan extends Times {
  /** Seconds each server answers an operation before any cell of it: engines compile what is called thousands of times. */
  readonly firstWarmUp: number;
  readonly connections: readonly number[];
  readonly rounds: number;
}

/** The middle of the rounds, figure by figure. */
const middle = (cells: readonly Cell[]): Cell => {
  const of = (name: keyof Cell): number => rounded(median(cells.map((cell) => cell[name])));
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p97: of('p97'),
    p99: of('p99'),
    nodeMs: of('nodeMs'),
    databaseMs: of('databaseMs'),
    rssMb: of('rssMb'),
    failed: cells.reduce((sum, { failed }) => sum + failed, 0),
  };
};

/** Measures all servers in alternation: whatever the machine does meanwhile, it does to all of them. */
export const measureMatrix = async (
  servers: readonly Running[],
  works: readonly Work[],
  plan: MatrixPlan,
  databasePid: number,
): Promise<Line[]> => {
  const lines: Line[] = [];
  for (const work of works) {
    for (const server of servers) await letWarmUp(server, work, plan.firstWarmUp);
    for (const connections of plan.connections) {
      const cells = new Map<Running, Cell[]>(servers.map((server) => [server, []]));
      for (let round = 0; round < plan.rounds; round += 1)
        for (const [server, list] of cells)
          list.push(await measureCell(server, work, connections, plan, databasePid));
      for (const [server, list] of cells)
        lines.push({ operation: work.operation, connections, contender: server.name, ...middle(list) });
      const shown = [...cells].map(([{ name }, list]) => `${name} ${Math.round(middle(list).perSecond)}`);
      say(`  ✓ ${`${work.operation}, ${connections} at a time`.padEnd(34)}${shown.join(', ')} per second`);
    }
  }
  return lines;
};
