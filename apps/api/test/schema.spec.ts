import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  type GraphQLArgument,
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
const described = (text: string | null | undefined): boolean => (text ?? '').trim().length > 3;

/** Every place of the schema a reader can stand at, with its description. */
const places = types.flatMap((type): [string, string | null | undefined][] => {
  const fields = isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
  const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
  return [
    ...(isRoot ? [] : [[type.name, type.description] as [string, string | null | undefined]]),
    ...fields.map((field): [string, string | null | undefined] => [
      `${type.name}.${field.name}`,
      field.description,
    ]),
    ...fields.flatMap((field) =>
      'args' in field
        ? field.args.map((argument: GraphQLArgument): [string, string | null | undefined] => [
            `${type.name}.${field.name}(${argument.name})`,
            argument.description,
          ])
        : [],
    ),
  ];
});

describe('the GraphQL schema', () => {
  it('describes every type, field and argument', () => {
    expect(places.length).toBeGreaterThan(400);
    expect(places.filter(([, text]) => !described(text)).map(([name]) => name)).toEqual([]);
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
