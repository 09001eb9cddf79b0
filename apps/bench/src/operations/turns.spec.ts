import type { Call } from './operation';
import { makeTurns } from './turns';

const officer = { accountId: 'a', unitId: 'u', email: 'officer@bench.example' };
const calls: readonly Call[] = ['one', 'two'].map((id) => ({ officer, id, version: 5 }));

describe('turns', () => {
  it('ask the same things over and over where nothing changes', () => {
    const turns = makeTurns('case', calls);
    expect([turns.next(), turns.next(), turns.next()].map(({ id }) => id)).toEqual(['one', 'two', 'one']);
  });

  it('never give one case to two hands, and come back with the version it then has', () => {
    const turns = makeTurns('remind', calls);
    const [first, second] = [turns.next(), turns.next()];
    expect(() => turns.next()).toThrow('cases');
    turns.done(second, true);
    expect(turns.next()).toMatchObject({ id: 'two', version: 6 });
    turns.done(first, false);
    expect(() => turns.next()).toThrow('cases');
  });

  it('give every reminder a key of its own', () => {
    const turns = makeTurns('remind', calls);
    expect(turns.next().key).not.toBe(turns.next().key);
  });
});
