import { type TestPlatform, testPlatform } from './support/platform';

/**
 * Tables without row-level security, each with the reason why every process of the product may read it whole.
 * What is not named here must be guarded row by row: a new table is guarded, or its author says here why not.
 */
const OPEN_TO_THE_PRODUCT: Readonly<Record<string, readonly string[]>> = {
  'reference data, the same for everybody': [
    ...['country', 'nuts2', 'territory', 'unit_kind', 'data_set', 'migration'],
    ...['legal_basis', 'data_category', 'exchange_purpose', 'working_calendar', 'working_calendar_day'],
    ...['agreement', 'agreement_party', 'agreement_version', 'agreement_clause'],
    ...['agreement_term', 'agreement_term_unit', 'course', 'training_session'],
  ],
  'the directory of offices, public by its nature': [
    ...['unit', 'unit_territory', 'unit_competence', 'contact_point', 'directory_epoch'],
    // Names of offices and words of types, which a search looks up as its owner; the product has no right to it at all.
    'search_phrase',
  ],
  'asked before anybody is known, so that there is no actor yet to guard it by': [
    ...['account', 'account_password', 'membership', 'second_factor', 'recovery_code'],
    ...['sign_in_session', 'sign_in_attempt', 'api_client', 'api_client_assertion', 'api_client_token'],
  ],
  'kept by the services for the whole house, with ids and hashes only': [
    ...['idempotency_key', 'outbox', 'exchange_number', 'calendar_change', 'calendar_recalculation'],
    ...['signing_key', 'audit_event', 'enrolment', 'certificate'],
  ],
};

/** What is only ever added to: the record of what was done and of what was sent. */
const APPEND_ONLY = [
  ...[
    'audit_event',
    'exchange_move',
    'exchange_message',
    'exchange_receipt',
    'subject',
    'subject_identifier',
  ],
  ...['exchange_key', 'exchange_deadline_change', 'calendar_change', 'escalation', 'signing_key'],
];

describe('the rights of the role the product works under', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await testPlatform();
  });
  afterAll(() => platform.close());

  const names = async (sql: string, params: unknown[] = []): Promise<string[]> =>
    (await platform.behind<{ name: string }>(sql, params)).map(({ name }) => name);

  it('are guarded row by row in every table that is not named as open, with a reason', async () => {
    const open = await names(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity order by 1`,
    );
    expect(open.sort()).toEqual(Object.values(OPEN_TO_THE_PRODUCT).flat().sort());
  });

  it('have a rule of reading in every guarded table: a guard without one would only look like one', async () => {
    const unread = await names(
      `select relname as name from pg_class c
       where relnamespace = 'public'::regnamespace and relrowsecurity and not exists
         (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*'))`,
    );
    expect(unread).toEqual([]);
  });

  it('own nothing, pass no guard and make nothing', async () => {
    const [role] = await platform.behind<Record<string, boolean>>(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         has_schema_privilege(rolname, 'public', 'CREATE') as "creates" from pg_roles where rolname = 'soc_app'`,
    );
    expect(Object.values(role ?? { missing: true })).toEqual(Array.from({ length: 6 }, () => false));
    expect(await names(`select relname as name from pg_class where relowner = 'soc_app'::regrole`)).toEqual(
      [],
    );
  });

  it.each(APPEND_ONLY)('add to %s and never change it', async (table) => {
    const columns = await names(
      `select a.attname as name from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0
         and has_column_privilege('soc_app', a.attrelid, a.attnum, 'UPDATE')`,
      [table],
    );
    const [rights] = await platform.behind(
      `select has_table_privilege('soc_app', $1, 'DELETE') as "deletes",
         has_table_privilege('soc_app', $1, 'TRUNCATE') as "truncates"`,
      [table],
    );
    expect({ columns, rights }).toEqual({ columns: [], rights: { deletes: false, truncates: false } });
  });

  it('are lent more only by functions with a fixed search path, closed to everybody else', async () => {
    const lent = await platform.behind<{ name: string; fixed: boolean; everybody: boolean }>(
      `select p.proname as name, coalesce(array_to_string(proconfig, ',') like '%search_path=%', false) as fixed,
         exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0) as everybody
       from pg_proc p where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    );
    expect(lent.length).toBeGreaterThan(0);
    expect(lent.filter(({ fixed, everybody }) => !fixed || everybody)).toEqual([]);
  });
});
