import { DomainError } from '../errors';
import { Logger } from './logger';
import { redact } from './redact';

const lines = (write: (logger: Logger) => void): string => {
  const written: string[] = [];
  write(new Logger('trace', { write: (line: string) => void written.push(line) }));
  return written.join('');
};

const secrets = {
  cnp: '1800101221144',
  egn: '7523169263',
  iban: 'RO49AAAA1B31007593840000',
  mail: 'elena.popescu@ct.ajpis.example',
  bearer: 'Bearer 8Jd9fk2jd0sdkfj20dkfj',
  jwt: 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  session: 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF',
  url: 'postgres://soc_owner:very-secret@db/soc',
};

describe('the log', () => {
  it.each(Object.entries(secrets))('never shows a %s, wherever it comes from', (_, secret) => {
    const text = lines((logger) => {
      logger.info(`message with ${secret} in it`);
      logger.error(new Error(`nested ${secret}`), `trace ${secret}`);
      logger.warn(secret);
      logger.log(secret);
      logger.debug(secret);
      logger.failure(new DomainError('service.internal', { value: secret }, { cause: new Error(secret) }));
    });
    expect(text).not.toContain(secret.includes(':very-secret') ? 'very-secret' : secret);
    expect(text.split('\n').filter(Boolean)).toHaveLength(6);
  });

  it('keeps what helps: codes, ids of records, counts', () => {
    expect(redact('case RO-CT-2026-000214, 0190b3c4-1111-7abc-8def-0123456789ab, 42 rows')).toBe(
      'case RO-CT-2026-000214, 0190b3c4-1111-7abc-8def-0123456789ab, 42 rows',
    );
  });
});
