import type { ErrorKind } from '@soc-coop/contracts';
import type { Actor, SocketIdentity } from '../../context';
import type { DomainError } from '../../errors';

/**
 * Close codes are the HTTP status after 4000, the reason is the error code. 4401, 4409 and 4429 tell graphql-ws clients
 * that trying again at once is of no use.
 */
const closeCode = (status: number): number => 4_000 + status;

/** Statuses of the kinds a connection can be closed for. */
const STATUS: Readonly<Partial<Record<ErrorKind, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  TOO_MANY_REQUESTS: 429,
};

/** The part of a socket a connection needs. */
export interface Closable {
  close(code: number, reason: string): void;
}

/** One open connection: whose it is, and who that is as of the last look. */
export class SocketConnection {
  private over = false;

  constructor(
    readonly identity: SocketIdentity,
    public actor: Actor,
    private readonly socket: Closable,
  ) {}

  /** True once nothing may be sent any more. */
  get isClosed(): boolean {
    return this.over;
  }

  /** Ends the connection; the client reads the error code as the reason. */
  close(error: DomainError): void {
    this.over = true;
    closeCoded(this.socket, error);
  }
}

/** Closes a socket with an error code as the reason; 4503 asks to come again. */
export const closeCoded = (socket: Closable, error: DomainError): void => {
  socket.close(closeCode(STATUS[error.kind] ?? 503), error.code);
};
