import { tusVerdictOf } from './tus';
import type { Heard } from './wire';

const FILE = '0197a0d2-0000-7000-8000-000000000001';
const heard = (status: number, headers: Record<string, string>, body: object | null = null): Heard => {
  const text = body === null ? '' : JSON.stringify(body);
  return { kind: 'answer', status, headers, text, bytes: Buffer.from(text), ms: 1 };
};

describe('what an answer about an upload means', () => {
  it('says where the upload is, how far it came, and which file it has become', () => {
    expect(tusVerdictOf('', heard(201, { location: '/u/1', 'upload-offset': '0' }))).toEqual({
      kind: 'ok',
      path: '/u/1',
      offset: 0,
      file: null,
    });
    expect(tusVerdictOf('/u/1', heard(204, { 'upload-offset': '90', 'x-file-id': FILE }))).toEqual({
      kind: 'ok',
      path: '/u/1',
      offset: 90,
      file: FILE,
    });
  });

  it.each([
    [503, 'service.unavailable'],
    [429, 'request.tooMany'],
    [409, 'file.offsetWrong'],
  ])('is unknown at %i %s: the upload itself is asked where it stands', (status, reason) => {
    expect(tusVerdictOf('/u/1', heard(status, {}, { reason }))).toMatchObject({
      kind: 'unknown',
      signIn: false,
    });
  });

  it('is unknown where nobody answered, and after a new session where the old one is over', () => {
    const silence: Heard = { kind: 'silence', why: 'socket hang up', ms: 1 };
    expect(tusVerdictOf('/u/1', silence)).toMatchObject({ kind: 'unknown', signIn: false });
    expect(tusVerdictOf('/u/1', heard(401, {}))).toMatchObject({ kind: 'unknown', signIn: true });
  });

  it('is refused where a reason says so, and an internal error where nobody thought of it', () => {
    expect(tusVerdictOf('/u/1', heard(409, {}, { reason: 'exchange.moveNotPossible' }))).toEqual({
      kind: 'refused',
      reason: 'exchange.moveNotPossible',
    });
    expect(tusVerdictOf('/u/1', heard(404, {}))).toEqual({ kind: 'refused', reason: 'status 404' });
    expect(tusVerdictOf('/u/1', heard(500, {}))).toMatchObject({ why: 'INTERNAL status 500' });
  });
});
