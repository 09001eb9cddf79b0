import { Injectable } from '@nestjs/common';
import type { Country, Locale } from '@soc-coop/contracts';
import { Database, PreparedRead } from '../../platform/database';
import { activeMemberships, type ActiveMembership } from '../membership';
import type { KeptKey } from './public-keys';

/** A partner system as it is registered. */
export interface ApiClientRow {
  readonly id: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly country: Country;
  readonly types: readonly string[];
  readonly jwks: { readonly keys: readonly KeptKey[] };
}

/** The officer a system names, if it is one. */
export interface OfficerRow {
  readonly accountId: string;
  readonly locale: Locale;
  readonly memberships: readonly ActiveMembership[];
}

/** A live token with its system, and the officer named with it. */
export interface TokenRow extends Omit<ApiClientRow, 'jwks'> {
  readonly tokenId: string;
  readonly officer: OfficerRow | null;
}

const CLIENT = `c.id, c.unit_id as "unitId", u.code as "unitCode", u.country, c.types`;

/** Token, system and officer in one round trip: it is asked at every request of a partner system. */
const FIND_TOKEN = {
  name: 'soc-token',
  text: `
  select ${CLIENT}, t.id as "tokenId",
    (select json_build_object('accountId', a.id, 'locale', a.locale,
       'memberships', ${activeMemberships('a.id', '$3')})
     from account a where a.id = $4::uuid and a.active) as officer
  from api_client_token t
    join api_client c on c.id = t.client_id and c.active
    join unit u on u.id = c.unit_id
  where t.token_hash = $1 and t.expires_at > $2`,
};

/** Partner systems, the assertions they used and the tokens they hold. */
@Injectable()
export class ApiClientsRepository {
  constructor(
    private readonly database: Database,
    private readonly reads: PreparedRead,
  ) {}

  /** An active system. */
  async findActive(id: string): Promise<ApiClientRow | null> {
    return this.database.one<ApiClientRow>(
      `select ${CLIENT}, c.jwks from api_client c join unit u on u.id = c.unit_id where c.id = $1 and c.active`,
      [id],
    );
  }

  /** The live token with this hash; asked before anybody knows who is asking, outside the ambient transaction. */
  async findByToken(
    tokenHash: Buffer,
    now: Date,
    day: string,
    officerId: string | null,
  ): Promise<TokenRow | null> {
    return this.reads.one<TokenRow>(FIND_TOKEN, [tokenHash, now, day, officerId]);
  }

  /** Marks an assertion as used; false when it was used before. */
  async useAssertion(clientId: string, jti: string, expiresAt: Date): Promise<boolean> {
    const used = await this.database.execute(
      `insert into api_client_assertion (client_id, jti, expires_at) values ($1, $2, $3) on conflict do nothing`,
      [clientId, jti, expiresAt],
    );
    return used === 1;
  }

  /** Keeps a token by its hash. */
  async insertToken(
    id: string,
    tokenHash: Buffer,
    clientId: string,
    createdAt: Date,
    expiresAt: Date,
  ): Promise<void> {
    await this.database.execute(
      `insert into api_client_token (id, token_hash, client_id, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
      [id, tokenHash, clientId, createdAt, expiresAt],
    );
  }

  /** Forgets assertions and tokens that have expired. */
  async forgetExpired(now: Date): Promise<void> {
    await this.database.execute(`delete from api_client_assertion where expires_at <= $1`, [now]);
    await this.database.execute(`delete from api_client_token where expires_at <= $1`, [now]);
  }
}
