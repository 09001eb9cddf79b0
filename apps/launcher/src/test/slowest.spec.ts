import { slowest } from './slowest.ts';

it('names the files that took longest, the longest first', () => {
  const files = [
    { path: '/house/apps/e2e/src/short.e2e.ts', milliseconds: 950 },
    { path: '/house/apps/e2e/src/longest.e2e.ts', milliseconds: 123_456 },
    { path: '/house/apps/e2e/src/long.e2e.ts', milliseconds: 61_000 },
  ];
  expect(slowest(files, 2)).toEqual(['       123.5 s  longest.e2e.ts', '        61.0 s  long.e2e.ts']);
  expect(slowest([], 5)).toEqual([]);
});
