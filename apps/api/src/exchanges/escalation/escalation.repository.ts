import { Injectable } from '@nestjs/common';
import type { Country } from '@soc-coop/contracts';
import { Database, newId } from '../../platform/database';
import type { StepRange } from './escalation-steps';

/** A case whose deadline is near or over, and who answers for it. */
export interface PressingCase {
  readonly id: string;
  readonly dueKind: string;
  readonly dueOn: string;
  readonly replyingUnitId: string;
  /** Null where nobody handles it, or the handler no longer works in the unit. */
  readonly replierHandlerId: string | null;
}

/** Finds what presses and keeps what was told. */
@Injectable()
export class EscalationRepository {
  constructor(private readonly database: Database) {}

  /** Cases a step speaks of and that have not been told it, the longest due first. */
  async untold(
    country: Country,
    { step, from, until }: StepRange,
    today: string,
    limit: number,
  ): Promise<PressingCase[]> {
    return this.database.query<PressingCase>(
      `select e.id, e.due_kind as "dueKind", e.due_on::text as "dueOn", e.replying_unit_id as "replyingUnitId",
         handler.account_id as "replierHandlerId"
       from exchange e
         left join lateral (select m.account_id from membership m join account a on a.id = m.account_id
           where m.account_id = e.replier_handler_id and m.unit_id = e.replying_unit_id and a.active
             and m.since <= $5::date and (m.until is null or m.until >= $5::date) limit 1) handler on true
       where e.state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED') and e.due_kind is not null
         and e.replying_country = $1 and e.due_on between $2::date and $3::date
         and not exists (select from escalation done where done.exchange_id = e.id and done.due_kind = e.due_kind
           and done.due_on = e.due_on and done.step = $4)
       order by e.due_on, e.id limit $6`,
      [country, from, until, step, today, limit],
    );
  }

  /**
   * Keeps that a step is told; gives the cases it was new for. A second worker that comes at the same moment waits
   * here for the first and is then given nothing.
   */
  async keep(cases: readonly PressingCase[], { step }: StepRange, at: Date): Promise<ReadonlySet<string>> {
    const rows = cases.map(({ id, dueKind, dueOn }) => ({ factId: newId(), id, dueKind, dueOn }));
    const kept = await this.database.query<{ id: string }>(
      `insert into escalation (id, exchange_id, due_kind, due_on, step, at)
       select c."factId", c.id, c."dueKind", c."dueOn", $2, $3
       from jsonb_to_recordset($1::jsonb) as c("factId" uuid, id uuid, "dueKind" text, "dueOn" date)
       order by c.id on conflict (exchange_id, due_kind, due_on, step) do nothing
       returning exchange_id as id`,
      [JSON.stringify(rows), step, at],
    );
    return new Set(kept.map(({ id }) => id));
  }

  /** The units whose people coordinate a country. */
  async coordinationOf(country: Country, today: string): Promise<string[]> {
    const rows = await this.database.query<{ unitId: string }>(
      `select distinct m.unit_id as "unitId" from membership m join account a on a.id = m.account_id
       where m.role = 'NATIONAL_COORDINATOR' and m.country = $1 and a.active
         and m.since <= $2::date and (m.until is null or m.until >= $2::date)`,
      [country, today],
    );
    return rows.map(({ unitId }) => unitId);
  }
}
