import { goodFacts, goodHistory, smallEngine } from '../../test/hand-made';
import { checkHistory } from './check';
import type { HistoryEvent } from './events';
import type { Facts, MoveFact, Rule } from './facts';

type Broken = [events: HistoryEvent[], facts: ReturnType<typeof goodFacts>];

/** The rules a history breaks, once something was done to it. */
const brokenBy = (spoil: (...broken: Broken) => void): readonly Rule[] => {
  const broken: Broken = [goodHistory(), goodFacts()];
  spoil(...broken);
  return [...new Set(checkHistory(smallEngine, ...broken).map(({ rule }) => rule))];
};

const moveOf = ({ moves }: Facts, name: string): MoveFact => moves.find(({ move }) => move === name)!;
const without = (facts: Broken[1], name: string): void => {
  facts.moves = facts.moves.filter(({ move }) => move !== name);
};
const replaceEnd = (events: HistoryEvent[], key: string, end: HistoryEvent): void => {
  events[events.findIndex((event) => event.type === 'ok' && event.key === key)] = end;
};

describe('the checker of histories', () => {
  it('finds nothing where every promise was kept', () => {
    expect(brokenBy(() => undefined)).toEqual([]);
  });

  it('finds an acknowledged move that is gone', () => {
    expect(brokenBy((_, facts) => without(facts, 'ACCEPT'))).toContain('nothing acknowledged is lost');
  });

  it('finds an acknowledged key that became another move', () => {
    const broken = brokenBy((_, facts) => {
      facts.moves = facts.moves.map((move) => (move.move === 'SEND' ? { ...move, key: 'key-ACCEPT' } : move));
    });
    expect(broken).toEqual(expect.arrayContaining(['nothing acknowledged is lost', 'nothing happens twice']));
  });

  it('finds a refused move that is there all the same', () => {
    const broken = brokenBy((events) => {
      replaceEnd(events, 'key-ACCEPT', {
        type: 'fail',
        key: 'key-ACCEPT',
        reason: 'exchange.changedMeanwhile',
      });
    });
    expect(broken).toContain('nothing refused is left');
  });

  it('lets an unknown move be there or not, but never twice', () => {
    const unknown = (events: HistoryEvent[]): void =>
      replaceEnd(events, 'key-ACCEPT', { type: 'unknown', key: 'key-ACCEPT', why: 'hung up' });
    expect(brokenBy(unknown)).toEqual([]);
    const twice = brokenBy((events, facts) => {
      unknown(events);
      facts.moves = [...facts.moves, { ...moveOf(facts, 'ACCEPT'), id: 'again', sequence: 4 }];
    });
    expect(twice).toContain('nothing happens twice');
  });

  it.each([
    [
      'a move without its signal',
      (facts: Broken[1]) => {
        facts.outbox = facts.outbox.slice(1);
      },
    ],
    [
      'a signal without its move',
      (facts: Broken[1]) => {
        const [first] = facts.outbox;
        facts.outbox = [...facts.outbox, { ...first!, id: 'orphan', moveId: 'nowhere' }];
      },
    ],
    [
      'a move without its event in the trail',
      (facts: Broken[1]) => {
        facts.audits = facts.audits.slice(0, -1);
      },
    ],
    [
      'an event in the trail without its move',
      (facts: Broken[1]) => {
        facts.audits = facts.audits.map((one) =>
          one.action === 'exchange.send' ? { ...one, times: 2 } : one,
        );
      },
    ],
  ])('finds %s', (_, spoil) => {
    expect(brokenBy((__, facts) => spoil(facts))).toContain('moves, audit and outbox are the same');
  });

  it('finds two changes of the same version, of which one is lost', () => {
    const broken = brokenBy((events) => {
      const shared = { session: 'elena', key: 'key-other' } as const;
      events.push({
        type: 'invoke',
        operation: 'SAVE',
        exchange: 'case-1',
        base: 1,
        marker: '8/2026',
        ...shared,
      });
      events.push({ type: 'ok', exchange: 'case-1', version: 2, ...shared });
    });
    expect(broken).toContain('one change for one version');
  });

  it('finds a saved draft that somebody wrote over', () => {
    const broken = brokenBy((_, facts) => {
      facts.exchanges = facts.exchanges.map((one) => ({ ...one, fileNumber: '6/2026' }));
    });
    expect(broken).toEqual(['one change for one version']);
  });

  it('finds a version that counts more or fewer changes than there were', () => {
    const broken = brokenBy((_, facts) => {
      facts.exchanges = facts.exchanges.map((one) => ({ ...one, version: 3 }));
    });
    expect(broken).toEqual(['one change for one version']);
  });

  it('finds a gap in the versions of a message', () => {
    const broken = brokenBy((_, facts) => {
      facts.messages = [{ exchangeId: 'case-1', kind: 'REQUEST', version: 2 }];
    });
    expect(broken).toEqual(['one change for one version']);
  });

  it('finds a gap between moves, a path the engine forbids, and a state the moves do not lead to', () => {
    const rule: Rule = 'the path is one of the engine';
    expect(brokenBy((_, facts) => without(facts, 'SEND'))).toContain(rule);
    const swapped = brokenBy((_, facts) => {
      const sequences: Readonly<Record<string, number>> = { OPEN: 1, SEND: 3, ACCEPT: 2 };
      facts.moves = facts.moves
        .map((move) => ({ ...move, sequence: sequences[move.move] ?? 0 }))
        .toSorted((one, other) => one.sequence - other.sequence);
    });
    expect(swapped).toEqual([rule]);
    const elsewhere = brokenBy((_, facts) => {
      facts.exchanges = facts.exchanges.map((one) => ({ ...one, state: 'SENT' }));
    });
    expect(elsewhere).toEqual([rule]);
  });

  it('finds a number that is missing, and one that was given to nobody', () => {
    const missing = brokenBy((_, facts) => {
      facts.exchanges = facts.exchanges.map((one) => ({ ...one, number: 'RO-CT-2026-000002' }));
    });
    expect(missing).toEqual(['numbers have no gaps']);
    expect(brokenBy((_, facts) => void (facts.numbersGiven = 2))).toEqual(['numbers have no gaps']);
  });

  it('finds a session that reads backwards, and lets answers overtake each other', () => {
    const ask = { type: 'ask', read: 1, session: 'elena', exchange: 'case-1' } as const;
    const told = { ...ask, type: 'read', version: 2 } as const;
    // Elena was told version 3 when the request was sent.
    expect(brokenBy((events) => void events.push(ask, told))).toEqual(['sessions never read backwards']);
    const overtaken = brokenBy((events) => {
      events.splice(2, 0, ask);
      events.push(told);
    });
    expect(overtaken).toEqual([]);
  });

  it('finds a signal that never arrived, and one whose effect is missing or double', () => {
    const rule: Rule = 'signals are delivered, their effect once';
    const change = (part: Partial<Facts['outbox'][number]>) =>
      brokenBy((_, facts) => {
        facts.outbox = facts.outbox.map((one) => (one.id === 'signal-SEND' ? { ...one, ...part } : one));
      });
    expect(change({ delivered: false })).toEqual([rule]);
    expect(change({ notices: 0 })).toEqual([rule]);
    expect(change({ notices: 2 })).toEqual([rule]);
  });

  it('finds an answer nobody had thought of', () => {
    const broken = brokenBy((events) => {
      events.splice(1, 0, { type: 'unknown', key: 'key-OPEN', why: 'INTERNAL service.internal' });
    });
    expect(broken).toEqual(['no answer is an internal error']);
  });
});
