import { GraphQLScalarType } from 'graphql';

/** JSON as it is. */
export const GraphQLJSONObject = new GraphQLScalarType({ name: 'JSONObject' });
