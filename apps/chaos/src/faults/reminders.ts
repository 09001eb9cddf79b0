import type pg from 'pg';

/** Today is worked in both countries, whatever day of the week a run happens to be on. */
const WORKED_TODAY = `insert into working_calendar_day (id, country, key, origin, day, working, kind, name_ro, name_bg,
    name_en, source_act)
  select gen_random_uuid(), c.code, 'chaos-' || d.days, 'MANUAL', current_date + d.days, true, 'WORKED', 'zi lucrată', 'работен ден',
    'worked day', 'invented'
  from country c, generate_series(-3, 3) as d(days)
  where extract(isodow from current_date + d.days) > 5
  on conflict do nothing`;
const NOT_OFF = `update working_calendar_day set removed_at = now()
  where not working and removed_at is null and day between current_date - 3 and current_date + 3`;
/** Deadlines of open cases are near or over: for every second one since long. */
const PRESS = `update exchange set due_on = current_date - case when get_byte(uuid_send(id), 15) % 2 = 0 then 1 else 60 end
  where state in ('SENT', 'ACCEPTED') and due_kind is not null and due_on > current_date`;

/** The days around today are worked ones. */
export const workToday = async (client: pg.Client): Promise<void> => {
  await client.query(NOT_OFF);
  await client.query(WORKED_TODAY);
};

/** Brings the deadlines of all open cases near, as weeks would; gives how many are over now. */
export const press = async (client: pg.Client): Promise<number> => (await client.query(PRESS)).rowCount ?? 0;

/** Asks for jobs as their plan would, each as often as is said, so that several processes work at the same. */
export const askForJobs = async (
  client: pg.Client,
  names: readonly string[],
  times = 1,
): Promise<readonly string[]> => {
  const { rows } = await client.query<{ id: string }>(
    `insert into pgboss.job (name, policy, retry_limit, retry_delay, retry_backoff)
     select q.name, q.policy, 5, 1, false from pgboss.queue q, generate_series(1, $2::int)
     where q.name = any($1) returning id`,
    [names, times],
  );
  return rows.map(({ id }) => id);
};

/** In which states jobs are. */
export const jobStates = async (client: pg.Client, ids: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await client.query<{ state: string }>(
    'select state::text as state from pgboss.job where id = any($1::uuid[])',
    [ids],
  );
  return rows.map(({ state }) => state);
};
