import { Inject, Injectable } from '@nestjs/common';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { CONFIG, type Config } from '../../platform/config';
import { ANONYMOUS, type ClientActor } from '../../platform/context';
import { isUuid, newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { publicOrigin } from '../public-origin';
import { hashToken, newSessionToken } from '../sessions/session-token';
import { type ApiClientRow, ApiClientsRepository } from './api-clients.repository';
import { claimedClient, verifyAssertion } from './client-assertion';

/** How long an access token is good for. */
export const TOKEN_SECONDS = 300;

/** What a system sends to get a token (RFC 6749 §4.4, RFC 7523 §2.2). */
export interface TokenRequest {
  readonly grantType: string | null;
  readonly assertionType: string | null;
  readonly assertion: string | null;
}

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const actorOf = ({ id, unitId, unitCode, country, types }: ApiClientRow): ClientActor => ({
  kind: 'client',
  clientId: id,
  unitId,
  unitCode,
  country,
  types,
  actingFor: null,
});

/** Gives partner systems short-lived tokens for assertions signed with their own keys. */
@Injectable()
export class TokenService {
  private readonly audience: string;

  constructor(
    private readonly acts: Acts,
    private readonly clients: ApiClientsRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.audience = `${publicOrigin(config)}/api/v1/token`;
  }

  /**
   * Gives an access token. Opaque and kept by its hash: it can be taken back at once, and a copy of the database
   * signs nobody in (docs/adr/0014).
   * @throws DomainError access.grantUnsupported, request.malformed, access.clientRefused
   */
  async issue({ grantType, assertionType, assertion }: TokenRequest): Promise<string> {
    return this.acts.perform(ANONYMOUS, { action: 'token.issue' }, async (note) => {
      if (grantType !== 'client_credentials') throw new DomainError('access.grantUnsupported');
      if (assertionType !== ASSERTION_TYPE || assertion === null) throw new DomainError('request.malformed');
      const client = await this.findClient(assertion);
      if (client === null) throw new DomainError('access.clientRefused');
      note.by(actorOf(client));
      note.resource('api_client', client.id);
      const now = this.clock.now();
      const proved = await verifyAssertion(client, assertion, this.audience, now);
      if (proved === null || !(await this.clients.useAssertion(client.id, proved.jti, proved.expiresAt)))
        throw new DomainError('access.clientRefused');
      const token = newSessionToken();
      const expiresAt = new Date(now.getTime() + TOKEN_SECONDS * 1000);
      await this.clients.insertToken(newId(), hashToken(token), client.id, now, expiresAt);
      return token;
    });
  }

  private async findClient(assertion: string): Promise<ApiClientRow | null> {
    const id = claimedClient(assertion);
    return id !== null && isUuid(id) ? this.clients.findActive(id) : null;
  }
}
