import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../platform/config';
import { SecretBox } from '../../platform/crypto';
import { DomainError } from '../../platform/errors';
import { publicOrigin } from '../public-origin';
import { isUnsafe, requireOwnSite } from './same-site';

const PURPOSE = 'csrf';

/**
 * The second line behind the SameSite cookie: a token only pages of ours can read, made of the session's id by a
 * keyed hash. It needs no storage and stays the same while the cookie's token is renewed.
 */
@Injectable()
export class Csrf {
  private readonly origin: string;

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
    if (!this.box.isMacOf(PURPOSE, sessionId, mac)) throw new DomainError('access.csrf');
  }

  /**
   * Lets a request without a session pass unless another site sent it: signing somebody in unawares is an attack
   * too.
   * @throws DomainError access.crossSite
   */
  requireOwnSite(request: FastifyRequest): void {
    requireOwnSite(request, this.origin);
  }
}
