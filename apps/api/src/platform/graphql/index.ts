export { TrilingualModel, RefusalModel } from './common.models';
export { CappedCount, Connection, toConnection } from './connection';
export { graphqlOptions, type GraphqlContext } from './graphql.options';
export { DateTime, JSONObject, type JsonObject, LocalDate } from './scalars';
export { serveSocket } from './socket/serve-socket';
export type { SocketConnection } from './socket/socket-connection';
export { SocketConnections } from './socket/socket-connections';
export { loaderOf } from './loaders';
export { PERSONAL_DATA, PersonalData } from './personal-data';
