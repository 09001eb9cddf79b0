import { COUNTRIES, type Country } from '@soc-coop/contracts';

/** What every data file says about itself. Keys used in `sources` of single entries are explained here. */
export interface DataMeta {
  readonly about: string;
  readonly version: number;
  /** Day the data were put together, `YYYY-MM-DD`. */
  readonly compiled: string;
  readonly sources: Readonly<Record<string, string>>;
}

/** Where an entry comes from and how far it can be trusted. */
export interface Provenance {
  /** Keys of the file's `meta.sources`; `M` is memory, `P` and `ours` are our proposals. */
  readonly sources: readonly string[];
  /** The compiler's own words, such as `high` or `medium for name.bg`. */
  readonly sure: string;
  /** Shown to readers as open to correction, never as law. */
  readonly openToCorrection: boolean;
}

/** Sources that nobody outside can check. */
const OURS = /^(M|P|ours)\b/;
const CERTAIN = /^high( \(\d{4}\))?$/;

/** An entry is open to correction unless it is certain and rests on sources that can be checked. */
export const provenance = (sources: readonly string[], sure: string): Provenance => ({
  sources,
  sure,
  openToCorrection: !CERTAIN.test(sure) || sources.some((source) => OURS.test(source)),
});

/** Narrows a text of a data file to one of the listed values; a wrong data file fails when it is loaded. */
export const oneOf = <T extends string>(allowed: readonly T[], text: string): T => {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new RangeError(`"${text}" is none of ${allowed.join(', ')}`);
  return found;
};

export const toCountry = (text: string): Country => oneOf(COUNTRIES, text);

/** Index by a key that must be unique. */
export const indexBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, T> => {
  const index = new Map<K, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (index.has(key)) throw new RangeError(`"${String(key)}" occurs twice`);
    index.set(key, item);
  }
  return index;
};
