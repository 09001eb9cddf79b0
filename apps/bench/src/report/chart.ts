/** One bar of a chart. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  readonly own: boolean;
}

const WIDTH = 720;
const LABEL = 190;
const VALUE = 110;
const ROW = 30;
const HEAD = 44;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Colours that stand out on a white page and on a black one. */
const STYLE = `text{font:14px system-ui,sans-serif;fill:#5b6470}.title{font-weight:600;font-size:15px}.own{fill:#1f6feb}
.other{fill:#8b949e}@media(prefers-color-scheme:dark){text{fill:#c2c9d1}.own{fill:#58a6ff}.other{fill:#6e7681}}`;

const row = ({ label, value, shown, own }: Bar, at: number, most: number): string => {
  const top = HEAD + at * ROW;
  const width = Math.max(2, ((WIDTH - LABEL - VALUE) * value) / most);
  return [
    `<text x="${LABEL - 10}" y="${top + 18}" text-anchor="end">${escape(label)}</text>`,
    `<rect class="${own ? 'own' : 'other'}" x="${LABEL}" y="${top + 4}" width="${width.toFixed(1)}" height="20" rx="2"/>`,
    `<text x="${(LABEL + width + 8).toFixed(1)}" y="${top + 18}">${escape(shown)}</text>`,
  ].join('');
};

/** A bar chart as SVG, with its figures as text: nothing is told by colour alone. */
export const barChart = (title: string, bars: readonly Bar[]): string => {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const height = HEAD + bars.length * ROW + 10;
  const words = `${title}: ${bars.map(({ label, shown }) => `${label} ${shown}`).join('; ')}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escape(words)}">`,
    `<style>${STYLE}</style>`,
    `<text class="title" x="0" y="24">${escape(title)}</text>`,
    ...bars.map((bar, at) => row(bar, at, most)),
    '</svg>\n',
  ].join('\n');
};
