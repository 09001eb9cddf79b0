import type { Engine } from '../src/history/engine';
import type { HistoryEvent, OperationName } from '../src/history/events';
import type { Facts, MoveFact, OutboxFact } from '../src/history/facts';

const CASE = 'case-1';
const PATH: readonly (readonly [OperationName, string])[] = [
  ['OPEN', 'DRAFT'],
  ['SAVE', 'DRAFT'],
  ['SEND', 'SENT'],
  ['ACCEPT', 'ACCEPTED'],
];
const STATES: Readonly<Record<string, string>> = Object.fromEntries(PATH);

/** An engine of four states, so that a test of the checker tests the checker alone. */
export const smallEngine: Engine = {
  deriveState: (moves) => {
    const expected = PATH.filter(([name]) => name !== 'SAVE');
    moves.forEach(({ move }, at) => {
      if (expected[at]?.[0] !== move) throw new Error(`${move} is impossible as move ${at + 1}`);
    });
    return STATES[moves.at(-1)?.move ?? ''] ?? 'nothing';
  },
};

/** What clients knew of one case that went well: opened, saved, sent and accepted. */
export const goodHistory = (): HistoryEvent[] =>
  PATH.flatMap(([operation], at): HistoryEvent[] => {
    const session = operation === 'ACCEPT' ? 'maria' : 'elena';
    const key = `key-${operation}`;
    const exchange = at === 0 ? null : CASE;
    const marker = operation === 'SAVE' ? '7/2026' : null;
    return [
      { type: 'invoke', key, session, operation, exchange, base: at === 0 ? null : at, marker },
      { type: 'ok', key, session, exchange: CASE, version: at + 1 },
    ];
  });

/** What the primary has of it. */
export const goodFacts = (): { -readonly [K in keyof Facts]: Facts[K] } => {
  const moves = PATH.filter(([name]) => name !== 'SAVE').map(([move, stateAfter], at): MoveFact => ({
    id: `move-${move}`,
    exchangeId: CASE,
    sequence: at + 1,
    move,
    side: move === 'ACCEPT' ? 'REPLIER' : 'REQUESTER',
    stateAfter,
    key: `key-${move}`,
  }));
  return {
    moves,
    exchanges: [
      { id: CASE, number: 'RO-CT-2026-000001', state: 'ACCEPTED', version: 4, fileNumber: '7/2026' },
    ],
    audits: PATH.map(([name]) => ({
      exchangeId: CASE,
      action: name === 'SAVE' ? 'exchange.saveDraft' : `exchange.${name.toLowerCase()}`,
      times: 1,
    })),
    outbox: moves.map(({ id, move }): OutboxFact => ({
      id: `signal-${move}`,
      moveId: id,
      delivered: true,
      notices: move === 'OPEN' ? 0 : 1,
    })),
    messages: [{ exchangeId: CASE, kind: 'REQUEST', version: 1 }],
    numbersGiven: 1,
  };
};
