import { Clock } from '../../platform/clock/clock';
import type { KnownRead } from '../../platform/database';
import { CaseMemory } from './case-memory';

class StandingClock extends Clock {
  at = new Date('2026-11-22T10:00:00Z');
  override now(): Date {
    return this.at;
  }
  pass(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}

const readOf = (sealed: string, mark: string | null = '1'): KnownRead => ({
  mark,
  answers: new Map([['select', [{ params: '[]', rows: [{ id: 'a', sealed }] }]]]),
});

let clock: StandingClock;
let memory: CaseMemory;

beforeEach(() => {
  clock = new StandingClock();
  memory = new CaseMemory(clock);
});
afterEach(() => {
  memory.onModuleDestroy();
});

describe('what was read of cases', () => {
  it('is kept for ten minutes, however often it is asked for', () => {
    const read = readOf('x');
    memory.keep('a', read);
    clock.pass(6);
    expect(memory.find('a')).toBe(read);
    memory.keep('a', read);
    clock.pass(5);
    expect(memory.find('a')).toBeNull();
  });

  it('is let go when its time is over, also where nobody asks', () => {
    memory.keep('a', readOf('x'));
    clock.pass(6);
    memory.keep('b', readOf('x'));
    clock.pass(5);
    memory.sweep();
    expect(memory.size.reads).toBe(1);
    clock.pass(6);
    memory.sweep();
    expect(memory.size).toEqual({ reads: 0, bytes: 0 });
  });

  it('is bounded in number: the oldest leave', () => {
    for (let at = 0; at < 600; at += 1) memory.keep(`case ${at}`, readOf('x'));
    expect(memory.size.reads).toBe(500);
    expect(memory.find('case 99')).toBeNull();
    expect(memory.find('case 100')).not.toBeNull();
  });

  it('is bounded in bytes: long contents push out more', () => {
    const long = 'x'.repeat(1024 * 1024);
    for (let at = 0; at < 30; at += 1) memory.keep(`case ${at}`, readOf(long));
    expect(memory.size.bytes).toBeLessThanOrEqual(48 * 1024 * 1024);
    expect(memory.size.reads).toBe(11);
    memory.keep('far too long', readOf('x'.repeat(20 * 1024 * 1024)));
    expect(memory.size).toEqual({ reads: 0, bytes: 0 });
  });

  it('is forgotten where the case is gone, and never kept without a mark', () => {
    memory.keep('a', readOf('x'));
    memory.keep('a', null);
    expect(memory.find('a')).toBeNull();
    memory.keep('b', readOf('x', null));
    expect(memory.find('b')).toBeNull();
    expect(memory.size).toEqual({ reads: 0, bytes: 0 });
  });
});
