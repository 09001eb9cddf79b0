import fc from 'fast-check';
import {
  correctionStage,
  decisionAwaited,
  type PastMove,
  proposedDate,
  refusedByHistory,
  reopeningAskedBy,
} from './history';
import { canMove, deriveState, type MoveFact, movesFrom, stateAfter } from './lifecycle';
import { OPEN_STATES, TRANSITIONS } from './transitions';
import {
  EXCHANGE_MOVES,
  EXCHANGE_SIDES,
  EXCHANGE_STATES,
  type ExchangeMove,
  type ExchangeState,
  type MoveBy,
} from './vocabulary';

/** A history as the engine lets it come about, with the state after each move. */
interface Walk {
  readonly moves: readonly PastMove[];
  readonly states: readonly ExchangeState[];
}

const MAKERS: readonly MoveBy[] = [...EXCHANGE_SIDES, 'SYSTEM'];
const DAYS = ['2026-12-07', '2026-12-14', '2027-01-11'] as const;

const sideOf = (by: MoveBy): PastMove['side'] => (by === 'SYSTEM' ? null : by);
const factOf = ({ move, side }: PastMove): MoveFact => ({ move, by: side ?? 'SYSTEM' });
const isOpen = (state: ExchangeState): boolean => OPEN_STATES.some((open) => open === state);

/** What may be done next: table and history both agree. */
const possible = (state: ExchangeState, moves: readonly PastMove[]): MoveFact[] =>
  MAKERS.flatMap((by) =>
    movesFrom(state, by)
      .filter((move) => by === 'SYSTEM' || refusedByHistory(moves, move, by) === null)
      .map((move) => ({ move, by })),
  );

/** Walks as the numbers say: each one chooses among the moves that are possible, until none is left. */
const walkBy = (choices: readonly number[]): Walk => {
  const moves: PastMove[] = [{ move: 'OPEN', side: 'REQUESTER', date: null }];
  const states: ExchangeState[] = ['DRAFT'];
  for (const choice of choices) {
    const state = states.at(-1) ?? 'DRAFT';
    const options = possible(state, moves);
    const next = options[choice % Math.max(options.length, 1)];
    if (next === undefined) break;
    const date = next.move === 'PROPOSE_DATE' ? (DAYS[choice % DAYS.length] ?? null) : null;
    moves.push({ move: next.move, side: sideOf(next.by), date });
    states.push(stateAfter(state, next.move));
  }
  return { moves, states };
};

const walks = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 60 }).map(walkBy);
const everyStep = (law: (moves: readonly PastMove[], state: ExchangeState) => void): void =>
  fc.assert(
    fc.property(walks, ({ moves, states }) => {
      for (const [at, state] of states.entries()) law(moves.slice(0, at + 1), state);
    }),
    { numRuns: 300 },
  );

