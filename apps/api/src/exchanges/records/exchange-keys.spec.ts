import { randomBytes } from 'node:crypto';
import { SecretBox } from '../../platform/crypto';
import { Database } from '../../platform/database';
import { ExchangeKeyRepository } from './exchange-key.repository';
import { EXCHANGE_KEY_PURPOSE, ExchangeKeys } from './exchange-keys';

const box = new SecretBox([{ id: '1', key: randomBytes(32) }]);
const keys = new ExchangeKeys(new ExchangeKeyRepository(new Database()), box);
const wrapped = (exchangeId: string): string =>
  box.seal(EXCHANGE_KEY_PURPOSE, exchangeId, randomBytes(32).toString('base64'));

describe('the key of an exchange that was read along with many rows', () => {
  it('is unwrapped once, and opens what each row holds', () => {
    const key = wrapped('one');
    const sealed = ['a', 'b', 'c'].map((id) => keys.unwrap('one', key).seal('note', id, `text of ${id}`));
    const open = jest.spyOn(box, 'open');
    const boxOf = keys.opener('one');
    expect(sealed.map((text, at) => boxOf(key).open('note', 'abc'.charAt(at), text))).toEqual([
      'text of a',
      'text of b',
      'text of c',
    ]);
    expect(open).toHaveBeenCalledTimes(1);
    open.mockRestore();
  });

  it('opens nothing of another exchange, nor another row of its own', () => {
    const key = wrapped('one');
    const sealed = keys.unwrap('one', key).seal('note', 'a', 'text');
    expect(() => keys.opener('other')(key)).toThrow('does not open');
    expect(() => keys.opener('one')(key).open('note', 'b', sealed)).toThrow('does not open');
    expect(() => keys.opener('one')(wrapped('one')).open('note', 'a', sealed)).toThrow('does not open');
  });
});
