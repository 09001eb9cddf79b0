import { DomainError } from '../errors';
import { readJsonBody } from './json-body';

const nested = (levels: number): string => `${'{"a":['.repeat(levels / 2)}1${']}'.repeat(levels / 2)}`;

const codeOf = (body: string | Buffer): string | null => {
  try {
    readJsonBody(Buffer.from(body));
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

describe('a JSON body', () => {
  it('is read as it was written, also behind a byte-order mark', () => {
    expect(readJsonBody(Buffer.from('\uFEFF{"a":["ж",1.5,-3,null,{"b":true}]}'))).toEqual({
      a: ['ж', 1.5, -3, null, { b: true }],
    });
  });

  it.each([
    ['is not JSON', '{"a":', 'request.malformed'],
    ['is empty', '', 'request.malformed'],
    ['is not UTF-8 inside a text', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 'request.malformed'],
    ['holds a number without an end', '{"a":1e400}', 'request.malformed'],
    ['holds a number JavaScript rounds', '[9007199254740993]', 'request.malformed'],
    ['reaches for the prototype', '{"a":{"__proto__":{"x":1}}}', 'request.malformed'],
    ['reaches for it by the constructor', '{"constructor":{"prototype":{"x":1}}}', 'request.malformed'],
    ['has more levels than any form', nested(34), 'request.tooComplex'],
    ['would exhaust the stack', nested(200_000), 'request.tooComplex'],
  ])('is refused when it %s', (_, body, code) => {
    expect(codeOf(body)).toBe(code);
  });

  it.each(['9007199254740991', '0.1', '-0', '{"constructor":"Manole"}', nested(32)])(
    'is taken: %s',
    (text) => {
      expect(codeOf(text)).toBeNull();
    },
  );
});
