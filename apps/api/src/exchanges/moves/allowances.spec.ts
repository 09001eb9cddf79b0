import { canMove, EXCHANGE_STATES, MOVES_IN_SERVICE, type Refusal } from '@soc-coop/contracts';
import { allowances } from './allowances';

const nothing = () => [];
const named = (list: ReturnType<typeof allowances>, allowed: boolean) =>
  list.filter((item) => item.allowed === allowed).map(({ move }) => move);

/** Whether a second officer is asked is said from outside (`isOffered`). */
const CORRECTING = ['SUBMIT_CORRECTION', 'APPROVE_CORRECTION', 'SEND_CORRECTION_BACK', 'CORRECT'] as const;

describe('what one can do now', () => {
  it('offers the replier of a sent exchange to accept and to refuse, and says why it cannot answer yet', () => {
    const list = allowances({ state: 'SENT', side: 'REPLIER', reminded: false, against: nothing });
    expect(named(list, true)).toEqual(['ACCEPT', 'REFUSE', 'FORWARD', ...CORRECTING, 'ASSIGN', 'TAKE_OVER']);
    expect(list.find(({ move }) => move === 'ANSWER')?.refusals).toEqual([
      { code: 'exchange.moveNotPossible', params: { move: 'ANSWER', state: 'SENT' } },
    ]);
  });

  it('offers the requester of an answered exchange to close it', () => {
    expect(
      named(allowances({ state: 'ANSWERED', side: 'REQUESTER', reminded: false, against: nothing }), true),
    ).toEqual([...CORRECTING, 'ASK_ANEW', 'INVALIDATE', 'WITHDRAW', 'CLOSE', 'ASSIGN', 'TAKE_OVER']);
  });

  it('offers a reply to a reminder only while one waits', () => {
    const replier = { state: 'ACCEPTED', side: 'REPLIER', against: nothing } as const;
    expect(named(allowances({ ...replier, reminded: true }), true)).toContain('REPLY_TO_REMINDER');
    expect(allowances({ ...replier, reminded: false }).map(({ move }) => move)).not.toContain(
      'REPLY_TO_REMINDER',
    );
  });

  it('leaves out what answers something particular where the state does not know it, and explains it elsewhere', () => {
    const none: Refusal = { code: 'exchange.noDateProposed', params: {} };
    const facts = {
      side: 'REQUESTER',
      reminded: false,
      against: (move: string) => (move === 'AGREE_DATE' ? [none] : []),
    } as const;
    const moves = (state: 'SENT' | 'ACCEPTED' | 'CLOSED') =>
      allowances({ ...facts, state }).map(({ move }) => move);
    expect(moves('SENT')).not.toContain('AGREE_DATE');
    expect(moves('SENT')).not.toContain('ASK_REOPENING');
    expect(moves('CLOSED')).toEqual(expect.arrayContaining(['ASK_REOPENING', 'AGREE_REOPENING']));
    expect(allowances({ ...facts, state: 'ACCEPTED' }).find(({ move }) => move === 'AGREE_DATE')).toEqual({
      move: 'AGREE_DATE',
      allowed: false,
      refusals: [none],
    });
  });

  it('shows what stands against a move the state would allow', () => {
    const missing: Refusal = { code: 'exchange.certificateMissing', params: { certificate: 'BEN' } };
    const list = allowances({
      state: 'SENT',
      side: 'REPLIER',
      reminded: false,
      against: (move) => (move === 'ACCEPT' ? [missing] : []),
    });
    expect(list.find(({ move }) => move === 'ACCEPT')).toEqual({
      move: 'ACCEPT',
      allowed: false,
      refusals: [missing],
    });
  });

  it('offers an onlooker nothing in any state', () => {
    for (const state of EXCHANGE_STATES)
      expect(allowances({ state, side: null, reminded: false, against: nothing })).toEqual([]);
  });

  it('never allows what the engine forbids', () => {
    for (const state of EXCHANGE_STATES)
      for (const side of ['REQUESTER', 'REPLIER'] as const)
        for (const { move, allowed } of allowances({ state, side, reminded: false, against: nothing }))
          expect(allowed).toBe(canMove(state, move, side));
    expect(MOVES_IN_SERVICE).toContain('OPEN');
  });
});
