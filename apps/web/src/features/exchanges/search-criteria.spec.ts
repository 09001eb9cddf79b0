import { addressOf, filtersIn, isEmpty, NO_CRITERIA, variablesOf } from './search-criteria';

const criteria = {
  ...NO_CRITERIA,
  words: ' Георгиев ',
  identifier: '7730159420',
  type: 'EX02',
  state: 'open',
};

describe('what a search is made of', () => {
  it('keeps the person out of the address', () => {
    expect(addressOf(criteria)).toEqual({ type: 'EX02', state: 'open' });
    expect(JSON.stringify(addressOf(criteria))).not.toMatch(/Георгиев|7730159420/);
  });

  it('reads filters back and nothing else', () => {
    expect(filtersIn({ type: 'EX02', words: 'Георгиев', unit: ['a', 'b'] })).toEqual({
      type: 'EX02',
      state: '',
      unit: '',
      from: '',
      to: '',
    });
  });

  it('asks the API for what is given', () => {
    const { states, ...rest } = variablesOf(criteria);
    expect(rest).toEqual({ query: 'Георгиев', identifier: '7730159420', type: 'EX02' });
    expect(states).toContain('SENT');
    expect(states).not.toContain('CLOSED');
    expect(variablesOf({ ...NO_CRITERIA, state: 'CLOSED' })).toEqual({ states: ['CLOSED'] });
  });

  it('knows when nothing is asked for', () => {
    expect(isEmpty({ ...NO_CRITERIA, words: '  ' })).toBe(true);
    expect(isEmpty(criteria)).toBe(false);
  });
});
