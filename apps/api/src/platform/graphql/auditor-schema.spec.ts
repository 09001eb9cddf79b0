import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  type GraphQLFieldMap,
  isInputObjectType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { withoutMutations } from './auditor-schema.plugin';

const schema = buildSchema(readFileSync(join(__dirname, '..', '..', '..', 'schema.graphql'), 'utf8'));
const reduced = withoutMutations(schema);
const namesOf = (which: typeof schema): string[] => Object.keys(which.getTypeMap());

describe('the schema as auditors see it', () => {
  it('has no way to change anything, and nothing that only a change takes or gives', () => {
    expect(reduced.getMutationType() ?? null).toBeNull();
    expect(reduced.getSubscriptionType() ?? null).toBeNull();
    const inputsOf = (fields: GraphQLFieldMap<unknown, unknown>): string[] =>
      Object.values(fields)
        .flatMap(({ args }) => args.map(({ type }) => getNamedType(type)))
        .filter((type) => isInputObjectType(type))
        .map(({ name }) => name);
    const asked = new Set(inputsOf(schema.getQueryType()?.getFields() ?? {}));
    const only = [...new Set(inputsOf(schema.getMutationType()?.getFields() ?? {}))].filter(
      (name) => !asked.has(name),
    );
    expect(only.length).toBeGreaterThan(20);
    expect(only.filter((name) => reduced.getType(name) !== undefined)).toEqual([]);
  });

  it('has every query as it is, with all that it gives', () => {
    const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
    expect(Object.keys(reduced.getQueryType()?.getFields() ?? {})).toEqual(queries);
    const trail = parse(`query ($filter: AuditEventFilter) {
      auditEvents(filter: $filter) { nodes { action unit { code } } pageInfo { endCursor } } }`);
    expect(validate(reduced, trail)).toEqual([]);
    expect(validate(schema, trail)).toEqual([]);
    const gone = namesOf(schema).filter((name) => !namesOf(reduced).includes(name));
    expect(gone).toEqual(expect.arrayContaining(['Mutation', 'Subscription']));
    expect(gone.filter((name) => isObjectType(schema.getType(name)) && name.endsWith('Connection'))).toEqual(
      [],
    );
  });
});
