import type { Actor } from './actor';

/** What a handshake brought: the browser's cookie, or the token of a partner system. */
export interface SocketCredentials {
  /** The `Cookie` header of the upgrade request. */
  readonly cookie: string | undefined;
  /** `Bearer …`, from the header of the upgrade or the first message; browsers cannot set the header. */
  readonly authorization: string | undefined;
}

/** Whom a connection belongs to: the key of a session or of a token, by which it is read again. */
export interface SocketIdentity {
  readonly kind: 'session' | 'token';
  readonly hash: string;
}

/**
 * Reads who stands behind long-lived connections. `access` implements it; the platform only knows the port.
 * Nothing read here counts as activity: a page left open must not keep a session alive.
 */
export abstract class SocketActors {
  /** @throws DomainError access.signInRequired, access.sessionExpired, access.tokenInvalid */
  abstract open(credentials: SocketCredentials): Promise<{ identity: SocketIdentity; actor: Actor }>;

  /** The actors as of now, by the identity's hash; those whose session or token is over are missing. */
  abstract again(identities: readonly SocketIdentity[]): Promise<ReadonlyMap<string, Actor>>;
}
