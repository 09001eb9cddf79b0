import { EXCHANGE_MOVES } from '@soc-coop/contracts';
import { unitToTell } from './notice.rules';

const sides = { requestingUnitId: 'asks', replyingUnitId: 'answers' };

describe('who hears of a move', () => {
  it('is the other side', () => {
    expect(unitToTell('SEND', 'REQUESTER', sides)).toBe('answers');
    expect(unitToTell('ANSWER', 'REPLIER', sides)).toBe('asks');
  });

  it('is nobody while the request is being written', () => {
    expect(unitToTell('OPEN', 'REQUESTER', sides)).toBeNull();
    expect(unitToTell('DISCARD', 'REQUESTER', { ...sides, replyingUnitId: null })).toBeNull();
  });

  it('is never the side that made it', () => {
    for (const move of EXCHANGE_MOVES) {
      expect(unitToTell(move, 'REQUESTER', sides)).not.toBe('asks');
      expect(unitToTell(move, 'REPLIER', sides)).not.toBe('answers');
      expect(unitToTell(move, null, sides)).toBeNull();
    }
  });
});
