import { readSignal } from './exchange-signals';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const moved = {
  kind: 'MOVED',
  exchangeId: id,
  move: 'SEND',
  side: 'REQUESTER',
  accountId: id,
  at: '2026-11-22T10:00:00.000Z',
};

describe('what processes tell each other', () => {
  it('is read as it was sent', () => {
    expect(readSignal(JSON.stringify(moved))).toEqual(moved);
    const due = { kind: 'DEADLINE_MOVED', exchangeId: id, side: null, accountId: null, at: moved.at };
    expect(readSignal(JSON.stringify(due))).toEqual(due);
  });

  it('means "look again" where it is empty, or of a version that knows more', () => {
    expect(readSignal('')).toBeNull();
    expect(readSignal(JSON.stringify({ ...moved, move: 'TELEPORT' }))).toBeNull();
    expect(readSignal(JSON.stringify({ ...moved, kind: 'SOMETHING' }))).toBeNull();
    expect(readSignal(JSON.stringify({ ...moved, exchangeId: 'x' }))).toBeNull();
  });
});
