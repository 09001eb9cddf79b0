import type { Trilingual } from '@soc-coop/contracts';

import data from '../data/glossary.json';
import { type DataMeta, indexBy } from './shape';

/** A term of the domain or the interface in three languages. */
export interface GlossaryTerm {
  /** Category and name, such as `role.auditor`. */
  readonly key: string;
  readonly category: string;
  readonly labels: Trilingual;
  /** Not yet agreed with native caseworkers, and why. */
  readonly doubt: string | null;
}

export const glossaryMeta: DataMeta = data.meta;

export const glossary: readonly GlossaryTerm[] = data.terms.map((raw) => ({
  key: raw.key,
  category: raw.category,
  labels: raw.labels,
  doubt: raw.doubtful ? (raw.doubt ?? '') : null,
}));

const byKey = indexBy(glossary, ({ key }) => key);

export const glossaryTerm = (key: string): GlossaryTerm | undefined => byKey.get(key);

export const glossaryOf = (category: string): readonly GlossaryTerm[] =>
  glossary.filter((term) => term.category === category);
