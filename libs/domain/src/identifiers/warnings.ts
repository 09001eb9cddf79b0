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

/** Says where a number and the person's data disagree. Numbers that carry neither date nor sex never warn. */
export const identifierWarnings = (comparison: IdentifierComparison): readonly IdentifierWarning[] => {
  const { facts, birthDate, sex, today } = comparison;
  const numberDate = facts.birthDate ?? null;
  const warnings: IdentifierWarning[] = [];
  if (numberDate !== null && (birthDate ?? numberDate) !== numberDate) warnings.push('BIRTH_DATE_DIFFERS');
  if (facts.sex !== undefined && isSex(sex) && sex !== facts.sex) warnings.push('SEX_DIFFERS');
  if (numberDate !== null && today !== undefined && numberDate > today) warnings.push('BIRTH_DATE_IN_FUTURE');
  return warnings;
};
