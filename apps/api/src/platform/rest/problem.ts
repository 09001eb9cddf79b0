import { type ErrorCode, ERROR_KINDS, type ErrorParams } from '@soc-coop/contracts';
import { currentRequest } from '../context';
import { type DomainError, preferredLocale, wordError } from '../errors';

/** An error as RFC 9457 words it, with the members GraphQL errors carry too. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly reason: ErrorCode;
  readonly params: ErrorParams;
  readonly requestId: string | null;
}

/** The problem document of a coded error, worded in the first language of the reader we speak. */
export const problemOf = (error: DomainError, acceptLanguage: string | undefined): Problem => ({
  type: 'about:blank',
  title: wordError(error.code, error.params, preferredLocale(acceptLanguage)),
  status: ERROR_KINDS[error.kind],
  code: error.kind,
  reason: error.code,
  params: error.params,
  requestId: currentRequest()?.requestId ?? null,
});
