import { Injectable } from '@nestjs/common';
import { Database, newId } from '../../platform/database';

/** How much somebody searched within a span of time, and when the first of these searches was. */
export interface Tally {
  readonly count: number;
  readonly since: Date | null;
}

/** What was searched before this search. */
export interface RecentSearches {
  readonly hour: Tally;
  readonly minute: Tally;
}

interface Row {
  readonly hour: number;
  readonly hourSince: Date | null;
  readonly minute: number;
  readonly minuteSince: Date | null;
}

/** Remembers searches for an hour, for all processes together. */
@Injectable()
export class SearchTallyRepository {
  constructor(private readonly database: Database) {}

  /**
   * Notes one more search, forgets those older than an hour, and gives those before this one. What a clock that was
   * days ahead has noted is not of this hour: nobody is kept from searching until its day has come.
   */
  async add(actorId: string, now: Date): Promise<RecentSearches> {
    const row = await this.database.one<Row>(
      `with forgotten as (delete from search_tally where actor_id = $2 and at <= $3::timestamptz - interval '1 hour'),
         added as (insert into search_tally (id, actor_id, at) values ($1, $2, $3))
       select count(*)::int as hour, min(at) as "hourSince",
         count(*) filter (where at > $3::timestamptz - interval '1 minute')::int as minute,
         min(at) filter (where at > $3::timestamptz - interval '1 minute') as "minuteSince"
       from search_tally where actor_id = $2 and at > $3::timestamptz - interval '1 hour'
         and at <= $3::timestamptz + interval '1 minute'`,
      [newId(), actorId, now],
    );
    return {
      hour: { count: row?.hour ?? 0, since: row?.hourSince ?? null },
      minute: { count: row?.minute ?? 0, since: row?.minuteSince ?? null },
    };
  }
}
