interface Helper {
  readonly written: string;
  readonly wanted: string;
}

/** What esbuild puts before what it bundles, and what is wanted in its place. */
const HELPERS: readonly Helper[] = [
  {
    // Defining a property costs more than making a function, and happens at every request for each function that is made
    // within another. Nearly all of them have the name already; only those the bundler had to rename are given it.
    written: 'var __name = (target, value) => __defProp(target, "name", { value, configurable: true });',
    wanted:
      'var __name = (target, value) => target.name === value ? target : __defProp(target, "name", { value, configurable: true });',
  },
  {
    // A module of Node has `require`. Apollo takes its absence for a browser, and hashes in JavaScript.
    written: '((mod = { exports: {} }).exports, mod)',
    wanted: '((mod = { exports: {}, require }).exports, mod)',
  },
];

/** The bundle with helpers that cost less and tell packages no lie about where they run. */
export const withOwnHelpers = (bundle: string): string =>
  HELPERS.reduce((text, { written, wanted }) => {
    // A bundler that words them otherwise must not quietly take the gain away.
    if (!text.includes(written)) throw new Error(`The bundle has no helper ${written}`);
    return text.replace(written, () => wanted);
  }, bundle);
