import { FakeClock } from '@soc-coop/testing';
import { ChangesHeard } from '../records/changes-heard';
import { KeptCounts } from './kept-counts';

const clock = new FakeClock('2026-11-23T08:00:00Z');
const kept = (): {
  readonly counts: KeptCounts<object>;
  readonly changes: ChangesHeard;
  readonly page: object;
} => {
  const changes = new ChangesHeard();
  const counts = new KeptCounts<object>(changes, clock);
  const page = {};
  counts.keep(page, changes.number);
  return { counts, changes, page };
};

describe('the number of a list', () => {
  it('is believed for half a minute, for the page it was counted with', () => {
    const { counts, page } = kept();
    expect(counts.hold({})).toBe(false);
    clock.advance({ seconds: 29 });
    expect(counts.hold(page)).toBe(true);
    clock.advance({ seconds: 1 });
    expect(counts.hold(page)).toBe(false);
  });

  it('is not believed after a change was heard of', () => {
    const { counts, changes, page } = kept();
    changes.hear();
    expect(counts.hold(page)).toBe(false);
    counts.keep(page, changes.number);
    expect(counts.hold(page)).toBe(true);
  });

  it('is not believed where the change was heard of while it was counted', () => {
    const { counts, changes, page } = kept();
    const before = changes.number;
    changes.hear();
    counts.keep(page, before);
    expect(counts.hold(page)).toBe(false);
  });
});
