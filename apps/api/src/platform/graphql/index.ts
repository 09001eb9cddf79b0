export { TrilingualModel, RefusalModel } from './common.models';
export { Connection, type ConnectionShape, toConnection } from './connection';
export * from './enums';
export { graphqlOptions, type GraphqlContext } from './graphql.options';
export { DateTime, isLocalDate, JSONObject, type JsonObject, LocalDate } from './scalars';
export { loaderOf } from './loaders';
