import { Clock } from '../../platform/clock/clock';
import { KeptPages } from './kept-pages';
import { SeenAlike } from './seen-alike';

class HandClock extends Clock {
  at = 1_000;
  override now(): Date {
    return new Date(this.at);
  }
}

describe('kept pages', () => {
  it('gives a page until its instant and not after', () => {
    const clock = new HandClock();
    const pages = new KeptPages<string>(2, clock);
    pages.keep('a', 'page', 2_000);
    clock.at = 1_999;
    expect(pages.of('a')).toBe('page');
    clock.at = 2_000;
    expect(pages.of('a')).toBeNull();
  });

  it('lets the one leave that nobody asked for the longest', () => {
    const pages = new KeptPages<string>(2, new HandClock());
    pages.keep('a', 'first', 5_000);
    pages.keep('b', 'second', 5_000);
    pages.of('a');
    pages.keep('c', 'third', 5_000);
    expect([pages.of('a'), pages.of('b'), pages.of('c')]).toEqual(['first', null, 'third']);
  });
});

describe('what is seen alike', () => {
  const page = { rows: [1, 2] };
  const deadlines = [null];

  it('is made once while what it depends on stays the same', () => {
    const views = new SeenAlike<object, object>();
    const first = views.of(page, ['elena', 50, deadlines], () => ({}));
    expect(views.of(page, ['elena', 50, deadlines], () => ({}))).toBe(first);
  });

  it.each([
    ['another reader', ['mircea', 50, deadlines]],
    ['another size', ['elena', 20, deadlines]],
    ['other deadlines, though equal', ['elena', 50, [null]]],
    ['more to depend on', ['elena', 50, deadlines, 1]],
  ])('is made anew for %s', (_, on) => {
    const views = new SeenAlike<object, object>();
    const first = views.of(page, ['elena', 50, deadlines], () => ({}));
    expect(views.of(page, on, () => ({}))).not.toBe(first);
  });

  it('is made anew for another thing, though equal', () => {
    const views = new SeenAlike<object, object>();
    const first = views.of(page, [1], () => ({}));
    expect(views.of({ ...page }, [1], () => ({}))).not.toBe(first);
  });
});
