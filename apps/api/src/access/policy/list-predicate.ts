import { type Actor, hasRole, reachOf } from '../../platform/context';

/** A condition for a `where` clause and the values of its parameters. */
export interface SqlPredicate {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** Where a predicate stands in the statement it becomes part of. */
export interface PredicatePlace {
  /** The name the list's table goes by. */
  readonly alias: string;
  /** The number of the first free parameter. */
  readonly from: number;
}

const NOTHING: SqlPredicate = { sql: 'false', params: [] };

/**
 * Which rows of `exchange` the actor's lists and counts may hold: `exchange:view` as a condition, so that pages and
 * counts are cut after the rights and not before. Row-level security stands behind it and is never narrower.
 */
export const exchangeListPredicate = (actor: Actor, { alias, from }: PredicatePlace): SqlPredicate => {
  const reach = reachOf(actor);
  const sides = `(${alias}.requesting_unit_id = $${from} or (${alias}.replying_unit_id = $${from} and ${alias}.sent_at is not null))`;
  switch (reach.scope) {
    case 'none':
      return NOTHING;
    case 'all':
      return { sql: 'true', params: [] };
    case 'country':
      return {
        sql: `(${sides} or (${alias}.sent_at is not null and $${from + 1} in (${alias}.requesting_country, ${alias}.replying_country)))`,
        params: [reach.unitId, reach.country],
      };
    case 'unit':
      return actor.kind === 'client'
        ? {
            sql: `(${sides} and ${alias}.type_code = any($${from + 1}))`,
            params: [reach.unitId, actor.types],
          }
        : { sql: sides, params: [reach.unitId] };
  }
};

/**
 * Which rows of `account` the actor's lists may hold: `account:view` as a condition. `today` counts memberships.
 */
export const accountListPredicate = (actor: Actor, today: string, place: PredicatePlace): SqlPredicate => {
  const { alias, from } = place;
  if (actor.kind !== 'staff') return NOTHING;
  if (hasRole(actor, 'AUDITOR')) return { sql: 'true', params: [] };
  if (hasRole(actor, 'ADMINISTRATOR', 'NATIONAL_COORDINATOR'))
    return { sql: `${alias}.country = $${from}`, params: [actor.country] };
  return {
    sql: `(${alias}.id = $${from} or exists (select from membership m where m.account_id = ${alias}.id
      and m.unit_id = $${from + 1} and m.since <= $${from + 2}::date and (m.until is null or m.until >= $${from + 2}::date)))`,
    params: [actor.accountId, actor.unitId, today],
  };
};
