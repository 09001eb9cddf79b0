import { toDomainError } from './to-domain-error';

const broken = (message: string, code: string): Error => Object.assign(new Error(message), { code });

describe('a connection that broke', () => {
  it('on the side of the sender is no outage', () => {
    expect(toDomainError(broken('aborted', 'ECONNRESET')).code).toBe('request.malformed');
  });

  it.each([
    ['read ECONNRESET', 'ECONNRESET'],
    ['connect ECONNREFUSED', 'ECONNREFUSED'],
    ['write EPIPE', 'EPIPE'],
  ])('on the side of the database is one: %s', (message, code) => {
    expect(toDomainError(broken(message, code)).code).toBe('service.unavailable');
  });
});
