import { unwrapResolverError } from '@apollo/server/errors';
import { type ErrorCode, ERROR_KINDS, ERRORS } from '@soc-coop/contracts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { currentActor, currentRequest } from '../context';
import { DomainError, toDomainError, wordError } from '../errors';
import type { Logger } from '../log';

/** Apollo's own codes for requests that never reached a resolver. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What Apollo says where a text is not the one its hash names. */
const HASH_DIFFERS = 'provided sha does not match query';

const isRequestCode = (code: unknown): code is string => typeof code === 'string' && REQUEST_CODES.has(code);

const originalOf = (error: unknown): unknown => {
  const inner = unwrapResolverError(error);
  return inner instanceof GraphQLError && inner.originalError !== undefined ? inner.originalError : inner;
};

/** The formatted errors carry these, and nothing of the machine behind them. */
const extensionsOf = (code: string, reason: ErrorCode, params: object) => ({
  code,
  reason,
  params,
  requestId: currentRequest()?.requestId ?? null,
});

/** A hash this build does not know: most often an open page of the version before. */
const unknownOperation = (place: object): GraphQLFormattedError => ({
  message: wordError('request.operationUnknown', {}, 'en'),
  ...place,
  extensions: extensionsOf(ERRORS['request.operationUnknown'].kind, 'request.operationUnknown', {}),
});

/** What graphql-js says of a text it could read; anything else it says while parsing is about itself. */
const SAID_OF_TEXT = /^(?:Syntax Error|Document contains more than \d+ tokens)/;

/** graphql-js proposes names that resemble a wrong one: a schema in pieces, for those who may not read it whole. */
const withoutProposals = (message: string): string =>
  currentActor().kind === 'anonymous' ? message.replace(/\s*Did you mean .*$/s, '') : message;

/** What is said of a request that was refused before it ran. */
const requestMessage = (code: unknown, message: string): string =>
  code === 'GRAPHQL_PARSE_FAILED' && !SAID_OF_TEXT.test(message)
    ? wordError('request.malformed', {}, 'en')
    : withoutProposals(message);

/**
 * Words every GraphQL error: `extensions.code` is the class, `reason` the coded error, `params` what its text
 * needs, `requestId` what a person quotes to the help desk. Unknown failures are logged whole and shown as one
 * neutral sentence.
 */
export const makeFormatError =
  (logger: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = originalOf(error);
    const place = {
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
      ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    };
    const code = formatted.extensions?.['code'];
    if (code === 'PERSISTED_QUERY_NOT_FOUND') return unknownOperation(place);
    // Apollo says this without a code of its own.
    const malformed = formatted.message === HASH_DIFFERS || isRequestCode(code);
    if (!(original instanceof DomainError) && malformed)
      return {
        message: requestMessage(code, formatted.message),
        ...place,
        extensions: extensionsOf(isRequestCode(code) ? code : 'BAD_USER_INPUT', 'request.malformed', {}),
      };
    const coded = toDomainError(original);
    if (ERROR_KINDS[coded.kind] >= 500) logger.failure(coded);
    return {
      message: wordError(coded.code, coded.params, 'en'),
      ...place,
      extensions: extensionsOf(coded.kind, coded.code, coded.params),
    };
  };
