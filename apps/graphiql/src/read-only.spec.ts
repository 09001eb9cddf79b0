import {
  buildSchema,
  graphqlSync,
  introspectionFromSchema,
  parse,
  buildClientSchema,
  type IntrospectionQuery,
} from 'graphql';
import { withoutWrites, writes } from './read-only';

const schema = buildSchema('type Query { a: Int } type Mutation { b: Int } type Subscription { c: Int }');

describe('writes', () => {
  it.each([
    ['{ a }', null, false],
    ['query A { a }', 'A', false],
    ['mutation B { b }', 'B', true],
    ['mutation B { b }', null, true],
    ['subscription C { c }', null, true],
    ['query A { a } mutation B { b }', 'A', false],
    ['query A { a } mutation B { b }', 'B', true],
    ['fragment F on Query { a } { ...F }', null, false],
  ])('%s as %s: %s', (text, name, expected) => {
    expect(writes(parse(text), name)).toBe(expected);
  });
});

describe('withoutWrites', () => {
  it('leaves a schema that is whole without the types it hides', () => {
    const answer = withoutWrites({ data: introspectionFromSchema(schema) }) as { data: IntrospectionQuery };
    const read = buildClientSchema(answer.data);
    expect(read.getMutationType()).toBeFalsy();
    expect(read.getSubscriptionType()).toBeFalsy();
    expect(Object.keys(read.getTypeMap())).toEqual(expect.not.arrayContaining(['Mutation', 'Subscription']));
    expect(read.getQueryType()?.getFields()).toHaveProperty('a');
  });

  it('leaves any other answer as it is', () => {
    const answer = graphqlSync({ schema, source: '{ a }' });
    expect(withoutWrites(answer)).toBe(answer);
  });
});
