import { AUDIT_ACTION, moveAction, presentAction, spellingsOf } from './audited-moves';
import { EXCHANGE_MOVES } from './vocabulary';

describe('the name of a move in the audit trail', () => {
  it('is spelled like the name of every other act', () => {
    for (const move of EXCHANGE_MOVES) expect(moveAction(move)).toMatch(AUDIT_ACTION);
    expect(moveAction('PROPOSE_DATE')).toBe('exchange.proposeDate');
    expect(moveAction('SEND_CORRECTION_BACK')).toBe('exchange.sendCorrectionBack');
    expect(moveAction('ACCEPT')).toBe('exchange.accept');
  });

  it('is still known as it was spelled before', () => {
    for (const move of EXCHANGE_MOVES) {
      const before = `exchange.${move.toLowerCase()}`;
      expect(presentAction(before)).toBe(moveAction(move));
      expect(spellingsOf(moveAction(move))).toContain(before);
    }
    expect(presentAction('session.start')).toBe('session.start');
    expect(spellingsOf('session.start')).toEqual(['session.start']);
  });
});
