import { operationNameFor } from './operation-name';

describe('the name sent with a document', () => {
  const two = 'query A { agreements { nodes { code } } } query B { courses { code } }';

  it('is the one that was chosen, where there is a choice', () => {
    expect(operationNameFor(two, 'B')).toBe('B');
  });

  it('is none where it says nothing, or something of an earlier document', () => {
    expect(operationNameFor('{ courses { code } }', 'A')).toBeUndefined();
    expect(operationNameFor('query B { courses { code } }', 'A')).toBeUndefined();
    expect(operationNameFor(two, 'C')).toBeUndefined();
    expect(operationNameFor(two, null)).toBeUndefined();
    expect(operationNameFor('{ courses {', 'A')).toBeUndefined();
  });
});
