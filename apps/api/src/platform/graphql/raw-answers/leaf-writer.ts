import { type GraphQLEnumType, type GraphQLLeafType, GraphQLInt, GraphQLScalarType } from 'graphql';

/** A leaf as JSON. It throws where the value is not one of its type; the answer is then put together as ever. */
export type LeafText = (value: unknown) => string;

// eslint-disable-next-line no-control-regex -- control characters are what JSON escapes, beside quotes and lone surrogates
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as JSON. */
export const quoted = (text: string): string =>
  NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`;

/** Everything else than the usual case is left to the type itself. */
const byType =
  (type: GraphQLLeafType): LeafText =>
  (value) => {
    const written = JSON.stringify(type.serialize(value)) as string | undefined;
    if (written === undefined) throw new Error(`${type.name} has no text`);
    return written;
  };

/** Texts that GraphQL's own types hand through as they are. */
const PLAIN_TEXTS: ReadonlySet<string> = new Set(['ID', 'String']);

const scalarWriter = (type: GraphQLScalarType): LeafText => {
  const otherwise = byType(type);
  if (PLAIN_TEXTS.has(type.name))
    return (value) => (typeof value === 'string' ? quoted(value) : otherwise(value));
  if (type.name === 'Boolean')
    return (value) => (value === true ? 'true' : value === false ? 'false' : otherwise(value));
  if (type.name === GraphQLInt.name)
    // The range of an Int, and no fraction: what survives this is written as it is.
    return (value) =>
      typeof value === 'number' && (value | 0) === value ? `${value | 0}` : otherwise(value);
  return otherwise;
};

const enumWriter = (type: GraphQLEnumType): LeafText => {
  const otherwise = byType(type);
  const known = new Map<unknown, string>(type.getValues().map(({ name, value }) => [value, quoted(name)]));
  return (value) => known.get(value) ?? otherwise(value);
};

/** How values of a scalar or an enum are written. */
export const leafWriter = (type: GraphQLLeafType): LeafText =>
  type instanceof GraphQLScalarType ? scalarWriter(type) : enumWriter(type);
