import { FakeClock } from './fake-clock';

describe('FakeClock', () => {
  it('stands still until it is moved', () => {
    const clock = new FakeClock('2026-01-30T10:00:00Z');
    expect(clock.now()).toEqual(clock.now());
    clock.advance({ days: 2, hours: 1 });
    expect(clock.now().toISOString()).toBe('2026-02-01T11:00:00.000Z');
    clock.set('2020-02-29T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2020-02-29T00:00:00.000Z');
  });

  it('gives a date that the caller may change without moving the clock', () => {
    const clock = new FakeClock();
    clock.now().setFullYear(1990);
    expect(clock.now().getUTCFullYear()).toBe(2026);
  });

  it('refuses what is no instant', () => {
    expect(() => new FakeClock('tomorrow')).toThrow('no instant');
  });
});
