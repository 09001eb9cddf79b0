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
});
