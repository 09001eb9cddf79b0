import type { HistoryEvent } from '../events';
import { checkRetries } from './retries';

const broke = (key: string): HistoryEvent => ({ type: 'unknown', key, why: 'socket hang up' });

describe('one retry', () => {
  it('is enough where each request broke once at most', () => {
    expect(checkRetries([broke('one'), broke('other')])).toEqual([]);
  });

  it('was not enough where the same request broke again', () => {
    const problems = checkRetries([broke('one'), broke('other'), broke('one')]);
    expect(problems).toEqual([
      { rule: 'one retry is enough', detail: 'one failed 2 times: socket hang up; socket hang up' },
    ]);
  });
});
