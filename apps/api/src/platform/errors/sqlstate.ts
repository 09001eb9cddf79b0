import type { ErrorCode } from '@soc-coop/contracts';

/** What PostgreSQL or its driver says about a failure. */
interface DatabaseFailure {
  readonly code?: unknown;
  readonly driverError?: unknown;
  readonly message?: unknown;
}

const BY_STATE: Readonly<Record<string, ErrorCode>> = {
  '54001': 'request.tooComplex',
  '08P01': 'request.malformed',
  '23505': 'request.conflict',
  '23503': 'request.conflict',
  '23514': 'request.conflict',
  '23P01': 'request.conflict',
  '40001': 'request.conflict',
  '40P01': 'request.conflict',
  '55P03': 'request.timeout',
  '57014': 'request.timeout',
  '42501': 'access.forbidden',
};

/** The class "data exception": whatever the value was, it is not one PostgreSQL can take, and it came from the caller. */
const DATA_EXCEPTION = '22';

/** Classes of SQLSTATE that mean "the database is not there or not able". */
const UNAVAILABLE_CLASSES = ['08', '53', '57', '58', 'XX'];

/** Failures of the connection itself, before PostgreSQL could answer. */
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);
/** What driver and TypeORM say of a connection that broke; a unit of work never releases its runner itself. */
const DRIVER_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|client has encountered a connection error|query runner already released/i;

const failureOf = (error: unknown): DatabaseFailure | null => {
  if (typeof error !== 'object' || error === null) return null;
  const failure: DatabaseFailure = error;
  return failureOf(failure.driverError) ?? failure;
};

/** The SQLSTATE or system code of a database failure, if the error is one. */
const sqlState = (error: unknown): string | null => {
  const code = failureOf(error)?.code;
  return typeof code === 'string' ? code : null;
};

const codeForClass = (state: string): ErrorCode | null => {
  if (!/^[0-9A-Z]{5}$/.test(state)) return null;
  const name = state.slice(0, 2);
  if (name === DATA_EXCEPTION) return 'request.malformed';
  return UNAVAILABLE_CLASSES.includes(name) ? 'service.unavailable' : null;
};

/**
 * The coded error for a database failure, or null when the error is something else.
 * The database's own `detail` text is never shown: it may quote personal data.
 */
export const codeForDatabaseFailure = (error: unknown): ErrorCode | null => {
  const state = sqlState(error);
  if (state !== null) {
    const known = BY_STATE[state];
    if (known !== undefined) return known;
    if (NETWORK_CODES.has(state)) return 'service.unavailable';
    const byClass = codeForClass(state);
    if (byClass !== null) return byClass;
  }
  const message = failureOf(error)?.message;
  return typeof message === 'string' && DRIVER_MESSAGES.test(message) ? 'service.unavailable' : null;
};
