import type { IsoDate } from '../calendar';
import type { IdentifierFacts, IdentifierSex, IdentifierType } from './types';

/** Where a number disagrees with what is known of the person; never a reason to refuse. */
export const IDENTIFIER_WARNINGS = ['BIRTH_DATE_DIFFERS', 'SEX_DIFFERS', 'BIRTH_DATE_IN_FUTURE'] as const;
export type IdentifierWarning = (typeof IDENTIFIER_WARNINGS)[number];

/** A valid number with what is known of its holder. */
export interface IdentifierComparison {
  readonly type: IdentifierType;
  readonly facts: IdentifierFacts;
  readonly birthDate?: IsoDate | null;
  /** `M`, `F`, or any other value for not known, which is not compared. */
  readonly sex?: string | null;
  /** The present day; without it the future is not checked. */
  readonly today?: IsoDate;
}

const isSex = (sex: unknown): sex is IdentifierSex => sex === 'M' || sex === 'F';

const birthDateDiffers = ({ facts, birthDate }: IdentifierComparison): boolean =>
  typeof facts.birthDate === 'string' && (birthDate ?? facts.birthDate) !== facts.birthDate;

const sexDiffers = ({ facts, sex }: IdentifierComparison): boolean =>
  facts.sex !== undefined && isSex(sex) && sex !== facts.sex;

const isBornLater = ({ facts, today }: IdentifierComparison): boolean =>
  typeof facts.birthDate === 'string' && today !== undefined && facts.birthDate > today;

/** Says where a number and the person's data disagree. Numbers that carry neither date nor sex never warn. */
export const identifierWarnings = (comparison: IdentifierComparison): readonly IdentifierWarning[] => {
  const holds: Readonly<Record<IdentifierWarning, boolean>> = {
    BIRTH_DATE_DIFFERS: birthDateDiffers(comparison),
    SEX_DIFFERS: sexDiffers(comparison),
    BIRTH_DATE_IN_FUTURE: isBornLater(comparison),
  };
  return IDENTIFIER_WARNINGS.filter((warning) => holds[warning]);
};
