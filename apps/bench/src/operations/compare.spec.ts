import { firstDifference } from './compare';

describe('comparing answers', () => {
  it('does not mind the order of fields', () => {
    expect(firstDifference({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 })).toBeNull();
  });

  it('names the first place that differs', () => {
    const one = { exchanges: { nodes: [{ id: 'a' }, { id: 'b' }] } };
    const other = { exchanges: { nodes: [{ id: 'a' }, { id: 'c' }] } };
    expect(firstDifference(one, other)).toBe('.exchanges.nodes.1.id: "b" and "c"');
  });

  it('minds the order of rows, and a row or a field too many', () => {
    expect(firstDifference([1, 2], [2, 1])).not.toBeNull();
    expect(firstDifference([1], [1, 2])).not.toBeNull();
    expect(firstDifference({ a: null }, { a: null, b: 1 })).not.toBeNull();
  });

  it('does not take an absent value for null', () => {
    expect(firstDifference({ handler: null }, {})).not.toBeNull();
  });
});