describe('any history the engine lets come about', () => {
  it('says its state by its moves alone, and the state is one of the known ones', () => {
    everyStep((moves, state) => {
      expect(deriveState(moves.map(factOf))).toBe(state);
      expect(EXCHANGE_STATES).toContain(state);
    });
  });

  it('has no move by a side the table does not name', () => {
    everyStep((moves, state) => {
      for (const move of EXCHANGE_MOVES)
        for (const by of MAKERS)
          if (!TRANSITIONS[move].by.includes(by)) expect(canMove(state, move, by)).toBe(false);
      const { move, by } = factOf(moves.at(-1) ?? { move: 'OPEN', side: 'REQUESTER' });
      expect(TRANSITIONS[move].by).toContain(by);
    });
  });

  it('is not known to the replier before it is sent', () => {
    everyStep((moves, state) => {
      if (!moves.some(({ move }) => move === 'SEND')) expect(movesFrom(state, 'REPLIER')).toEqual([]);
    });
  });

  it('ends where it is deleted, and can go on everywhere else', () => {
    everyStep((moves, state) => {
      expect(possible(state, moves).length === 0).toBe(state === 'DELETED');
    });
  });

  it('never leaves an ended state by hand, but by a reopening both sides wanted', () => {
    everyStep((moves, state) => {
      if (state === 'REOPENED') {
        const asked = moves.findLast(({ move }) => move === 'ASK_REOPENING');
        const agreed = moves.findLast(({ move }) => move === 'AGREE_REOPENING');
        expect(asked?.side).not.toBe(agreed?.side);
        expect(asked).toBeDefined();
      }
      if (['WITHDRAWN', 'INVALIDATED', 'BLOCKED'].includes(state))
        expect(possible(state, moves).every(({ by }) => by === 'SYSTEM')).toBe(true);
    });
  });

  it('has a pending day only while the answer is being written', () => {
    everyStep((moves, state) => {
      const date = proposedDate(moves);
      if (date === null) return;
      expect(['ACCEPTED', 'REOPENED']).toContain(state);
      expect(decisionAwaited(moves)).toBe('REQUESTER');
      // The last one named is the one that is pending.
      expect(moves.findLast(({ move }) => move === 'PROPOSE_DATE')?.date).toBe(date);
    });
  });

  it('has a pending wish to reopen only while it is closed', () => {
    everyStep((moves, state) => {
      const asker = reopeningAskedBy(moves);
      if (asker === null) return;
      expect(state).toBe('CLOSED');
      expect(decisionAwaited(moves)).not.toBe(asker);
      expect(refusedByHistory(moves, 'ASK_REOPENING', 'REQUESTER')).toBe('exchange.reopeningAsked');
    });
  });

  it('awaits a decision exactly where a day or a reopening is pending', () => {
    everyStep((moves) => {
      const pending = proposedDate(moves) !== null || reopeningAskedBy(moves) !== null;
      expect(decisionAwaited(moves) !== null).toBe(pending);
    });
  });

  it('lets nobody correct what was never sent, nor anything after the end', () => {
    everyStep((moves, state) => {
      for (const by of EXCHANGE_SIDES) {
        const may = canMove(state, 'CORRECT', by) && refusedByHistory(moves, 'CORRECT', by) === null;
        if (may)
          expect(moves.some(({ move }) => move === (by === 'REQUESTER' ? 'SEND' : 'ANSWER'))).toBe(true);
        if (may) expect(isOpen(state)).toBe(true);
      }
    });
  });

  it('approves no correction and sends none back but one that waits, each side for itself', () => {
    everyStep((moves, state) => {
      const [last] = moves.slice(-1);
      const before = moves.slice(0, -1);
      if (last === undefined || last.side === null) return;
      if (last.move === 'APPROVE_CORRECTION' || last.move === 'SEND_CORRECTION_BACK')
        expect(correctionStage(before, last.side)).toBe('PENDING');
      if (last.move === 'SUBMIT_CORRECTION') {
        expect(correctionStage(before, last.side)).not.toBe('PENDING');
        expect(correctionStage(moves, last.side)).toBe('PENDING');
        expect(isOpen(state)).toBe(true);
      }
      if (last.move === 'CORRECT') expect(correctionStage(moves, last.side)).toBeNull();
      for (const other of EXCHANGE_SIDES)
        if (other !== last.side) expect(correctionStage(moves, other)).toBe(correctionStage(before, other));
    });
  });

  it('is void once the same was asked anew about another person, and nobody but the requester asks', () => {
    everyStep((moves, state) => {
      const at = moves.findIndex(({ move }) => move === 'ASK_ANEW');
      if (at < 0) return;
      expect(moves[at]?.side).toBe('REQUESTER');
      expect(moves.slice(0, at).some(({ move }) => move === 'SEND')).toBe(true);
      expect(['INVALIDATED', 'BLOCKED', 'DELETED']).toContain(state);
      expect(decisionAwaited(moves)).toBeNull();
    });
  });

  it('visits every state and makes every move sooner or later', () => {
    const made = new Set<ExchangeMove>();
    const seen = new Set<ExchangeState>();
    for (const walk of fc.sample(walks, { numRuns: 4_000, seed: 20_191_122 })) {
      walk.moves.forEach(({ move }) => made.add(move));
      walk.states.forEach((state) => seen.add(state));
    }
    expect([...seen].sort()).toEqual([...EXCHANGE_STATES].sort());
    expect([...made].sort()).toEqual([...EXCHANGE_MOVES].sort());
  });
});
