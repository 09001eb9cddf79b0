import { cnpRules } from './cnp';
import { cuiRules } from './cui';
import { egnRules } from './egn';
import { eikRules } from './eik';
import { ibanRules } from './iban';
import { lnchRules } from './lnch';
import type { IdentifierCheck, IdentifierRules, IdentifierType } from './types';

/** How a kind of number is cleaned and judged. */
interface Kind {
  /** Characters people put between groups of digits. */
  readonly separators: RegExp;
  /** Country letters that may stand before the number. */
  readonly prefix?: RegExp;
  readonly rules: IdentifierRules;
}

const SPACE_OR_HYPHEN = /[\s-]/g;
const SPACE_HYPHEN_OR_STOP = /[\s.-]/g;

const KINDS: Readonly<Record<IdentifierType, Kind>> = {
  cnp: { separators: SPACE_OR_HYPHEN, rules: cnpRules },
  egn: { separators: SPACE_HYPHEN_OR_STOP, rules: egnRules },
  lnch: { separators: SPACE_HYPHEN_OR_STOP, rules: lnchRules },
  cui: { separators: SPACE_OR_HYPHEN, prefix: /^RO/, rules: cuiRules },
  eik: { separators: SPACE_HYPHEN_OR_STOP, prefix: /^BG/, rules: eikRules },
  iban: { separators: SPACE_OR_HYPHEN, rules: ibanRules },
};

/** The form numbers are stored and compared in: no separators, no country prefix of CUI and EIK, capitals. */
export const compactIdentifier = (type: IdentifierType, value: string): string => {
  const { separators, prefix } = KINDS[type];
  const bare = value.replace(separators, '').toUpperCase();
  return prefix === undefined ? bare : bare.replace(prefix, '');
};

/**
 * Checks a number as typed by the rules of its kind and says what it tells about its holder.
 * `valid: false` is no verdict on a person: see `CONFIRMABLE_REASONS` for what the user may confirm.
 * EGN and LNCh have the same shape, so the kind is always chosen by the user, never guessed.
 */
export const checkIdentifier = (type: IdentifierType, value: string): IdentifierCheck => {
  const compact = compactIdentifier(type, value);
  const outcome = KINDS[type].rules(compact);
  return typeof outcome === 'string'
    ? { valid: false, compact, reason: outcome }
    : { valid: true, compact, facts: outcome };
};
