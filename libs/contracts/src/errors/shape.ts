/** How a coded error is answered: HTTP status and the class GraphQL clients branch on. */
export const ERROR_KINDS = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL: 500,
} as const;
export type ErrorKind = keyof typeof ERROR_KINDS;

/** One coded error: its kind, and the names of the parameters its text needs. */
export interface ErrorDefinition {
  readonly kind: ErrorKind;
  readonly params: readonly string[];
}

export const define = <T extends Readonly<Record<string, ErrorDefinition>>>(errors: T): T => errors;
