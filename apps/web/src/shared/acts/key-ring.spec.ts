import { createKeyRing } from './key-ring';

describe('the key of an act', () => {
  it('stays the same for the same input, so that a retry is recognised', () => {
    const ring = createKeyRing();
    expect(ring.keyFor({ id: '1', note: 'a' })).toBe(ring.keyFor({ id: '1', note: 'a' }));
  });

  it('changes with the input, so that an edited form is not answered with the old result', () => {
    const ring = createKeyRing();
    const first = ring.keyFor({ note: 'a' });
    expect(ring.keyFor({ note: 'b' })).not.toBe(first);
  });

  it('changes after success, so that doing the same thing again is a new act', () => {
    const ring = createKeyRing();
    const first = ring.keyFor({ note: 'a' });
    ring.done();
    expect(ring.keyFor({ note: 'a' })).not.toBe(first);
  });

  it('is 32 hexadecimal characters', () => {
    expect(createKeyRing().keyFor({})).toMatch(/^[0-9a-f]{32}$/);
  });
});
