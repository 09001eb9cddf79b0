import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forwarding between units, moves only the own side sees, and the second pair of eyes. */
export class HandOverAndApprove1795000009000 implements MigrationInterface {
  readonly name = 'HandOverAndApprove1795000009000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [APPROVAL, ADDRESSED_MOVES, OWN_MOVES, NEXT_SEQUENCE, ASSIGNING, HAND_OVER, NOTICES])
      await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(BACK);
  }
}

/**
 * \`request_approval\` and \`answer_approval\` stand on the exchange for lists and locks; who submitted, who approved
 * and the hash of what was approved stand with the draft they speak of, and go with it when it is sent: the moves
 * keep them. \`writers\` are all who ever saved the draft; a draft from before has none, and its last one counts.
 */
const APPROVAL = `
  alter table exchange
    add column request_approval text check (request_approval in ('PENDING', 'APPROVED', 'SENT_BACK')),
    add column answer_approval text check (answer_approval in ('PENDING', 'APPROVED', 'SENT_BACK'));
  create index exchange_request_approval on exchange (requesting_unit_id, due_on, id)
    include (replying_unit_id, sent_at)
    where state in ('DRAFT', 'PENDING_APPROVAL') and request_approval is not null;
  alter table exchange_draft
    add column writers uuid[] not null default '{}',
    add column submitted_by uuid references account,
    add column submitted_at timestamptz,
    add column approved_by uuid references account,
    add column approved_at timestamptz,
    add column approved_sha256 text,
    add check ((submitted_by is null) = (submitted_at is null)),
    add check ((approved_by is null) = (approved_sha256 is null) and (approved_by is null) = (approved_at is null));
`;

/** A move may name a unit (forwarded to), a person (assigned to), or the content it vouches for (approved). */
const ADDRESSED_MOVES = `
  alter table exchange_move
    add column to_unit_id uuid references unit,
    add column to_account_id uuid references account,
    add column content_sha256 text,
    add column internal boolean not null default false,
    add check (not internal or side is not null);
`;

/** What one side does inside its house is for that side, and for those who see everything. */
const OWN_MOVES = `
  drop policy exchange_move_reach on exchange_move;
  create policy exchange_move_reach on exchange_move to soc_app using (
    exists (select from exchange e where e.id = exchange_id and (
      not internal
      or (select soc_scope()) = 'all'
      or (side = 'REQUESTER' and (e.requesting_unit_id = (select soc_unit())
        or ((select soc_scope()) = 'country' and e.requesting_country = (select soc_country()))))
      or (side = 'REPLIER' and (e.replying_unit_id = (select soc_unit())
        or ((select soc_scope()) = 'country' and e.replying_country = (select soc_country()))))
    ))
  ) with check (exists (select from exchange e where e.id = exchange_id));
`;

/** Counts past moves the caller cannot see; gives a number and nothing else. */
const NEXT_SEQUENCE = `
  create function soc_next_sequence(of_exchange uuid) returns integer
    language sql stable security definer set search_path = pg_catalog, public
    return (select coalesce(max(m.sequence), 0) + 1 from public.exchange_move m where m.exchange_id = of_exchange);
  revoke all on function soc_next_sequence(uuid) from public;
  grant execute on function soc_next_sequence(uuid) to soc_app;
`;

/** A national coordinator assigns the sent cases of the country: the row must be lockable; what is read stays the same. */
const ASSIGNING = `
  drop policy exchange_change on exchange;
  create policy exchange_change on exchange for update to soc_app using (
    requesting_unit_id = (select soc_unit()) or replying_unit_id = (select soc_unit())
    or (select soc_scope()) = 'all'
    or ((select soc_scope()) = 'country' and sent_at is not null
      and (select soc_country()) in (requesting_country, replying_country))
  ) with check ((select soc_scope()) <> 'none');
`;

/**
 * The one update after which the caller no longer sees the row. PostgreSQL holds the new row of an update against the
 * policies for reading as well, so the app role cannot give a case away; widening those policies would let it look
 * back. This function does that one thing for the unit that has the case, and answers yes or no.
 */
const HAND_OVER = `
  create function soc_hand_over(
    of_exchange uuid, seen integer, to_unit uuid, by_version uuid, by_term uuid, by_clause text, due date, at timestamptz
  ) returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.exchange e set
      replying_unit_id = to_unit, replier_handler_id = null, state = 'FORWARDED', state_since = at,
      agreement_version_id = by_version, agreement_term_id = by_term, agreement_clause = by_clause,
      due_kind = 'ACCEPT', due_on = due, version = e.version + 1
    where e.id = of_exchange and e.version = seen and e.state in ('SENT', 'FORWARDED')
      and public.soc_scope() in ('unit', 'country') and e.replying_unit_id = public.soc_unit()
      and exists (select from public.unit u where u.id = to_unit and u.active
        and u.country = e.replying_country and u.id <> e.replying_unit_id)
      and not exists (select from public.exchange_move m
        where m.exchange_id = e.id and m.move = 'FORWARD' and m.unit_id = to_unit);
    return found;
  end $$;
  revoke all on function soc_hand_over(uuid, integer, uuid, uuid, uuid, text, date, timestamptz) from public;
  grant execute on function soc_hand_over(uuid, integer, uuid, uuid, uuid, text, date, timestamptz) to soc_app;
`;

/** A forwarded request is told to two units by one signal. */
const NOTICES = `
  alter table notice drop constraint notice_pkey, add primary key (id, unit_id);
`;

const BACK = `
  drop function soc_hand_over(uuid, integer, uuid, uuid, uuid, text, date, timestamptz), soc_next_sequence(uuid);
  drop policy exchange_move_reach on exchange_move;
  create policy exchange_move_reach on exchange_move to soc_app
    using (exists (select from exchange e where e.id = exchange_id))
    with check (exists (select from exchange e where e.id = exchange_id));
  drop policy exchange_change on exchange;
  create policy exchange_change on exchange for update to soc_app using (
    requesting_unit_id = (select soc_unit()) or replying_unit_id = (select soc_unit())
    or (select soc_scope()) = 'all'
  ) with check ((select soc_scope()) <> 'none');
  alter table exchange_move drop column to_unit_id, drop column to_account_id, drop column content_sha256,
    drop column internal;
  drop index exchange_request_approval;
  alter table exchange drop column request_approval, drop column answer_approval;
  alter table exchange_draft drop column writers, drop column submitted_by, drop column submitted_at,
    drop column approved_by, drop column approved_at, drop column approved_sha256;
  delete from notice a using notice b where a.id = b.id and a.unit_id > b.unit_id;
  alter table notice drop constraint notice_pkey, add primary key (id);
`;
