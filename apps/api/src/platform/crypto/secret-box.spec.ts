import { createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { isOneOf, SecretBox, SecretBoxError } from './secret-box';

const key = (id: string) => ({ id, key: randomBytes(32) });
const first = key('k1');
const second = key('k2');
const box = new SecretBox([first]);

/** Flips one bit of the body of a sealed value. */
const flipped = (sealed: string, bit: number): string => {
  const [version, id, body] = sealed.split('.');
  const bytes = Buffer.from(body!, 'base64url');
  const index = Math.floor(bit / 8) % bytes.length;
  bytes[index]! ^= 1 << (bit % 8);
  return [version, id, bytes.toString('base64url')].join('.');
};

describe('SecretBox', () => {
  it('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, purpose, context) => {
        expect(box.open(purpose, context, box.seal(purpose, context, text)).toString()).toBe(text);
      }),
    );
  });

  it('derives its keys by HKDF, so that whoever has the master key opens by RFC 5869 what lies in the tables', () => {
    const derived = (purpose: string): Buffer =>
      Buffer.from(hkdfSync('sha256', first.key, '', `soc-coop v1 ${purpose}`, 32));
    const [, id, body] = box.seal('p', 'c', 'text').split('.');
    const bytes = Buffer.from(body!, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', derived('p'), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(['v1', id!, 'p', 'c'].map((part) => `${part.length}:${part}`).join('|')));
    decipher.setAuthTag(bytes.subarray(-16));
    expect(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString()).toBe(
      'text',
    );
    expect(box.mac('q', 'text')).toEqual(createHmac('sha256', derived('q')).update('text').digest());
  });

  it('never seals one value twice alike, and never shows it', () => {
    const sealed = [box.seal('p', 'c', 'JBSWY3DPEHPK3PXP'), box.seal('p', 'c', 'JBSWY3DPEHPK3PXP')];
    expect(sealed[0]).not.toBe(sealed[1]);
    expect(sealed.join()).not.toContain(Buffer.from('JBSWY3DPEHPK3PXP').toString('base64url'));
  });

  it('refuses every single changed bit', () => {
    const sealed = box.seal('p', 'c', 'secret');
    const bits = Buffer.from(sealed.split('.')[2]!, 'base64url').length * 8;
    for (let bit = 0; bit < bits; bit += 1)
      expect(() => box.open('p', 'c', flipped(sealed, bit))).toThrow(SecretBoxError);
  });

  it.each([
    ['another row', 'p', 'c2'],
    ['another purpose', 'p2', 'c'],
    ['parts that only look alike when joined', 'p|1', 'c'],
  ])('does not open in the place of %s', (_, purpose, context) => {
    const sealed = box.seal('p', 'c', 'secret');
    expect(() => box.open(purpose, context, sealed)).toThrow(SecretBoxError);
  });

  it.each(['', 'v1', 'v1.k1.', 'v1.k1.AAAA', 'v2.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'a.b.c.d'])(
    'refuses %p as not sealed at all',
    (text) => {
      expect(() => box.open('p', 'c', text)).toThrow(SecretBoxError);
    },
  );

  it('rotates: the old key still opens, the new one seals, and the old value asks to be sealed again', () => {
    const old = box.seal('p', 'c', 'secret');
    const rotated = new SecretBox([second, first]);
    expect(rotated.open('p', 'c', old).toString()).toBe('secret');
    expect(rotated.isOutdated(old)).toBe(true);
    const renewed = rotated.seal('p', 'c', 'secret');
    expect(rotated.isOutdated(renewed)).toBe(false);
    expect(() => box.open('p', 'c', renewed)).toThrow('k2');
  });

  it('hashes by key and purpose, and still knows hashes made before a rotation', () => {
    const mac = box.mac('csrf', 'session');
    expect(box.mac('csrf', 'session')).toEqual(mac);
    expect(box.mac('other', 'session')).not.toEqual(mac);
    const rotated = new SecretBox([second, first]);
    expect(rotated.mac('csrf', 'session')).not.toEqual(mac);
    expect(isOneOf(rotated.macs('csrf', 'session'), mac)).toBe(true);
    expect(isOneOf(rotated.macs('csrf', 'other'), mac)).toBe(false);
    expect(isOneOf(new SecretBox([second]).macs('csrf', 'session'), mac)).toBe(false);
    expect(isOneOf(box.macs('csrf', 'session'), Buffer.alloc(3))).toBe(false);
  });

  it.each([
    ['no key', []],
    ['a short key', [{ id: 'k', key: randomBytes(16) }]],
    ['two keys of one name', [key('k'), key('k')]],
  ])('cannot be made of %s', (_, keys) => {
    expect(() => new SecretBox(keys)).toThrow(SecretBoxError);
  });
});
