import { GatheredLines } from './gathered-lines';

class Sink {
  readonly writes: string[] = [];
  flushes = 0;
  write(text: string): void {
    this.writes.push(text);
  }
  flushSync(): void {
    this.flushes += 1;
  }
}

describe('lines of the log', () => {
  let sink: Sink;
  let lines: GatheredLines;
  beforeEach(() => {
    jest.useFakeTimers();
    sink = new Sink();
    lines = new GatheredLines(sink);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('leave together, at the latest a tenth of a second after the first', () => {
    lines.write('one\n');
    jest.advanceTimersByTime(60);
    lines.write('two\n');
    expect(sink.writes).toEqual([]);
    jest.advanceTimersByTime(40);
    expect(sink.writes).toEqual(['one\ntwo\n']);
    lines.write('three\n');
    jest.advanceTimersByTime(100);
    expect(sink.writes).toEqual(['one\ntwo\n', 'three\n']);
  });

  it('leave before that where they are many', () => {
    for (let line = 0; line < 100; line += 1) lines.write(`${'x'.repeat(99)}\n`);
    expect(sink.writes.map(({ length }) => length)).toEqual([8_200]);
    jest.advanceTimersByTime(100);
    expect(sink.writes.join('')).toHaveLength(10_000);
  });

  it('do not wait when they are told to leave, and are written once', () => {
    lines.write('failure\n');
    lines.leave();
    jest.advanceTimersByTime(200);
    expect(sink.writes).toEqual(['failure\n']);
  });

  it('are all written when the application ends, and later ones at once', () => {
    lines.write('before\n');
    lines.end();
    lines.write('after\n');
    expect([sink.writes, sink.flushes]).toEqual([['before\n', 'after\n'], 2]);
  });
});
