import type { ApprovalStage } from '@soc-coop/contracts';
import {
  type ApprovalCase,
  asksApproval,
  correctionBackBecause,
  handedMove,
  isCorrectionLocked,
  isDraftLocked,
  sentBackBecause,
} from './approval';

const caseWith = (stage: ApprovalStage | null, notes: readonly string[] = []): ApprovalCase => ({
  draft: { stage },
  moves: [{ move: 'SUBMIT' }],
  timeline: notes.map((note) => ({ move: 'SEND_BACK', note })),
});

describe('a draft with a second officer', () => {
  it('is locked while it waits and when it is approved', () => {
    expect(
      (['PENDING', 'APPROVED', 'SENT_BACK', null] as const).map((stage) => isDraftLocked(caseWith(stage))),
    ).toEqual([true, true, false, false]);
  });

  it('is submitted instead of sent where the move is offered, whether or not the reader may make it', () => {
    expect(asksApproval(caseWith(null), 'SUBMIT')).toBe(true);
    expect(asksApproval(caseWith(null), 'SUBMIT_ANSWER')).toBe(false);
  });

  it('shows the last word of the approver once it came back, and only then', () => {
    expect(sentBackBecause(caseWith('SENT_BACK', ['first', 'second']))).toBe('second');
    expect(sentBackBecause(caseWith('PENDING', ['first']))).toBe('');
  });

  it('that is a correction has a lock and a last word of its own', () => {
    const both: ApprovalCase = {
      ...caseWith('SENT_BACK', ['of the draft']),
      correctionDraft: { stage: 'PENDING' },
    };
    expect([isCorrectionLocked(both), isDraftLocked(both)]).toEqual([true, false]);
    expect(isCorrectionLocked(caseWith('PENDING'))).toBe(false);
    const back: ApprovalCase = {
      ...both,
      correctionDraft: { stage: 'SENT_BACK' },
      timeline: [...both.timeline, { move: 'SEND_CORRECTION_BACK', note: 'of the correction' }],
    };
    expect([correctionBackBecause(back), sentBackBecause(back)]).toEqual([
      'of the correction',
      'of the draft',
    ]);
    expect(correctionBackBecause(both)).toBe('');
  });

  it('is sent from the case itself once it is approved; before, its own page sends', () => {
    expect(handedMove(caseWith('APPROVED'), 'SEND')).toBe('SEND_APPROVED');
    expect(handedMove(caseWith('APPROVED'), 'ANSWER')).toBe('SEND_APPROVED');
    expect(handedMove(caseWith(null), 'SEND')).toBeNull();
    expect(handedMove(caseWith(null), 'FORWARD')).toBe('FORWARD');
    expect(handedMove(caseWith(null), 'CLOSE')).toBeNull();
  });
});
