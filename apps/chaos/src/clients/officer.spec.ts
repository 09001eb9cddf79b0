import { ELENA, Officer } from './officer';

const addressesOf = (officer: Officer): ReadonlySet<string | undefined> =>
  new Set(Array.from({ length: 100 }, () => officer.headers()['x-forwarded-for']));

describe('an officer of the clients', () => {
  it('comes from many addresses, none of them another officer’s: no limit of one address holds the work up', () => {
    const [one, other] = [new Officer(ELENA, () => 0), new Officer(ELENA, () => 0)];
    const [ones, others] = [addressesOf(one), addressesOf(other)];
    expect([ones.size, others.size]).toEqual([16, 16]);
    expect(new Set([...ones, ...others]).size).toBe(32);
  });
});
