import { slopePerMinute } from './open-loop';

describe('the slope of memory', () => {
  it('is nothing where nothing grows', () => {
    expect(slopePerMinute([0, 10, 20, 30].map((second) => [second, 200]))).toBe(0);
  });

  it('is megabytes a minute, whatever the spacing of the samples', () => {
    expect(slopePerMinute([0, 7, 30, 60].map((second) => [second, 150 + second / 2]))).toBeCloseTo(30);
  });

  it('says nothing of a single sample', () => {
    expect(slopePerMinute([[3, 180]])).toBe(0);
  });
});
