export { Database } from './database';
export { makeAppDataSource, makeOwnerDataSource } from './data-source';
export { firstConnection } from './first-connection';
export { migrate } from './migrate';
export { isUuid, newId } from './new-id';
export {
  type KnownRead,
  makeMarkedPlan,
  makeReadPlan,
  type MarkedPlan,
  prepared,
  type PlannedRead,
  type ReadPlan,
  type ReadStatement,
  rowsAsJson,
  withInstants,
} from './read-ahead';
export { Heartbeat } from './heartbeat';
export { Presence } from './presence';
export { PreparedRead, type PreparedStatement } from './prepared-read';
export { Readiness } from './readiness';
export { UnitOfWork } from './unit-of-work';
export { guarded, together } from './write-batch';
