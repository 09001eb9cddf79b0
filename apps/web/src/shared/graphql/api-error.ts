import type { ErrorKind } from '@soc-coop/contracts';

/** Reasons the browser itself can meet, beside the codes the API answers with. */
type ClientReason = 'client.offline' | 'client.unreadable';

/** A coded failure, as the API (GraphQL or REST) or the connection gave it; the text is made from the code. */
export class ApiError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly reason: ClientReason | (string & {}),
    readonly params: Readonly<Record<string, unknown>> = {},
    readonly requestId: string | null = null,
  ) {
    super(reason);
    this.name = 'ApiError';
  }

  /** True when the session must be renewed before anything else can work. */
  get needsSignIn(): boolean {
    return this.reason === 'access.signInRequired' || this.reason === 'access.sessionExpired';
  }

  /** True when somebody else changed the record meanwhile. */
  get isStale(): boolean {
    return this.reason === 'request.stale' || this.reason === 'exchange.changedMeanwhile';
  }

  /** True when trying again may succeed without changing anything. */
  get isPassing(): boolean {
    return this.kind === 'SERVICE_UNAVAILABLE' || this.reason === 'request.keyRunning';
  }
}

/** Any thrown value as an ApiError, so that pages show one kind of thing. */
export const toApiError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError('INTERNAL', 'client.unreadable');
