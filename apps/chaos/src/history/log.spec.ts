import type { HistoryEvent, Invoke } from './events';
import { HistoryLog, settle } from './log';

const invoke: Invoke = {
  type: 'invoke',
  key: 'k',
  session: 'elena',
  operation: 'SEND',
  exchange: 'case-1',
  base: 2,
  marker: null,
};
const ok = { type: 'ok', key: 'k', session: 'elena', exchange: 'case-1', version: 3 } as const;
const unknown = { type: 'unknown', key: 'k', why: 'hung up' } as const;
const refused = { type: 'fail', key: 'k', reason: 'exchange.changedMeanwhile' } as const;
const endOf = (...events: readonly HistoryEvent[]) => settle([invoke, ...events])[0]?.end;

describe('the log of a run', () => {
  it('knows how every key ended: a later answer settles an earlier silence', () => {
    expect(endOf(unknown, unknown, ok)).toEqual(ok);
    expect(endOf(unknown, refused)).toEqual(refused);
    expect(endOf(unknown)).toEqual(unknown);
  });

  it('never takes back what was acknowledged', () => {
    expect(endOf(ok, refused)).toEqual(ok);
  });

  it('counts a key that was never answered as unknown', () => {
    expect(endOf()).toEqual({ type: 'unknown', key: 'k', why: 'never answered' });
  });

  it('counts acknowledgements, by which faults are timed', () => {
    const log = new HistoryLog();
    [invoke, unknown, ok].forEach((event) => {
      log.add(event);
    });
    expect(log.acknowledged).toBe(1);
    expect(log.events).toHaveLength(3);
  });
});
