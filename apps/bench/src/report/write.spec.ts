import { barChart } from './chart';
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
