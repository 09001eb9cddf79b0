import { movesSince } from './moves-since';

const course = (...sequences: number[]) => ({ timeline: sequences.map((sequence) => ({ sequence })) });

describe('what happened since the case was read', () => {
  it('is every move beyond the last one shown, oldest first', () => {
    expect(movesSince(course(1, 2), course(4, 1, 3, 2)).map(({ sequence }) => sequence)).toEqual([3, 4]);
  });

  it('is nothing where the case on the page is the newest, or could not be read', () => {
    expect(movesSince(course(1, 2), course(1, 2))).toEqual([]);
    expect(movesSince(course(1), null)).toEqual([]);
  });
});
