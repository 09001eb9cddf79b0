import type { Engine } from '../engine';
import type { ExchangeFact, Facts, MoveFact, Problem } from '../facts';
import { groupBy } from '../grouping';

const problem = (detail: string): Problem => ({ rule: 'the path is one of the engine', detail });

const derived = (engine: Engine, moves: readonly MoveFact[]): { state: string } | { reason: string } => {
  try {
    return { state: engine.deriveState(moves.map(({ move, side }) => ({ move, by: side ?? 'SYSTEM' }))) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
};

const judge = (engine: Engine, { id, state }: ExchangeFact, moves: readonly MoveFact[]): Problem[] => {
  const gap = moves.findIndex(({ sequence }, at) => sequence !== at + 1);
  if (gap >= 0) return [problem(`the moves of ${id} have a gap before ${moves[gap]?.sequence ?? 0}`)];
  const said = derived(engine, moves);
  if ('reason' in said) return [problem(`${id}: ${said.reason}`)];
  const stored = moves.at(-1)?.stateAfter ?? 'nothing';
  return said.state === state && stored === state
    ? []
    : [problem(`${id} is ${state}, its moves lead to ${said.state}, the last of them says ${stored}`)];
};

/** Every exchange has moves 1 … n that the engine allows one after the other, and its state is what they lead to. */
export const checkPath = (engine: Engine, { exchanges, moves }: Facts): readonly Problem[] => {
  const movesOf = groupBy(moves, ({ exchangeId }) => exchangeId);
  return exchanges.flatMap((exchange) => judge(engine, exchange, movesOf.get(exchange.id) ?? []));
};
