import { awaitedSide, canMove, deriveState, ImpossibleHistory, type MoveFact, movesFrom } from './lifecycle';
import { isReason, REASON_OTHER, REASONS } from './reasons';
import { INTERNAL_STATES, MOVES_IN_SERVICE, OPEN_STATES, REASON_LISTS, TRANSITIONS } from './transitions';
import { EXCHANGE_MOVES, EXCHANGE_STATES, type ExchangeState, type MoveBy } from './vocabulary';

const SIDES: readonly MoveBy[] = ['REQUESTER', 'REPLIER', 'SYSTEM'];

const facts = (...moves: readonly (readonly [MoveFact['move'], MoveBy])[]): MoveFact[] =>
  moves.map(([move, by]) => ({ move, by }));

const JOURNEY = facts(
  ['OPEN', 'REQUESTER'],
  ['SEND', 'REQUESTER'],
  ['ACCEPT', 'REPLIER'],
  ['ANSWER', 'REPLIER'],
  ['CLOSE', 'REQUESTER'],
);

/** Every state some sequence of allowed moves leads to. */
const reachable = (): ReadonlySet<ExchangeState> => {
  const seen = new Set<ExchangeState>(['DRAFT']);
  for (const state of seen)
    for (const by of SIDES) for (const move of movesFrom(state, by)) seen.add(TRANSITIONS[move].to ?? state);
  return seen;
};

describe('the engine as data', () => {
  it.each([
    [1, 'DRAFT'],
    [2, 'SENT'],
    [3, 'ACCEPTED'],
    [4, 'ANSWERED'],
    [5, 'CLOSED'],
  ])('after %i moves of the first journey the state is %s', (count, state) => {
    expect(deriveState(JOURNEY.slice(0, count))).toBe(state);
  });

  it('keeps the state for moves that only leave a trace', () => {
    expect(deriveState([...JOURNEY.slice(0, 3), ...facts(['REMIND', 'REQUESTER'])])).toBe('ACCEPTED');
  });

  it('names the first move that cannot have happened, and the state it met', () => {
    const history = [...JOURNEY.slice(0, 2), ...facts(['ANSWER', 'REPLIER'], ['CLOSE', 'REQUESTER'])];
    const attempt = (): ExchangeState => deriveState(history);
    expect(attempt).toThrow(ImpossibleHistory);
    expect(attempt).toThrow('move 2 (ANSWER by REPLIER) is impossible from SENT');
  });

  it('begins with OPEN, once, and never without it', () => {
    expect(() => deriveState([])).toThrow();
    expect(() => deriveState(facts(['SEND', 'REQUESTER']))).toThrow(ImpossibleHistory);
    expect(EXCHANGE_STATES.some((state) => canMove(state, 'OPEN', 'REQUESTER'))).toBe(false);
    expect(EXCHANGE_MOVES.filter((move) => canMove(null, move, 'REQUESTER'))).toEqual(['OPEN']);
  });

  it('leads to every state, and from every state but the last one onwards', () => {
    expect([...reachable()].sort()).toEqual([...EXCHANGE_STATES].sort());
    const final = EXCHANGE_STATES.filter((state) => SIDES.every((by) => movesFrom(state, by).length === 0));
    expect(final).toEqual(['DELETED']);
  });

  it('gives the replier nothing to do before the exchange has left the requester', () => {
    for (const state of INTERNAL_STATES) expect(movesFrom(state, 'REPLIER')).toEqual([]);
  });

  it('lets the requester withdraw and invalidate while the exchange is open, and only then', () => {
    const from = (move: 'WITHDRAW' | 'INVALIDATE'): ExchangeState[] =>
      EXCHANGE_STATES.filter((state) => canMove(state, move, 'REQUESTER'));
    expect(new Set(from('WITHDRAW'))).toEqual(new Set(OPEN_STATES));
    expect(new Set(from('INVALIDATE'))).toEqual(new Set(OPEN_STATES));
    expect(EXCHANGE_STATES.some((state) => canMove(state, 'WITHDRAW', 'REPLIER'))).toBe(false);
  });

  it('blocks and deletes by rule, never by hand', () => {
    const byHand = (['REQUESTER', 'REPLIER'] as const).flatMap((by) =>
      EXCHANGE_STATES.flatMap((state) => movesFrom(state, by)),
    );
    expect(byHand).not.toContain('BLOCK');
    expect(byHand).not.toContain('DELETE');
    expect(movesFrom('BLOCKED', 'SYSTEM')).toEqual(['DELETE']);
  });

  it('waits only for a side that can do something', () => {
    for (const state of EXCHANGE_STATES) {
      const side = awaitedSide(state);
      if (side !== null) expect(movesFrom(state, side)).not.toEqual([]);
    }
  });

  it('brings the first case to its end with the moves in service', () => {
    expect(MOVES_IN_SERVICE).toEqual(expect.arrayContaining(JOURNEY.map(({ move }) => move)));
  });
});

describe('coded reasons', () => {
  it.each(REASON_LISTS)('%s: each code once, "other" at the end, words in three languages', (list) => {
    const codes = REASONS[list].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.at(-1)).toBe(REASON_OTHER);
    for (const { label } of REASONS[list])
      expect(Object.values(label).every((text) => text.trim() !== '')).toBe(true);
  });

  it('every move that asks for a reason names a list, and the list knows its codes', () => {
    const lists = EXCHANGE_MOVES.flatMap((move) => TRANSITIONS[move].reasons ?? []);
    expect(new Set(lists)).toEqual(new Set(REASON_LISTS));
    expect(isReason('REFUSE', '01')).toBe(true);
    expect(isReason('REFUSE', '42')).toBe(false);
  });

  it('writes Romanian with comma-below letters', () => {
    const romanian = REASON_LISTS.flatMap((list) => REASONS[list].map(({ label }) => label.ro)).join(' ');
    expect(romanian).not.toMatch(/[\u015E\u015F\u0162\u0163]/);
  });
});
