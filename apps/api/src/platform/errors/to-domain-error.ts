import { HttpException } from '@nestjs/common';
import { LIMITS } from '@soc-coop/contracts';
import { currentRequest } from '../context/request-context';
import { DomainError } from './domain-error';
import { codeForDatabaseFailure } from './sqlstate';

/** What a person quotes to support is the id under which the log has the whole failure. */
const internal = (cause: unknown): DomainError =>
  new DomainError('service.internal', { reference: currentRequest()?.requestId ?? '-' }, { cause });

const tooLarge = (cause: unknown): DomainError =>
  new DomainError('request.tooLarge', { limit: LIMITS.requestBytes }, { cause });

const byStatus = (error: HttpException): DomainError => {
  const status = error.getStatus();
  if (status === 404) return new DomainError('request.notFound', {}, { cause: error });
  if (status === 413) return tooLarge(error);
  if (status === 415) return new DomainError('request.mediaType', {}, { cause: error });
  if (status === 401) return new DomainError('access.signInRequired', {}, { cause: error });
  if (status === 403) return new DomainError('access.forbidden', {}, { cause: error });
  if (status < 500) return new DomainError('request.malformed', {}, { cause: error });
  return internal(error);
};

/** HTTP status carried by errors of the Fastify layer (body parser, rate limit …). */
const statusCodeOf = (error: unknown): number | null => {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
};

/** Node's word for a sender who hung up in the middle of a body; the database's own broken connections speak otherwise. */
const hungUp = (error: unknown): boolean =>
  error instanceof Error && error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET';

/**
 * Turns whatever was thrown into a coded error: the one exhaustive mapping GraphQL and REST share.
 * What is not known becomes `service.internal`; its cause stays attached for the log.
 */
export const toDomainError = (error: unknown): DomainError => {
  if (error instanceof DomainError) return error;
  if (error instanceof HttpException) return byStatus(error);
  // Nobody is there to be told, and nothing of ours is broken: monitors must not hear of an outage.
  if (hungUp(error)) return new DomainError('request.malformed', {}, { cause: error });
  const databaseCode = codeForDatabaseFailure(error);
  if (databaseCode !== null) return new DomainError(databaseCode, {}, { cause: error });
  const status = statusCodeOf(error);
  if (status === 413) return tooLarge(error);
  if (status === 415) return new DomainError('request.mediaType', {}, { cause: error });
  if (status !== null && status >= 400 && status < 500)
    return new DomainError('request.malformed', {}, { cause: error });
  return internal(error);
};
