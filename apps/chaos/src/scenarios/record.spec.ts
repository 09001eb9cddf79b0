import type { Heard } from '../clients/wire';
import { AnswerRecord, checkAway } from './record';
import { checkBack } from './working';

const heard = (status: number, ms: number, headers: Record<string, string> = {}): Heard => ({
  kind: 'answer',
  status,
  headers,
  text: '',
  bytes: Buffer.alloc(0),
  ms,
});
const AWAY = { 'retry-after': '5' };

/** What is found when these answers come now, and the database went away some milliseconds ago. */
const found = (sinceMs: number, ...answers: readonly Heard[]): readonly string[] => {
  const record = new AnswerRecord();
  const from = performance.now() - sinceMs;
  answers.forEach(record.witness);
  return checkAway(record, { from, to: performance.now() + 1, longestMs: 2_000 }).map(({ detail }) => detail);
};

describe('how a database that is away is answered', () => {
  it('is right with 503 and the time to ask again, within two seconds', () => {
    expect(found(5_000, heard(503, 900, AWAY), heard(503, 1_900, AWAY))).toEqual([]);
  });

  it('is right where what was under way was still done, and not counted what lay before', () => {
    for (const done of [200, 201, 204]) expect(found(500, heard(done, 900))).toEqual([]);
    expect(found(1_500, heard(503, 3_000, AWAY))).toEqual([]);
  });

  it.each([
    ['too late', heard(503, 2_500, AWAY), 'took longer'],
    ['without the time to ask again', heard(503, 10), 'not 503 with Retry-After'],
    ['as done, though asked after it had gone', heard(200, 10), 'not 503 with Retry-After: 200'],
    ['as taken, though sent after it had gone', heard(204, 10), 'not 503 with Retry-After: 204'],
    ['as an error of ours', heard(500, 10), 'not 503 with Retry-After: 500'],
    ['not at all', { kind: 'silence', why: 'no answer', ms: 10 } as const, 'Retry-After: none'],
  ])('is found where it comes %s', (_, answer, detail) => {
    expect(found(5_000, answer)).toEqual([expect.stringContaining(detail)]);
  });

  it('proves nothing where nobody asked', () => {
    expect(found(5_000)).toEqual(['nobody asked anything']);
  });

  it('is found where work comes back too late or never', () => {
    expect(checkBack('after it', 4_999, 5_000)).toEqual([]);
    expect(checkBack('after it', 5_001, 5_000)).toHaveLength(1);
    expect(checkBack('after it', null, 5_000)).toHaveLength(1);
  });
});
