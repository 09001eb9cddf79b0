import { Injectable } from '@nestjs/common';
import type { Country, Locale, Trilingual } from '@soc-coop/contracts';
import { Database, newId } from '../platform/database';
import { DomainError } from '../platform/errors';
import type { ContactPointRow } from './unit.row';

/** The columns of a unit that can be written; what is left out stays as it is. */
export interface UnitPatch {
  readonly parentId?: string | null;
  readonly name?: Trilingual;
  readonly shortName?: Trilingual;
  readonly languages?: readonly Locale[];
  readonly active?: boolean;
  readonly searchKey?: string;
}

/** A new unit. */
export interface NewUnit {
  readonly id: string;
  readonly code: string;
  readonly country: Country;
  readonly kind: string;
  readonly parentId: string | null;
  readonly name: Trilingual;
  readonly shortName: Trilingual;
  readonly languages: readonly Locale[];
  readonly searchKey: string;
}

const textColumns = (column: string, text: Trilingual | undefined): [string, unknown][] =>
  text === undefined
    ? []
    : [
        [`${column}_ro`, text.ro],
        [`${column}_bg`, text.bg],
        [`${column}_en`, text.en],
      ];

/** Column and value of everything the patch names. */
const assignments = (patch: UnitPatch): [string, unknown][] => {
  const plain: [string, unknown][] = [
    ['parent_id', patch.parentId],
    ['languages', patch.languages],
    ['active', patch.active],
    ['search_key', patch.searchKey],
  ];
  return [
    ...plain.filter(([, value]) => value !== undefined),
    ...textColumns('name', patch.name),
    ...textColumns('short_name', patch.shortName),
  ];
};

/** Writes the directory. */
@Injectable()
export class UnitWritesRepository {
  constructor(private readonly database: Database) {}

  /** Inserts a unit; false when its code is taken. */
  async insert(unit: NewUnit): Promise<boolean> {
    const { name, shortName } = unit;
    const rows = await this.database.query(
      `insert into unit (id, code, country, kind, parent_id, name_ro, name_bg, name_en,
         short_name_ro, short_name_bg, short_name_en, search_key, languages)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (code) do nothing returning id`,
      [
        unit.id,
        unit.code,
        unit.country,
        unit.kind,
        unit.parentId,
        name.ro,
        name.bg,
        name.en,
        shortName.ro,
        shortName.bg,
        shortName.en,
        unit.searchKey,
        unit.languages,
      ],
    );
    return rows.length === 1;
  }

  /**
   * Changes a unit that still has the version the caller saw, and raises the version.
   * @throws DomainError request.stale
   */
  async update(id: string, version: number, patch: UnitPatch): Promise<void> {
    const changes = assignments(patch);
    const set = changes.map(([column], index) => `${column} = $${index + 3}`);
    const affected = await this.database.execute(
      `update unit set ${[...set, 'version = version + 1'].join(', ')} where id = $1 and version = $2`,
      [id, version, ...changes.map(([, value]) => value)],
    );
    if (affected !== 1) throw new DomainError('request.stale');
  }

  /** Replaces the territories a unit serves. */
  async replaceTerritories(id: string, country: Country, territories: readonly string[]): Promise<void> {
    await this.database.execute('delete from unit_territory where unit_id = $1', [id]);
    await this.database.execute(
      'insert into unit_territory (unit_id, country, territory) select $1, $2, unnest($3::text[])',
      [id, country, territories],
    );
  }

  /** Replaces the exchange types a unit handles. */
  async replaceCompetences(id: string, types: readonly string[]): Promise<void> {
    await this.database.execute('delete from unit_competence where unit_id = $1', [id]);
    await this.database.execute(
      'insert into unit_competence (unit_id, exchange_type) select $1, unnest($2::text[])',
      [id, types],
    );
  }

  /** Replaces the ways to reach a unit. */
  async replaceContactPoints(id: string, points: readonly ContactPointRow[]): Promise<void> {
    await this.database.execute('delete from contact_point where unit_id = $1', [id]);
    await this.database.execute(
      `insert into contact_point (id, unit_id, ordinal, kind, value, note)
       select point.id, $1, point.ordinal, point.kind, point.value, point.note
       from jsonb_to_recordset($2) as point (id uuid, ordinal int, kind text, value text, note text)`,
      [id, JSON.stringify(points.map((point, ordinal) => ({ ...point, id: newId(), ordinal })))],
    );
  }

  /** Makes changes of the tree wait for each other: two moves at once could close a circle neither of them sees. */
  async lockTree(): Promise<void> {
    await this.database.query(`select pg_advisory_xact_lock(hashtext('unit tree'))`);
  }

  /** What those of the given territories that lie in the country are found by: names, older names, seat. */
  async findTerritoryNames(
    country: Country,
    codes: readonly string[],
  ): Promise<{ code: string; names: string }[]> {
    return this.database.query<{ code: string; names: string }>(
      `select code, search_key as names from territory
       where country = $1 and code = any ($2)`,
      [country, codes],
    );
  }

  /** True when the kind of unit exists. */
  async kindExists(kind: string): Promise<boolean> {
    return (await this.database.one('select code from unit_kind where code = $1', [kind])) !== null;
  }
}
