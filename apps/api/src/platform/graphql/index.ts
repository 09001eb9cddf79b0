export { TrilingualModel, RefusalModel } from './common.models';
export { CappedCount, Connection, toConnection } from './connection';
export { graphqlOptions, type GraphqlContext } from './graphql.options';
export { DateTime, JSONObject, type JsonObject, LocalDate } from './scalars';
export { loaderOf } from './loaders';
export { PERSONAL_DATA, PersonalData } from './personal-data';
