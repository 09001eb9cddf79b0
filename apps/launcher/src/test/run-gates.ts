import { availableParallelism } from 'node:os';
import { done, failed, say, since } from '../tools/ui.ts';
import type { StaticGate } from './gates.ts';
import { noTally, type Tally } from './tally.ts';

const atOnce = Math.max(1, Math.min(4, availableParallelism()));

/** Runs the gates, a few at a time. One line each with its time; what a gate says only when it fails. */
export async function runGates(gates: readonly StaticGate[]): Promise<Tally> {
  const waiting = [...gates];
  const tally = { ...noTally };
  const work = async (): Promise<void> => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      const started = performance.now();
      const problem = await gate.run().catch((error: unknown) => describe(error));
      if (problem === null) {
        tally.passed += 1;
        done(gate.name, since(started));
      } else {
        tally.failed += 1;
        failed(gate.name, since(started));
        say(indent(problem));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return tally;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function indent(text: string): string {
  return text.replace(/^/gm, '      ');
}
