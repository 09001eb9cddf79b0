import { verdictOf } from './verdict';
import type { Heard } from './wire';

const heard = (status: number, text: string): Heard => ({
  kind: 'answer',
  status,
  headers: {},
  text,
  bytes: Buffer.from(text),
  ms: 1,
});
const answer = (status: number, body: unknown) =>
  verdictOf('sendExchange', heard(status, JSON.stringify(body)));
const refusal = (code: string, reason: string) => ({ errors: [{ extensions: { code, reason } }] });

describe('what an answer means for the one who asked', () => {
  it('is done where data came, and refused where a reason came', () => {
    const data = { id: 'case-1', version: 3 };
    expect(answer(200, { data: { sendExchange: data } })).toEqual({ kind: 'ok', data });
    expect(answer(200, refusal('CONFLICT', 'exchange.changedMeanwhile'))).toEqual({
      kind: 'refused',
      reason: 'exchange.changedMeanwhile',
    });
  });

  it.each([
    ['SERVICE_UNAVAILABLE', 'service.unavailable'],
    ['INTERNAL', 'service.internal'],
    ['TOO_MANY_REQUESTS', 'request.tooMany'],
    ['CONFLICT', 'request.keyRunning'],
  ])('is unknown where the server says %s %s: the same key is tried again', (code, reason) => {
    expect(answer(503, refusal(code, reason))).toMatchObject({ kind: 'unknown', signIn: false });
  });

  it('is unknown where nobody answered, or what came is no answer', () => {
    expect(verdictOf('x', { kind: 'silence', why: 'hung up', ms: 1 })).toMatchObject({ kind: 'unknown' });
    expect(verdictOf('x', heard(502, '<html>'))).toMatchObject({
      kind: 'unknown',
    });
  });

  it('asks for a new session where the old one is over', () => {
    expect(answer(401, refusal('UNAUTHENTICATED', 'access.sessionExpired'))).toMatchObject({ signIn: true });
  });
});
