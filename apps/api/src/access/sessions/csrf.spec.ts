import type { FastifyRequest } from 'fastify';
import { loadConfig } from '../../platform/config';
import { SecretBox } from '../../platform/crypto';
import { Csrf } from './csrf';

const keys = [
  { id: '2', key: Buffer.alloc(32, 2) },
  { id: '1', key: Buffer.alloc(32, 1) },
];
const config = loadConfig({
  DATABASE_URL: 'postgres://x',
  MASTER_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')}`,
});
const changing = (token: string | undefined): FastifyRequest => {
  const headers = token === undefined ? {} : { 'x-csrf-token': token };
  return { method: 'POST', headers } as FastifyRequest;
};

describe('the token against requests of other sites', () => {
  const box = new SecretBox(keys);
  const csrf = new Csrf(box, config);
  const refused = (token: string | undefined, session: string) => () => {
    csrf.require(changing(token), session);
  };

  it('is that of the session, at the first request and at every later one', () => {
    const token = csrf.tokenOf('session');
    for (let request = 0; request < 2; request += 1) {
      expect(refused(token, 'session')).not.toThrow();
      expect(refused(token, 'another')).toThrow('access.csrf');
      expect(refused(csrf.tokenOf('another'), 'session')).toThrow('access.csrf');
      expect(refused(undefined, 'session')).toThrow('access.csrf');
      expect(refused(token.slice(0, -2), 'session')).toThrow('access.csrf');
    }
  });

  it('is taken also where it was made before the key was rotated', () => {
    const earlier = new Csrf(new SecretBox(keys.slice(1)), config).tokenOf('rotated');
    expect(earlier).not.toBe(csrf.tokenOf('rotated'));
    expect(refused(earlier, 'rotated')).not.toThrow();
  });

  it('is made once for each session', () => {
    const made = jest.spyOn(box, 'macs');
    for (let request = 0; request < 3; request += 1) refused(csrf.tokenOf('often'), 'often')();
    expect(made).toHaveBeenCalledTimes(1);
  });
});
