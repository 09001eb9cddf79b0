import { killSecondsOf } from './settings';

describe('the time of a run', () => {
  const seconds = (minutes: number, only: string | null = null, short = false): number =>
    killSecondsOf({ minutes, only, short });

  it('leaves kills half a minute of five, and gives them whatever is given beyond', () => {
    expect(seconds(5)).toBe(30);
    expect(seconds(3)).toBe(30);
    expect(seconds(8)).toBe(210);
  });

  it('gives kills alone nearly everything, and little to the short run', () => {
    expect(seconds(8, 'kills')).toBe(390);
    expect(seconds(1, 'kills')).toBe(12);
    expect(seconds(5, null, true)).toBe(12);
  });
});
