import { ACCESS_ERRORS } from './access';
import { AGREEMENT_ERRORS } from './agreement';
import { CALENDAR_ERRORS } from './calendar';
import { DIRECTORY_ERRORS } from './directory';
import { EXCHANGE_ERRORS } from './exchange';
import { FILE_ERRORS } from './file';
import { PLATFORM_ERRORS } from './platform';
import type { ErrorDefinition } from './shape';
import { TRAINING_ERRORS } from './training';

export { ERROR_KINDS, type ErrorDefinition, type ErrorKind } from './shape';

/** Every error the product can answer with; its text in three languages lives in `libs/messages`. */
export const ERRORS = {
  ...PLATFORM_ERRORS,
  ...ACCESS_ERRORS,
  ...DIRECTORY_ERRORS,
  ...CALENDAR_ERRORS,
  ...AGREEMENT_ERRORS,
  ...TRAINING_ERRORS,
  ...EXCHANGE_ERRORS,
  ...FILE_ERRORS,
} as const;
export type ErrorCode = keyof typeof ERRORS;

/** The parameters a code's text needs, by name. */
export type ErrorParams = Readonly<Record<string, unknown>>;

export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

/** The definition behind a code: kind and parameter names. */
export const errorDefinition = (code: ErrorCode): ErrorDefinition => ERRORS[code];

/** A refusal as data: why something is not possible, to be worded in the reader's language. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}
