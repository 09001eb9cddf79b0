import type { AnswerGap } from '@soc-coop/contracts';
import type { DescribedSection, DescribedValue } from '@soc-coop/forms';
import type { Difference } from './three-way';

/** A field in words: under which heading it stands, what it is called, what it says. */
export interface DescribedField {
  readonly section: string;
  readonly label: string;
  readonly value: DescribedValue | null;
}
export type DescribedFields = ReadonlyMap<string, DescribedField>;

/** A field that differs, with both versions in words. */
export interface ShownDifference extends Difference {
  readonly section: string;
  readonly label: string;
  readonly mine: DescribedValue | null;
  readonly theirs: DescribedValue | null;
}

/** How a gap is called and worded in the reader's language. */
export interface GapWords {
  readonly label: string;
  readonly of: (gap: AnswerGap) => string;
}

const gapValue = ({ gap, gapNote }: DescribedSection, words: GapWords): DescribedValue | null =>
  gap && { kind: 'text', text: [words.of(gap), gapNote].filter(Boolean).join(': ') };

/** What a form shows of one version, by the ids the merge knows its fields by. */
export const describedFields = (
  prefix: string,
  sections: readonly DescribedSection[],
  words: GapWords,
): DescribedFields =>
  new Map(
    sections.flatMap((section) => [
      ...section.entries.map(
        ({ path, label, value }) => [`${prefix}.${path}`, { section: section.title, label, value }] as const,
      ),
      ...(section.question === null
        ? []
        : [
            [
              `${prefix}.answers.${section.question}.gap`,
              { section: section.title, label: words.label, value: gapValue(section, words) },
            ] as const,
          ]),
    ]),
  );

/** The differences somebody can see in at least one of the two versions; what neither shows is not asked about. */
export const shownDifferences = (
  found: readonly Difference[],
  mine: DescribedFields,
  theirs: DescribedFields,
): readonly ShownDifference[] =>
  found.flatMap((difference) => {
    const here = mine.get(difference.id);
    const there = theirs.get(difference.id);
    const named = here ?? there;
    if (named === undefined) return [];
    const { section, label } = named;
    return [{ ...difference, section, label, mine: here?.value ?? null, theirs: there?.value ?? null }];
  });
