import { isUuid, newId } from './new-id';

describe('newId', () => {
  it('never gives one twice, over many draws of random bytes', () => {
    const ids = Array.from({ length: 2_000 }, () => newId(0));
    expect(new Set(ids).size).toBe(2_000);
    expect(ids.every(isUuid)).toBe(true);
  });

  it('is a UUID of version 7 that begins with its instant and goes by it', () => {
    const at = Date.UTC(2026, 10, 22);
    const id = newId(at);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
    expect(id).toMatch(/^.{14}7.{4}[89ab]/);
    expect(id < newId(at + 1)).toBe(true);
  });

  it('sorts as it was made, within one millisecond and over more than a millisecond can count', () => {
    const ids = Array.from({ length: 10_000 }, () => newId(Date.UTC(2027, 0, 1)));
    expect([...ids].sort()).toEqual(ids);
  });

  it('goes on counting when the clock is put back a little, and believes it when it is put back far', () => {
    const at = Date.UTC(2027, 5, 1);
    const before = newId(at);
    expect(newId(at - 200) > before).toBe(true);
    expect(newId(at - 3_600_000) < before).toBe(true);
  });
});
