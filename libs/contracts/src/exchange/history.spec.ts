import {
  correctionStage,
  decisionAwaited,
  hasSent,
  isReminded,
  otherSide,
  type PastMove,
  proposedDate,
  refusedByHistory,
  reopeningAskedBy,
} from './history';
import type { ExchangeMove, ExchangeSide } from './vocabulary';

const by = (side: ExchangeSide, move: ExchangeMove, date: string | null = null): PastMove => ({
  move,
  side,
  date,
});
const asks = (move: ExchangeMove): PastMove => by('REQUESTER', move);
const replies = (move: ExchangeMove, date: string | null = null): PastMove => by('REPLIER', move, date);

const ACCEPTED = [asks('OPEN'), asks('SEND'), replies('ACCEPT')];
const CLOSED = [...ACCEPTED, replies('ANSWER'), asks('CLOSE')];
const PROPOSED = [...ACCEPTED, replies('PROPOSE_DATE', '2026-12-07')];

describe('a proposed day', () => {
  it('is pending until it is agreed', () => {
    expect(proposedDate(ACCEPTED)).toBeNull();
    expect(proposedDate(PROPOSED)).toBe('2026-12-07');
    expect(proposedDate([...PROPOSED, asks('AGREE_DATE')])).toBeNull();
  });

  it('is replaced by a later one', () => {
    expect(proposedDate([...PROPOSED, replies('PROPOSE_DATE', '2026-12-14')])).toBe('2026-12-14');
  });

  it.each(['ANSWER', 'ASK_CLARIFICATION'] as const)('ends with %s of the replier', (move) => {
    expect(proposedDate([...PROPOSED, replies(move)])).toBeNull();
    expect(decisionAwaited([...PROPOSED, replies(move)])).toBeNull();
  });

  it.each(['WITHDRAW', 'INVALIDATE'] as const)('ends with %s of the requester', (move) => {
    expect(proposedDate([...PROPOSED, asks(move)])).toBeNull();
  });

  it('survives what only leaves a trace', () => {
    expect(proposedDate([...PROPOSED, asks('REMIND'), asks('CORRECT')])).toBe('2026-12-07');
  });

  it('waits for the requester, and lets nobody agree to nothing', () => {
    expect(decisionAwaited(PROPOSED)).toBe('REQUESTER');
    expect(refusedByHistory(PROPOSED, 'AGREE_DATE', 'REQUESTER')).toBeNull();
    expect(refusedByHistory(ACCEPTED, 'AGREE_DATE', 'REQUESTER')).toBe('exchange.noDateProposed');
  });
});

describe('reopening', () => {
  it.each(['REQUESTER', 'REPLIER'] as const)('asked by the %s waits for the other side alone', (side) => {
    const asked = [...CLOSED, by(side, 'ASK_REOPENING')];
    expect(reopeningAskedBy(asked)).toBe(side);
    expect(decisionAwaited(asked)).toBe(otherSide(side));
    for (const move of ['AGREE_REOPENING', 'DECLINE_REOPENING'] as const) {
      expect(refusedByHistory(asked, move, side)).toBe('exchange.ownReopening');
      expect(refusedByHistory(asked, move, otherSide(side))).toBeNull();
    }
  });

  it('is asked once at a time, by either side', () => {
    const asked = [...CLOSED, asks('ASK_REOPENING')];
    expect(refusedByHistory(asked, 'ASK_REOPENING', 'REQUESTER')).toBe('exchange.reopeningAsked');
    expect(refusedByHistory(asked, 'ASK_REOPENING', 'REPLIER')).toBe('exchange.reopeningAsked');
    const declined = [...asked, replies('DECLINE_REOPENING')];
    expect(refusedByHistory(declined, 'ASK_REOPENING', 'REQUESTER')).toBeNull();
    expect(refusedByHistory(declined, 'AGREE_REOPENING', 'REPLIER')).toBe('exchange.noReopeningAsked');
  });

  it('is over once it has happened', () => {
    const reopened = [...CLOSED, asks('ASK_REOPENING'), replies('AGREE_REOPENING')];
    expect(reopeningAskedBy(reopened)).toBeNull();
    expect(decisionAwaited(reopened)).toBeNull();
  });
});

describe('a correction', () => {
  it('needs something the own side has sent', () => {
    expect(hasSent(ACCEPTED, 'REQUESTER')).toBe(true);
    expect(refusedByHistory(ACCEPTED, 'CORRECT', 'REQUESTER')).toBeNull();
    expect(refusedByHistory(ACCEPTED, 'CORRECT', 'REPLIER')).toBe('exchange.nothingSentYet');
    expect(refusedByHistory([...ACCEPTED, replies('ANSWER')], 'CORRECT', 'REPLIER')).toBeNull();
  });
});

describe('a correction with a second pair of eyes', () => {
  const submitted = [...ACCEPTED, asks('SUBMIT_CORRECTION')];

  it('is submitted once, approved or sent back once, and each side has its own', () => {
    expect(correctionStage(ACCEPTED, 'REQUESTER')).toBeNull();
    expect(correctionStage(submitted, 'REQUESTER')).toBe('PENDING');
    expect(correctionStage(submitted, 'REPLIER')).toBeNull();
    expect(refusedByHistory(submitted, 'SUBMIT_CORRECTION', 'REQUESTER')).toBe('exchange.approvalPending');
    expect(refusedByHistory(submitted, 'APPROVE_CORRECTION', 'REQUESTER')).toBeNull();
    for (const move of ['APPROVE_CORRECTION', 'SEND_CORRECTION_BACK'] as const) {
      expect(refusedByHistory(ACCEPTED, move, 'REQUESTER')).toBe('exchange.approvalNotPending');
      expect(refusedByHistory(submitted, move, 'REPLIER')).toBe('exchange.approvalNotPending');
    }
  });

  it('can be submitted anew when it came back, and is none any more when it was sent', () => {
    const back = [...submitted, asks('SEND_CORRECTION_BACK')];
    expect(correctionStage(back, 'REQUESTER')).toBe('SENT_BACK');
    expect(refusedByHistory(back, 'SUBMIT_CORRECTION', 'REQUESTER')).toBeNull();
    expect(correctionStage([...submitted, asks('APPROVE_CORRECTION')], 'REQUESTER')).toBe('APPROVED');
    expect(
      correctionStage([...submitted, asks('APPROVE_CORRECTION'), asks('CORRECT')], 'REQUESTER'),
    ).toBeNull();
  });

  it('needs something the own side has sent', () => {
    expect(refusedByHistory(ACCEPTED, 'SUBMIT_CORRECTION', 'REPLIER')).toBe('exchange.nothingSentYet');
  });
});

describe('a reminder', () => {
  it('waits until it is replied to, or the answer comes', () => {
    const reminded = [...ACCEPTED, asks('REMIND')];
    expect(isReminded(reminded)).toBe(true);
    expect(isReminded([...reminded, replies('REPLY_TO_REMINDER')])).toBe(false);
    expect(isReminded([...reminded, replies('ANSWER')])).toBe(false);
    expect(refusedByHistory(ACCEPTED, 'REPLY_TO_REMINDER', 'REPLIER')).toBe('exchange.noReminder');
  });
});
