import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';

/** The committed schema is the contract with partner systems; a gate holds it to the application. */
const schema: GraphQLSchema = buildSchema(readFileSync(join(__dirname, '..', 'schema.graphql'), 'utf8'));
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);
const described = ({ description }: Described): boolean => (description ?? '').trim().length > 3;

/** Anything of the schema a reader can stand at. */
interface Described {
  readonly description?: string | null | undefined;
}
type Place = readonly [name: string, described: Described];

const placesOf = (type: GraphQLNamedType): Place[] => {
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field): Place => [`${type.name}.${field.name}`, field]);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field): Place[] => [
    [`${type.name}.${field.name}`, field],
    ...field.args.map((argument): Place => [`${type.name}.${field.name}(${argument.name})`, argument]),
  ]);
};

const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
const isRoot = (type: GraphQLNamedType): boolean => roots.some((root) => root === type);
const places: readonly Place[] = types.flatMap((type) => [
  ...(isRoot(type) ? [] : [[type.name, type] as const]),
  ...placesOf(type),
]);

describe('the GraphQL schema', () => {
  it('describes every type, field and argument', () => {
    expect(places.length).toBeGreaterThan(400);
    expect(places.filter(([, place]) => !described(place)).map(([name]) => name)).toEqual([]);
  });

  it('gives every list of records as a connection, or says by its type that it is short', () => {
    const paged = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) =>
      args.some(({ name }) => name === 'first'),
    );
    expect(paged.length).toBeGreaterThan(5);
    for (const field of paged) {
      const type = getNamedType(field.type);
      expect(type.name).toMatch(/Connection$/);
      expect(isObjectType(type) ? Object.keys(type.getFields()).sort() : []).toEqual([
        'edges',
        'nodes',
        'pageInfo',
        'totalCount',
      ]);
      expect(field.args.map(({ name }) => name)).toEqual(expect.arrayContaining(['after', 'first']));
    }
  });

  it('asks every mutation for an idempotency key', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(mutations.length).toBeGreaterThan(15);
    const without = mutations.filter(({ args }) => {
      const inputs = args.map(({ type }) => getNamedType(type));
      const names = [
        ...args.map(({ name }) => name),
        ...inputs.flatMap((type) => (isInputObjectType(type) ? Object.keys(type.getFields()) : [])),
      ];
      return !names.includes('idempotencyKey');
    });
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('calls an identifier `id` and gives it the type ID', () => {
    const wrong = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ name, type: of }) => /^id$|Id$/.test(name) && getNamedType(of).name !== 'ID')
        .map(({ name }) => `${type.name}.${name}`),
    );
    expect(wrong.filter((name) => !name.endsWith('.requestId'))).toEqual([]);
  });

  it('names types and enum values as the language of the schema does', () => {
    for (const type of types) {
      expect(type.name).toMatch(/^[A-Z][A-Za-z0-9]*$/);
      if (isEnumType(type) && type.name !== 'Locale')
        for (const { name } of type.getValues()) expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/);
    }
    expect(
      types
        .filter(isScalarType)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['DateTime', 'JSONObject', 'LocalDate']);
  });
});
