import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { SavedViewRow, ViewContent } from './saved-view';

const COLUMNS = `v.id, v.owner_id as "ownerId", v.unit_id as "unitId", v.name, v.queue, v.filter, v.sort, v.columns,
  v.page_size as "pageSize", v.version`;

const contentParams = (view: ViewContent): unknown[] => [
  view.name,
  view.queue,
  JSON.stringify(view.filter),
  view.sort,
  view.columns,
  view.pageSize,
  view.unitId,
];

/** Stores lists under their names. */
@Injectable()
export class SavedViewRepository {
  constructor(private readonly database: Database) {}

  /** One's own views, then those of the unit, each by name; there are never more than a few dozen. */
  async visibleTo(ownerId: string, unitId: string, limit: number): Promise<SavedViewRow[]> {
    return this.database.query<SavedViewRow>(
      `select ${COLUMNS} from saved_view v where v.owner_id = $1 or v.unit_id = $2
       order by v.owner_id <> $1, lower(v.name), v.id limit $3`,
      [ownerId, unitId, limit],
    );
  }

  /** One view within sight. */
  async find(id: string): Promise<SavedViewRow | null> {
    return this.database.one<SavedViewRow>(`select ${COLUMNS} from saved_view v where v.id = $1`, [id]);
  }

  /** Lets one change at a time through for a person, so that neither limit nor names are overtaken. */
  async lock(ownerId: string): Promise<void> {
    await this.database.query(`select pg_advisory_xact_lock(hashtext('saved-view'), hashtext($1))`, [
      ownerId,
    ]);
  }

  /** How many views a person keeps. */
  async countOf(ownerId: string): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      'select count(*)::int as count from saved_view where owner_id = $1',
      [ownerId],
    );
    return row?.count ?? 0;
  }

  /** True where the person has another view of this name, whatever its letter case. */
  async nameTaken(ownerId: string, name: string, exceptId: string | null): Promise<boolean> {
    const row = await this.database.one(
      `select 1 from saved_view where owner_id = $1 and lower(name) = lower($2) and id is distinct from $3::uuid`,
      [ownerId, name, exceptId],
    );
    return row !== null;
  }

  /** Adds a view. */
  async add(id: string, ownerId: string, view: ViewContent, at: Date): Promise<void> {
    await this.database.execute(
      `insert into saved_view (name, queue, filter, sort, columns, page_size, unit_id, id, owner_id, created_at,
         changed_at)
       values ($1, $2, $3::jsonb, $4, $5, $6, $7, $8, $9, $10, $10)`,
      [...contentParams(view), id, ownerId, at],
    );
  }

  /** Changes a view that still has the version its owner saw; false where it has not. */
  async change(id: string, version: number, view: ViewContent, at: Date): Promise<boolean> {
    const changed = await this.database.execute(
      `update saved_view set name = $1, queue = $2, filter = $3::jsonb, sort = $4, columns = $5, page_size = $6,
         unit_id = $7, changed_at = $10, version = version + 1
       where id = $8 and version = $9`,
      [...contentParams(view), id, version, at],
    );
    return changed === 1;
  }

  /** Removes a view; false where it is gone already. */
  async remove(id: string): Promise<boolean> {
    return (await this.database.execute('delete from saved_view where id = $1', [id])) === 1;
  }
}
