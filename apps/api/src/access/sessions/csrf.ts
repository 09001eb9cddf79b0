import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../platform/config';
import { isOneOf, SecretBox } from '../../platform/crypto';
import { DomainError } from '../../platform/errors';
import { publicOrigin } from '../public-origin';
import { isUnsafe, requireOwnSite } from './same-site';

const PURPOSE = 'csrf';

/** Sessions whose tokens are kept, far more than work at a time in one process; then they are made anew. */
const KEPT = 10_000;

/**
 * The second line behind the SameSite cookie: a token only pages of ours can read, made of the session's id by a
 * keyed hash. It needs no storage and stays the same while the cookie's token is renewed.
 */
@Injectable()
export class Csrf {
  private readonly origin: string;
  /** The tokens of sessions by every key there is: they stay the same as long as the session and the process live. */
  private readonly known = new Map<string, readonly Buffer[]>();

  constructor(
    private readonly box: SecretBox,
    @Inject(CONFIG) config: Config,
  ) {
    this.origin = publicOrigin(config);
  }

  /** The token of a session. */
  tokenOf(sessionId: string): string {
    return this.box.mac(PURPOSE, sessionId).toString('base64url');
  }

  /**
   * Lets a request with a session's cookie pass: reads always, anything else with the token and from our own site.
   * @throws DomainError access.csrf, access.crossSite
   */
  require(request: FastifyRequest, sessionId: string): void {
    if (!isUnsafe(request)) return;
    this.requireOwnSite(request);
    const given = request.headers['x-csrf-token'];
    const mac = Buffer.from(typeof given === 'string' ? given : '', 'base64url');
    if (!isOneOf(this.macsOf(sessionId), mac)) throw new DomainError('access.csrf');
  }

  /**
   * Lets a request without a session pass unless another site sent it: signing somebody in unawares is an attack
   * too.
   * @throws DomainError access.crossSite
   */
  requireOwnSite(request: FastifyRequest): void {
    requireOwnSite(request, this.origin);
  }

  private macsOf(sessionId: string): readonly Buffer[] {
    const known = this.known.get(sessionId);
    if (known !== undefined) return known;
    const macs = this.box.macs(PURPOSE, sessionId);
    if (this.known.size >= KEPT) this.known.clear();
    this.known.set(sessionId, macs);
    return macs;
  }
}
