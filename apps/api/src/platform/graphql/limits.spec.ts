import { getIntrospectionQuery, parse } from 'graphql';
import { brokenLimit, GRAPHQL_LIMITS, measureOperation } from './limits';

const figures = (text: string, variables = {}) => measureOperation(parse(text), null, variables);

describe('limits of one operation', () => {
  it('lets an ordinary page of a list pass', () => {
    expect(brokenLimit(figures('{ units(first: 50) { nodes { id name { ro } } } }'))).toBeNull();
  });

  it('multiplies what stands below a list by its page size, also when it is a variable', () => {
    const text = 'query($n: Int) { units(first: $n) { nodes { id } } }';
    expect(figures(text, { n: 100 }).cost - figures(text, { n: 10 }).cost).toBe(90);
  });

  it('refuses nested lists that multiply', () => {
    const text = '{ a(first: 100) { nodes { b(first: 100) { nodes { c(first: 100) { nodes { d } } } } } } }';
    expect(brokenLimit(figures(text))).toBe('cost');
  });

  it('refuses depth', () => {
    const levels = GRAPHQL_LIMITS.depth + 2;
    const deep = `${'{ a '.repeat(levels)}{ x }${' }'.repeat(levels)}`;
    expect(brokenLimit(figures(deep))).toBe('depth');
  });

  it('lets the question pass with which tools read the schema', () => {
    const whole = getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true });
    expect(brokenLimit(figures(whole), GRAPHQL_LIMITS.schemaDepth)).toBeNull();
  });

  it('refuses many aliases, also of __typename', () => {
    const many = Array.from({ length: 40 }, (_, i) => `a${i}: __typename`).join(' ');
    expect(brokenLimit(figures(`{ x { ${many} } }`))).toBe('aliases');
  });

  it('stops counting an exploding set of fragments in time', () => {
    const fragments = Array.from(
      { length: 25 },
      (_, i) => `fragment F${i} on Q { ...F${i + 1} ...F${i + 1} }`,
    ).join(' ');
    const text = `query { ...F0 } ${fragments} fragment F25 on Q { x }`;
    expect(brokenLimit(figures(text))).toBe('cost');
  });
});
