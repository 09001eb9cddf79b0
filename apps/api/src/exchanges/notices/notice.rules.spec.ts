import { EXCHANGE_MOVES, EXCHANGE_SIDES, isInternalMove } from '@soc-coop/contracts';
import { approversToTell, authorToTell, decidedBy, submissionOf, unitsToTell } from './notice.rules';

const sides = { requestingUnitId: 'asks', replyingUnitId: 'answers' };

describe('who hears of a move', () => {
  it('is the other side', () => {
    expect(unitsToTell('SEND', 'REQUESTER', sides)).toEqual(['answers']);
    expect(unitsToTell('ANSWER', 'REPLIER', sides)).toEqual(['asks']);
  });

  it('is the other side of what is proposed, corrected, asked and decided', () => {
    for (const move of ['CORRECT', 'ASK_REOPENING', 'AGREE_REOPENING', 'DECLINE_REOPENING'] as const) {
      expect(unitsToTell(move, 'REQUESTER', sides)).toEqual(['answers']);
      expect(unitsToTell(move, 'REPLIER', sides)).toEqual(['asks']);
    }
    expect(unitsToTell('PROPOSE_DATE', 'REPLIER', sides)).toEqual(['asks']);
    expect(unitsToTell('AGREE_DATE', 'REQUESTER', sides)).toEqual(['answers']);
  });

  it('is nobody while the request is being written', () => {
    expect(unitsToTell('OPEN', 'REQUESTER', sides)).toEqual([]);
    expect(unitsToTell('DISCARD', 'REQUESTER', { ...sides, replyingUnitId: null })).toEqual([]);
  });

  it('is never the side that made it, except the unit a request was forwarded to', () => {
    for (const move of EXCHANGE_MOVES.filter((name) => name !== 'FORWARD')) {
      expect(unitsToTell(move, 'REQUESTER', sides)).not.toContain('asks');
      expect(unitsToTell(move, 'REPLIER', sides)).not.toContain('answers');
      expect(unitsToTell(move, null, sides)).toEqual([]);
    }
    expect(unitsToTell('FORWARD', 'REPLIER', { ...sides, replyingUnitId: 'new' })).toEqual(['asks', 'new']);
  });

  it('is nobody of the other side when a side does something in its own house', () => {
    for (const move of EXCHANGE_MOVES.filter(isInternalMove))
      for (const by of EXCHANGE_SIDES) expect(unitsToTell(move, by, sides)).toEqual([]);
  });
});

describe('who hears of a second pair of eyes in the own house', () => {
  it('is whoever may approve and had no hand in what was submitted', () => {
    expect(approversToTell(['ana', 'ion', 'eva'], ['ion', null])).toEqual(['ana', 'eva']);
    expect(approversToTell(['ion'], ['ion'])).toEqual([]);
  });

  it('is whoever of the side submitted last, and never who decides', () => {
    const by = (
      move: 'SUBMIT_CORRECTION' | 'APPROVE_CORRECTION',
      accountId: string | null,
      side = 'REQUESTER',
    ) => ({ move, accountId, side: side as 'REQUESTER' | 'REPLIER' }) as const;
    const before = [
      by('SUBMIT_CORRECTION', 'ana'),
      by('SUBMIT_CORRECTION', 'ion'),
      by('SUBMIT_CORRECTION', 'maria', 'REPLIER'),
    ];
    expect(authorToTell(by('APPROVE_CORRECTION', 'eva'), before)).toBe('ion');
    expect(authorToTell(by('APPROVE_CORRECTION', 'ion'), before)).toBeNull();
    expect(authorToTell(by('APPROVE_CORRECTION', 'eva'), [])).toBeNull();
    expect(authorToTell(by('SUBMIT_CORRECTION', 'eva'), before)).toBeNull();
  });

  it('hears of inner moves alone, and of each submission something decides', () => {
    const house = EXCHANGE_MOVES.filter((move) => submissionOf(move) ?? decidedBy(move));
    expect(house.filter((move) => !isInternalMove(move))).toEqual([]);
    const decided = new Set(EXCHANGE_MOVES.map(decidedBy));
    expect(house.filter((move) => submissionOf(move) !== null && !decided.has(submissionOf(move)))).toEqual(
      [],
    );
    expect(house).toHaveLength(9);
  });
});
