import type { Locale } from '@soc-coop/contracts';
import {
  describe,
  type DescribedSection,
  type ExchangeFormDefinition,
  type FormContext,
  type JsonObject,
  type PartName,
} from '@soc-coop/forms';

/** How a message is shown: in the reader's language, in both side by side, or as it was written. */
export const MIRROR_MODES = ['own', 'both', 'original'] as const;
export type MirrorMode = (typeof MIRROR_MODES)[number];

/** The languages of the columns, the original first; the reader of the original sees the other country's beside it. */
export const mirrorLanguages = (mode: MirrorMode, own: Locale, original: Locale): readonly Locale[] => {
  if (mode === 'own') return [own];
  if (mode === 'original') return [original];
  if (own !== original) return [original, own];
  return [original, original === 'bg' ? 'ro' : 'bg'];
};

/** The same content in several languages, line by line: every column has the same entries in the same order. */
export const describeColumns = (
  definition: ExchangeFormDefinition,
  part: PartName,
  content: JsonObject,
  languages: readonly Locale[],
  context: FormContext = {},
): readonly (readonly DescribedSection[])[] =>
  languages.map((language) => describe(definition, part, content, language, context));
