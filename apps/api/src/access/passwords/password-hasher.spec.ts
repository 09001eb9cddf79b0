import { hash } from '@node-rs/argon2';
import { PasswordHasher } from './password-hasher';

const hasher = new PasswordHasher();

describe('PasswordHasher', () => {
  it('knows the right password and no other', async () => {
    const stored = await hasher.hash('correct horse battery');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await expect(hasher.verify(stored, 'correct horse battery')).resolves.toBe(true);
    await expect(hasher.verify(stored, 'correct horse batterz')).resolves.toBe(false);
    await expect(hasher.verify(stored, '')).resolves.toBe(false);
  });

  it('takes the same letters in another normal form', async () => {
    const stored = await hasher.hash('ștefan cel mare'.normalize('NFC'));
    await expect(hasher.verify(stored, 'ștefan cel mare'.normalize('NFD'))).resolves.toBe(true);
  });

  it('is never right where there is no account', async () => {
    await expect(hasher.verify(null, 'correct horse battery')).resolves.toBe(false);
  });

  it('sees that a hash was made with other parameters', async () => {
    expect(hasher.isOutdated(await hasher.hash('x'))).toBe(false);
    expect(hasher.isOutdated(await hash('x', { memoryCost: 8_192, timeCost: 2, parallelism: 1 }))).toBe(true);
    expect(hasher.isOutdated(await hash('x', { memoryCost: 19_456, timeCost: 3, parallelism: 1 }))).toBe(
      true,
    );
  });
});
