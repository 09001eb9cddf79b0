import { Injectable } from '@nestjs/common';
import { LIMITS } from '@soc-coop/contracts';
import { Database, type ReadStatement } from '../platform/database';
import { SELECT_UNITS } from './unit.columns';
import type {
  ContactPointRow,
  TerritoryRow,
  UnitLineage,
  UnitNumbering,
  UnitQuery,
  UnitRow,
} from './unit.row';

const TERRITORY_COLUMNS = `territory.code, territory.country, nuts3, border_area as "borderArea",
  jsonb_build_object('ro', territory.name_ro, 'bg', territory.name_bg, 'en', territory.name_en) as name`;

/** Every condition that is not asked for is null and falls away. */
const MATCHES = `search_key like all ($1::text[])
  and ($2::text is null or unit.country = $2)
  and ($3::text is null or exists
    (select from unit_territory served where served.unit_id = unit.id and served.territory = $3))
  and ($4::text is null or exists
    (select from unit_competence handled where handled.unit_id = unit.id and handled.exchange_type = $4))
  and ($5::uuid is null or unit.parent_id = $5)`;

const paramsOf = ({ words, country, territory, competence, parent }: UnitQuery): unknown[] => [
  words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
  country,
  territory,
  competence,
  parent,
];

/** The units with these ids ($1), in no order. */
export const UNITS_BY_IDS: ReadStatement = { text: `${SELECT_UNITS} where unit.id = any ($1)`, instants: [] };

/** These units ($1) with all units above each. */
export const LINEAGES_OF: ReadStatement = {
  text: `with recursive line as (
         select id as start, id, parent_id, 0 as height from unit where id = any ($1)
         union all
         select line.start, unit.id, unit.parent_id, height + 1 from line join unit on unit.id = line.parent_id
       )
       select unit.id, unit.code, unit.country, array_agg(line.id order by height) as lineage
       from line join unit on unit.id = line.start group by unit.id, unit.code, unit.country`,
  instants: [],
};

/** A value that belongs to one of the units asked for. */
type Owned<T> = T & { readonly unitId: string };

/** Reads the directory. */
@Injectable()
export class UnitsRepository {
  constructor(private readonly database: Database) {}

  /** Units that match, by code, after the given one. */
  async find(query: UnitQuery, after: string | null, limit: number): Promise<UnitRow[]> {
    return this.database.query<UnitRow>(
      `${SELECT_UNITS} where ${MATCHES} and ($6::text is null or unit.code > $6)
       order by unit.code limit $7`,
      [...paramsOf(query), after, limit],
    );
  }

  /** How many units match, counted up to one more than the cap. */
  async count(query: UnitQuery): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from (select from unit where ${MATCHES} limit $6) counted`,
      [...paramsOf(query), LIMITS.countCap + 1],
    );
    return row?.count ?? 0;
  }

  /** The units with these ids, in no order. */
  async findByIds(ids: readonly string[]): Promise<UnitRow[]> {
    return this.database.query<UnitRow>(UNITS_BY_IDS, [ids]);
  }

  /** The unit with this code, or null. */
  async findByCode(code: string): Promise<UnitRow | null> {
    return this.database.one<UnitRow>(`${SELECT_UNITS} where unit.code = $1`, [code]);
  }

  /** The units directly below any of the given ones, by code. */
  async findChildren(parentIds: readonly string[]): Promise<Owned<UnitRow>[]> {
    return this.database.query<Owned<UnitRow>>(
      `select below.*, below."parentId" as "unitId"
       from (${SELECT_UNITS} where unit.parent_id = any ($1)) below order by below.code`,
      [parentIds],
    );
  }

  /** The territories any of the given units serve. */
  async findTerritoriesOf(unitIds: readonly string[]): Promise<Owned<TerritoryRow>[]> {
    return this.database.query<Owned<TerritoryRow>>(
      `select served.unit_id as "unitId", ${TERRITORY_COLUMNS} from unit_territory served
       join territory on territory.code = served.territory where served.unit_id = any ($1) order by territory.code`,
      [unitIds],
    );
  }

  /** The types of exchange any of the given units handle. */
  async findCompetencesOf(unitIds: readonly string[]): Promise<Owned<{ type: string }>[]> {
    return this.database.query<Owned<{ type: string }>>(
      `select unit_id as "unitId", exchange_type as type from unit_competence
       where unit_id = any ($1) order by exchange_type`,
      [unitIds],
    );
  }

  /** The ways to reach any of the given units, in the order they were given. */
  async findContactPointsOf(unitIds: readonly string[]): Promise<Owned<ContactPointRow>[]> {
    return this.database.query<Owned<ContactPointRow>>(
      `select unit_id as "unitId", kind, value, note from contact_point
       where unit_id = any ($1) order by ordinal`,
      [unitIds],
    );
  }

  /** The given units with all units above each. */
  async findLineages(unitIds: readonly string[]): Promise<UnitLineage[]> {
    return this.database.query<UnitLineage>(LINEAGES_OF, [unitIds]);
  }

  /** The unit's own number code, or the nearest one above it. */
  async findNumbering(unitId: string): Promise<UnitNumbering | null> {
    return this.database.one<UnitNumbering>(
      `with recursive line as (
         select id, parent_id, number_code, 0 as height from unit where id = $1
         union all
         select unit.id, unit.parent_id, unit.number_code, height + 1 from line join unit on unit.id = line.parent_id
       )
       select id as "unitId", number_code as code from line where number_code is not null order by height limit 1`,
      [unitId],
    );
  }

  /** All counties and districts, by code. */
  async findTerritories(borderArea: boolean | null): Promise<TerritoryRow[]> {
    return this.database.query<TerritoryRow>(
      `select ${TERRITORY_COLUMNS} from territory where ($1::boolean is null or border_area = $1)
       order by territory.country desc, territory.code`,
      [borderArea],
    );
  }
}
