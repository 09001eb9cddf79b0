const UNIT = `current_setting('bench.unit')::uuid`;
const REPLIER = `replying_unit_id = ${UNIT} and state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED')`;
const REQUESTER = `requesting_unit_id = ${UNIT} and state in ('CLARIFICATION', 'ANSWERED', 'REFUSED')`;

/** All text of a row, as its index has it. */
const DOC = `(s.plain || ' ' || s.personal)`;

/** As many words as anybody types; those that are not there fold away when it is planned. */
const FOUND = [1, 2, 3, 4].reduce(
  (sql, at) => `${sql} and (exact[${at}] is null or ${DOC} like exact[${at}] or ${DOC} like tolerant[${at}])`,
  `s.unit_id = ${UNIT}`,
);

/**
 * What a team adds to its tables where the generated schema does not say it: the page of what waits, its capped count,
 * who handles a case, the case of one's own unit, and the reminder. Everything else is PostGraphile's own.
 */
export const FUNCTIONS = `
  create or replace function waiting_page(page_size integer) returns setof exchange language sql stable as $$
    select * from (
      (select * from exchange where ${REPLIER} order by due_on, id limit page_size)
      union all
      (select * from exchange where ${REQUESTER} order by due_on, id limit page_size)
    ) both_turns order by due_on, id limit page_size
  $$;
  create or replace function waiting_count() returns integer language sql stable as $$
    select count(*)::integer from (
      select 1 from exchange where ${REPLIER} union all select 1 from exchange where ${REQUESTER} limit 1001) capped
  $$;
  create or replace function exchange_handler(case_row exchange) returns account language sql stable as $$
    select * from account where id = coalesce(case_row.replier_handler_id, case_row.requester_handler_id)
  $$;
  create or replace function own_case(case_id uuid) returns exchange language sql stable as $$
    select * from exchange where id = case_id and ${UNIT} in (requesting_unit_id, replying_unit_id)
  $$;
  create or replace function search_page(exact text[], tolerant text[], page_size integer) returns setof exchange
    language plpgsql stable set plan_cache_mode = force_custom_plan as $$
  begin
    return query select e.* from (select exchange_id, sort_at from exchange_search s where ${FOUND}
        order by sort_at desc, exchange_id desc limit page_size) k
      join exchange e on e.id = k.exchange_id order by k.sort_at desc, k.exchange_id desc;
  end $$;
  create or replace function search_count(exact text[], tolerant text[]) returns integer
    language plpgsql stable set plan_cache_mode = force_custom_plan as $$
  begin
    return (select count(*)::integer from (select 1 from exchange_search s where ${FOUND} limit 1001) capped);
  end $$;
  create or replace function remind(case_id uuid, seen integer, sealed text, once text, move_id uuid) returns exchange language plpgsql as $$
  declare
    changed exchange;
    officer text := current_setting('bench.account');
    event_id uuid := gen_random_uuid();
  begin
    insert into idempotency_key (owner, key, action, input_hash, outcome) values ('staff:' || officer, once,
      'exchange.remind', encode(sha256(convert_to(case_id || once || seen, 'UTF8')), 'hex'), to_jsonb(case_id));
    update exchange set version = version + 1, state_since = date_trunc('milliseconds', now())
      where id = case_id and version = seen and requesting_unit_id = ${UNIT}
        and state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED') returning * into strict changed;
    insert into exchange_move (id, exchange_id, sequence, move, side, account_id, unit_id, at, sealed_note,
        agreement_version_id, agreement_clause, state_after, idempotency_key)
      select move_id, case_id, coalesce(max(sequence), 0) + 1, 'REMIND', 'REQUESTER', officer::uuid, ${UNIT},
        changed.state_since, sealed, changed.agreement_version_id, changed.agreement_clause, changed.state, once
      from exchange_move where exchange_id = case_id;
    insert into outbox (id, topic, key, payload)
      values (gen_random_uuid(), 'exchange.moved', case_id, jsonb_build_object('moveId', move_id));
    insert into audit_event (id, at, action, outcome, actor_kind, actor_id, unit_id, resource_type, resource_id, body)
      values (event_id, now(), 'exchange.remind', 'ALLOWED', 'staff', officer, ${UNIT}, 'exchange', case_id,
        jsonb_build_object('v', 1, 'id', event_id, 'at', now(), 'account', officer, 'exchange', case_id)::text);
    return changed;
  end $$;
`;
