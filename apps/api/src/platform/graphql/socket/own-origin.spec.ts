import type { IncomingMessage } from 'node:http';
import { isOwnOrigin } from './own-origin';

// Only the headers are read.
const from = (origin: string | undefined, host = 'soc.example'): IncomingMessage =>
  ({ headers: { host, ...(origin === undefined ? {} : { origin }) } }) as IncomingMessage;

describe('where a connection comes from', () => {
  it('must be the configured address exactly', () => {
    const own = 'https://soc.example';
    expect(isOwnOrigin(from('https://soc.example'), own)).toBe(true);
    for (const other of [
      'http://soc.example',
      'https://soc.example:8443',
      'https://soc.example.evil.example',
      'https://evil.example',
      'null',
      undefined,
    ])
      expect(isOwnOrigin(from(other), own)).toBe(false);
  });

  it('must be the host asked where no address is configured', () => {
    expect(isOwnOrigin(from('http://localhost:3000', 'localhost:3000'), undefined)).toBe(true);
    expect(isOwnOrigin(from('http://localhost:3001', 'localhost:3000'), undefined)).toBe(false);
    expect(isOwnOrigin(from('null', 'localhost:3000'), undefined)).toBe(false);
  });
});
