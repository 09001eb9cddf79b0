import { MOVES_IN_SERVICE, TRANSITIONS } from '@soc-coop/contracts';
import { isWorded, namesDay, needsNote, reasonsFor, WORDED_MOVES } from './worded-moves';

/** Moves with a page of their own, or a plain confirmation. */
const ELSEWHERE = [
  ...['OPEN', 'DISCARD', 'SEND', 'ACCEPT', 'ANSWER', 'CORRECT', 'SUBMIT_CORRECTION'],
  ...['SUBMIT', 'SUBMIT_ANSWER', 'FORWARD', 'ASSIGN'],
];

describe('moves made in a dialog', () => {
  it('are all that are in service and have no page of their own', () => {
    expect([...WORDED_MOVES, ...ELSEWHERE].sort()).toEqual([...MOVES_IN_SERVICE].sort());
    expect(isWorded('ANSWER')).toBe(false);
  });

  it('offer the reasons of their list, and none where there is no list', () => {
    for (const move of WORDED_MOVES)
      expect(reasonsFor(move).length > 0).toBe(TRANSITIONS[move].reasons !== undefined);
  });

  it('ask for a day where the move proposes one, and nowhere else', () => {
    expect(WORDED_MOVES.filter(namesDay)).toEqual(['PROPOSE_DATE']);
  });

  it('keep the reason of the product itself from people', () => {
    expect(reasonsFor('CLOSE').map(({ code }) => code)).not.toContain('06');
  });

  it('ask for a sentence where the move is its words, and with "other"', () => {
    expect(needsNote('ASK_CLARIFICATION', '01')).toBe(true);
    expect(needsNote('WITHDRAW', '')).toBe(true);
    expect(needsNote('REMIND', '')).toBe(false);
    expect(needsNote('CLOSE', '01')).toBe(false);
    expect(needsNote('CLOSE', '99')).toBe(true);
  });
});
