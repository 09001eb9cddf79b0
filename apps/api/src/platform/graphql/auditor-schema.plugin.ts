import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { execute, type GraphQLError, type GraphQLFormattedError, GraphQLSchema, isObjectType } from 'graphql';
import { currentActor, hasRole } from '../context';
import { asksForSchema } from './operation-guard.plugin';

/**
 * The schema as auditors see it: nothing in it can change anything. What only a mutation takes or gives is not in it
 * either: types are found anew from the queries, and beside them what stands behind an interface.
 */
export const withoutMutations = (schema: GraphQLSchema): GraphQLSchema => {
  const config = schema.toConfig();
  return new GraphQLSchema({
    ...config,
    mutation: null,
    types: config.types.filter((type) => isObjectType(type) && type.getInterfaces().length > 0),
    subscription: null,
  });
};

/** How errors are worded: what a plugin answers itself, Apollo does not send through its own formatter. */
type FormatError = (formatted: GraphQLFormattedError, error: GraphQLError) => GraphQLFormattedError;

/**
 * Answers an auditor's questions about the schema from the one without mutations; whatever else the document asks is
 * answered as it would be alone.
 */
export const auditorSchema = (format: FormatError): ApolloServerPlugin<object> => {
  const reduced = new WeakMap<GraphQLSchema, GraphQLSchema>();
  const reducedFor = (schema: GraphQLSchema): GraphQLSchema => {
    const known = reduced.get(schema) ?? withoutMutations(schema);
    reduced.set(schema, known);
    return known;
  };
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ schema, document, operationName, request, contextValue }) => {
        if (!hasRole(currentActor(), 'AUDITOR') || !asksForSchema(document)) return null;
        const singleResult = await execute({
          schema: reducedFor(schema),
          document,
          operationName,
          contextValue,
          variableValues: request.variables ?? {},
        });
        const { data, errors } = singleResult;
        return {
          http: { status: 200, headers: new HeaderMap() },
          body: {
            kind: 'single',
            singleResult: {
              ...(data === undefined ? {} : { data }),
              ...(errors === undefined
                ? {}
                : { errors: errors.map((error) => format(error.toJSON(), error)) }),
            },
          },
        };
      },
    }),
  };
};
