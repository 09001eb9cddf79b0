import { randomBytes } from 'node:crypto';
import { SecretBox } from '../../platform/crypto';
import { accountKey, addressKey, placeOf } from './attempt-key';

describe('what failed tries are counted under', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
    ['2001:0db8:0001:0002:ffff::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('the place of %p is %p', (address, place) => {
    expect(placeOf(address)).toBe(place);
  });

  it('shows neither address nor e-mail, and never mixes the two', () => {
    const box = new SecretBox([{ id: 'k', key: randomBytes(32) }]);
    expect(accountKey(box, 'a@b.example')).toMatch(/^account:[\w-]{43}$/);
    expect(addressKey(box, '192.0.2.7')).toMatch(/^address:[\w-]{43}$/);
    expect(accountKey(box, 'x').slice(8)).not.toBe(addressKey(box, 'x').slice(8));
  });
});
