import { barChart } from './chart';
import { markdown } from './markdown';
import type { Result } from './result';
import { withFigures } from './write';

const PAGE =
  'words\n<!-- figures: written by `pnpm bench`, do not edit -->\nold\n<!-- end of figures -->\nmore words\n';

describe('the report', () => {
  it('replaces the figures and leaves the words', () => {
    const page = withFigures(PAGE, 'new');
    expect(page).toContain('words\n<!-- figures');
    expect(page).toContain('\n\nnew\n\n<!-- end of figures -->\nmore words\n');
    expect(page).not.toContain('old');
    expect(withFigures(page, 'new')).toBe(page);
  });

  it('refuses a page that has lost its marks', () => {
    expect(() => withFigures('words', 'new')).toThrow('marks');
  });

  it('makes no number of a peer that answered nothing', () => {
    const cell = {
      operation: 'search',
      connections: 64,
      p50: 9,
      p97: 9,
      p99: 9,
      rssMb: 100,
      failed: 0,
    } as const;
    const result: Result = {
      ...{
        date: '2026-11-22',
        mode: 'full',
        commit: '',
        versions: {},
        starts: [],
        costs: {},
        growth: null,
        knee: null,
      },
      machine: { cores: 2, memoryGb: 24, platform: 'linux' },
      data: { exchanges: 1, messages: 1, moves: 1, persons: 1, databaseMb: 1, mark: '', seed: 1 },
      plan: { warmUp: 1, seconds: 1, firstWarmUp: 1, connections: [64], rounds: 1 },
      lines: [
        { ...cell, contender: 'ours', perSecond: 60, nodeMs: 1, databaseMs: 2 },
        { ...cell, contender: 'nest', perSecond: 0, nodeMs: 350, databaseMs: 11_100 },
      ],
    };
    const row = markdown(result)
      .split('\n')
      .find((line) => line.includes('plain Nest') && line.startsWith('| 64'));
    expect(row?.split('|').map((part) => part.trim())).toEqual([
      ...['', '64', 'plain Nest + TypeORM', '0', '–', '–', '100', '', ''],
    ]);
  });

  it('draws bars whose figures also stand as text, and lets no name break the picture', () => {
    const chart = barChart('Rates', [
      { label: 'a < b & "c"', value: 10, shown: '10 per second', own: true },
      { label: 'half', value: 5, shown: '5 per second', own: false },
    ]);
    expect(chart).toContain(
      'aria-label="Rates: a &lt; b &amp; &quot;c&quot; 10 per second; half 5 per second"',
    );
    const widths = [...chart.matchAll(/<rect class="\w+" x="190" y="\d+" width="([\d.]+)"/g)].map(
      ([, width]) => Number(width),
    );
    expect(widths).toEqual([420, 210]);
    expect(chart).toContain('prefers-color-scheme:dark');
  });
});
