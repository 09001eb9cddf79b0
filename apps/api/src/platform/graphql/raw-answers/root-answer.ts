import type { GraphQLSchema } from 'graphql';

/** What the root field of an operation has answered already: executing the operation then asks nobody again. */
export class RootAnswer {
  constructor(readonly value: unknown) {}
}

/** Lets the root fields of queries answer with what was answered already; used as `transformSchema`. */
export const withRootAnswers = (schema: GraphQLSchema): GraphQLSchema => {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (resolve !== undefined)
      field.resolve = (root: unknown, args, context, info): unknown =>
        root instanceof RootAnswer ? root.value : resolve(root, args, context, info);
  }
  return schema;
};
