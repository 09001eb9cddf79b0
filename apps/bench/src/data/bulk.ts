/**
 * A connection that fills tables: foreign keys and triggers rest, because the generator makes both ends, and a million
 * checks one by one cost minutes. Only the superuser may ask for it.
 */
export const BULK_SETTINGS = `set session_replication_role = replica; set synchronous_commit = off;
  set work_mem = '128MB'; set timezone = 'UTC'`;
