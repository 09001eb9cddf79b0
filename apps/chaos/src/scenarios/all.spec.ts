import { chosen } from './all';

const names = (only: string | null, short = false): readonly string[] =>
  chosen({ only, short }).map(({ name }) => name);

describe('the scenarios of a run', () => {
  it('are all of them, each name once, and every control among them', () => {
    const all = names(null);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(
      expect.arrayContaining([
        'kills',
        'after-commit',
        'unreachable',
        'stopped',
        'broken-off',
        'one-of-three',
        'pool',
        'wrong-clock',
        'full-disk',
        'idempotency-off',
        'save-over',
        'outbox-after-commit',
        'early-acknowledgement',
      ]),
    );
  });

  it('are kills and two controls in every test run', () => {
    expect(names(null, true)).toEqual(['kills', 'idempotency-off', 'outbox-after-commit']);
  });

  it('are those that are named, and nothing where a name is wrong', () => {
    expect(names('pool,kills')).toEqual(['kills', 'pool']);
    expect(() => names('pool,kill')).toThrow('There is no scenario kill:');
  });
});
