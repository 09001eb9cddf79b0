import { Extensions } from '@nestjs/graphql';
import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';

const FILLED_AHEAD = 'filledAhead';

/**
 * Marks a field that a read plan may fill while it reads the parent. Where the parent carries the field, that is the
 * answer, without Nest's wrapper around a resolver; where it does not, the resolver asks its loader as ever.
 */
export const FilledAhead = (): PropertyDecorator & MethodDecorator => Extensions({ [FILLED_AHEAD]: true });

type AnyField = ReturnType<GraphQLObjectType['getFields']>[string];

const preferFilled = (field: AnyField): void => {
  const { name, resolve } = field;
  if (resolve === undefined) return;
  field.resolve = (parent: Readonly<Record<string, unknown>>, args, context, info): unknown =>
    parent[name] ?? (parent[name] === null ? null : resolve(parent, args, context, info));
};

/** True for a field that a read plan may fill, and that a resolver answers where it did not. */
export const isFilledAhead = ({ extensions }: Pick<AnyField, 'extensions'>): boolean =>
  extensions[FILLED_AHEAD] === true;

/** Puts what a parent carries before the resolvers of the marked fields; used as `transformSchema`. */
export const withFilledFields = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields())) if (isFilledAhead(field)) preferFilled(field);
  return schema;
};
