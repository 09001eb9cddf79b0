import { Injectable } from '@nestjs/common';
import { type Country, LIMITS } from '@soc-coop/contracts';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import type { PartnerSystemRow } from './partner-system.row';
import type { KeptKey } from './public-keys';

/** What changes of one; the name and the unit stay. */
export interface PartnerSystemPatch {
  readonly keys: readonly KeptKey[];
  readonly active: boolean;
}

const SELECT = `select c.id, c.name, c.unit_id as "unitId", u.country, c.types, c.jwks -> 'keys' as keys, c.active,
    c.version, c.created_at as "createdAt"
  from api_client c join unit u on u.id = c.unit_id`;

/** The register of partner systems. */
@Injectable()
export class PartnerSystemsRepository {
  constructor(private readonly database: Database) {}

  /** One page of the systems of a country, by name. */
  async page(country: Country, after: readonly string[] | null, limit: number): Promise<PartnerSystemRow[]> {
    return this.database.query<PartnerSystemRow>(
      `${SELECT} where u.country = $1 and ($2::text is null or (lower(c.name), c.id) > ($2, $3::uuid))
       order by lower(c.name), c.id limit $4`,
      [country, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** How many systems a country has, counted up to one more than the cap. */
  async count(country: Country): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from (select from api_client c join unit u on u.id = c.unit_id
         where u.country = $1 limit ${LIMITS.countCap + 1}) counted`,
      [country],
    );
    return row?.count ?? 0;
  }

  async find(id: string): Promise<PartnerSystemRow | null> {
    return this.database.one<PartnerSystemRow>(`${SELECT} where c.id = $1`, [id]);
  }

  /** The country of a unit that is in use; null when there is none. */
  async countryOfUnit(id: string): Promise<Country | null> {
    const row = await this.database.one<{ country: Country }>(
      'select country from unit where id = $1 and active',
      [id],
    );
    return row?.country ?? null;
  }

  /** Adds a system. */
  async insert(
    row: Pick<PartnerSystemRow, 'id' | 'name' | 'unitId' | 'types' | 'keys' | 'createdAt'>,
  ): Promise<void> {
    await this.database.execute(
      `insert into api_client (id, name, unit_id, types, jwks, created_at)
       values ($1, $2, $3, $4, jsonb_build_object('keys', $5::jsonb), $6)`,
      [row.id, row.name, row.unitId, row.types, JSON.stringify(row.keys), row.createdAt],
    );
  }

  /**
   * Changes a system that still has the version the caller saw.
   * @throws DomainError request.stale
   */
  async update(id: string, version: number, { keys, active }: PartnerSystemPatch): Promise<void> {
    const updated = await this.database.execute(
      `update api_client set jwks = jsonb_build_object('keys', $3::jsonb), active = $4, version = version + 1
       where id = $1 and version = $2`,
      [id, version, JSON.stringify(keys), active],
    );
    if (updated !== 1) throw new DomainError('request.stale');
  }

  /** Takes back every token a system holds; returns how many. */
  async endTokens(id: string): Promise<number> {
    return this.database.execute('delete from api_client_token where client_id = $1', [id]);
  }
}
