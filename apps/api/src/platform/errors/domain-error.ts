import { errorDefinition, type ErrorCode, type ErrorKind, type ErrorParams } from '@soc-coop/contracts';

/**
 * A refusal or failure the product knows: a code and its parameters. The text belongs to the reader's
 * language and is made at the edge. Parameters carry no personal data.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'DomainError';
  }

  /** The class of the error: decides HTTP status and GraphQL `extensions.code`. */
  get kind(): ErrorKind {
    return errorDefinition(this.code).kind;
  }
}
