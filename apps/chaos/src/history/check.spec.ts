import { goodFacts, goodHistory, messageOf, receiptOf, smallEngine } from '../../test/hand-made';
import { checkHistory } from './check';
import type { HistoryEvent } from './events';
import {
  type Facts,
  type FileFact,
  HISTORY_RULES,
  type MoveFact,
  type ReceiptFact,
  type Rule,
  type StepFact,
} from './facts';

/** Every rule some spoiled history of this file has broken. */
const everBroken = new Set<Rule>();

type Broken = [events: HistoryEvent[], facts: ReturnType<typeof goodFacts>];

/** The rules a history breaks, once something was done to it. */
const brokenBy = (spoil: (...broken: Broken) => void): readonly Rule[] => {
  const broken: Broken = [goodHistory(), goodFacts()];
  spoil(...broken);
  const rules = [...new Set(checkHistory(smallEngine, ...broken).map(({ rule }) => rule))];
  rules.forEach((rule) => everBroken.add(rule));
  return rules;
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
        facts.audits = facts.audits.filter(({ action }) => action !== 'exchange.accept');
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
      const second = messageOf('unde locuiește', 2);
      facts.messages = [second];
      facts.receipts = [receiptOf(second)];
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

  it('finds a message that says something else than was hashed', () => {
    const rule: Rule = 'what was sent is what was hashed';
    const change = (part: object) =>
      brokenBy((_, facts) => {
        facts.messages = facts.messages.map((one) => ({ ...one, said: { ...one.said, ...part } }));
      });
    expect(change({})).toEqual([]);
    expect(change({ content: { list: [1, null], text: 'unde locuiește' } })).toEqual([]);
    expect(change({ content: { text: 'unde locuieste', list: [1, null] } })).toEqual([rule]);
    expect(change({ content: { text: 'unde locuiește', list: [null, 1] } })).toEqual([rule]);
    expect(change({ files: [] })).toEqual([rule]);
  });

  it('finds an acceptance without its receipt, with two, and receipts that are not true', () => {
    const rule: Rule = 'every acceptance has its receipt';
    const receipts = (spoil: (one: ReceiptFact) => readonly ReceiptFact[]) =>
      brokenBy((_, facts) => {
        facts.receipts = facts.receipts.flatMap(spoil);
      });
    expect(receipts(() => [])).toEqual([rule]);
    expect(receipts((one) => [one, one])).toEqual([rule]);
    expect(receipts((one) => [{ ...one, receipt: { ...one.receipt, from: 'RO-CT' } }])).toEqual([rule]);
    expect(receipts((one) => [{ ...one, signature: one.signature.toUpperCase() }])).toEqual([rule]);
    expect(receipts(() => [receiptOf({ ...messageOf('alt text'), id: 'message-1' })])).toEqual([rule]);
    expect(brokenBy((_, facts) => void (facts.signingKeys = {}))).toEqual([rule]);
  });

  it('finds a file that is gone, doubled, refused and there all the same, or sent by nobody', () => {
    const files = (spoil: (one: FileFact) => readonly FileFact[]) =>
      brokenBy((_, facts) => {
        facts.files = facts.files.flatMap(spoil);
      });
    expect(files(() => [])).toEqual(
      expect.arrayContaining(['nothing acknowledged is lost', 'moves, audit and outbox are the same']),
    );
    expect(files((one) => [one, { ...one, id: 'file-2' }])).toContain('nothing happens twice');
    expect(files((one) => [{ ...one, id: 'file-2' }])).toEqual(['nothing acknowledged is lost']);
    expect(files((one) => [{ ...one, exchangeId: 'case-2' }])).toContain('nothing acknowledged is lost');
    expect(files((one) => [one, { ...one, id: 'file-2', sha256: '0'.repeat(64) }])).toContain(
      'nothing happens twice',
    );
    expect(files((one) => [{ ...one, scan: 'PENDING' }])).toEqual(['no file stays in quarantine']);
    const refused = brokenBy((events) => {
      const at = events.findIndex(({ type }) => type === 'attached');
      events.splice(at, 2, { type: 'notAttached', key: 'key-file', reason: 'exchange.moveNotPossible' });
    });
    expect(refused).toEqual(['nothing refused is left']);
  });

  it('lets an unknown file be there or not', () => {
    const silent = (events: HistoryEvent[]) =>
      void events.splice(
        events.findIndex(({ type }) => type === 'attached'),
        2,
      );
    expect(brokenBy(silent)).toEqual([]);
    const gone = brokenBy((events, facts) => {
      silent(events);
      facts.files = [];
      facts.audits = facts.audits.filter(({ action }) => action !== 'file.add');
    });
    expect(gone).toEqual([]);
  });

  it.each([null, '0'.repeat(64)])('finds a file that is read again as %j', (sha256) => {
    const broken = brokenBy((events) => {
      events[events.length - 1] = { type: 'downloaded', file: 'file-1', sha256, why: null };
    });
    expect(broken).toEqual(['nothing acknowledged is lost']);
  });

  it('finds a step that was noted or told twice, told to nobody, or told and not noted', () => {
    const rule: Rule = 'no step is told twice';
    const steps = (spoil: (one: StepFact) => readonly StepFact[]) =>
      brokenBy((_, facts) => {
        facts.steps = facts.steps.flatMap(spoil);
      });
    expect(steps((one) => [one])).toEqual([]);
    expect(steps((one) => [{ ...one, times: one.told === null ? 2 : 1 }])).toEqual([rule]);
    expect(steps((one) => [{ ...one, times: one.told === null ? 1 : 2 }])).toEqual([rule]);
    expect(steps((one) => (one.told === null ? [one] : []))).toEqual([rule]);
    expect(steps((one) => (one.told === null ? [] : [one]))).toEqual([rule]);
  });

  it('finds an answer nobody had thought of', () => {
    const broken = brokenBy((events) => {
      events.splice(1, 0, { type: 'unknown', key: 'key-OPEN', why: 'INTERNAL service.internal' });
    });
    expect(broken).toEqual(['no answer is an internal error']);
  });

  it('has no rule that cannot be broken', () => {
    expect([...everBroken].toSorted()).toEqual(HISTORY_RULES.toSorted());
  });
});
