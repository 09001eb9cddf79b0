import { type DocumentNode, getIntrospectionQuery, parse, print } from 'graphql';
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

  it('measures a document it knows by its own variables, operation and lengths of pages', () => {
    const document = parse(
      'query A($n: Int, $m: Int) { units(first: $n) { nodes { id offices(first: $m) { nodes { id } } } } } query B { a b c }',
    );
    const costs = (again: DocumentNode) =>
      [
        { n: 10, m: 1 },
        { n: 1, m: 10 },
        { n: 'ten', m: 10 },
        { m: 10 },
        ...Array.from({ length: 30 }, (_, at) => ({ n: at + 40, m: at })),
      ].map((variables) => measureOperation(again, 'A', variables).cost);
    const anew = costs(parse(print(document)));
    expect(costs(document)).toEqual(anew);
    expect(costs(document)).toEqual(anew);
    expect(new Set(anew.slice(0, 3)).size).toBe(3);
    expect(anew[2]).toBe(anew[3]);
    expect(measureOperation(document, 'B', { n: 10, m: 1 }).cost).toBe(3);
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
