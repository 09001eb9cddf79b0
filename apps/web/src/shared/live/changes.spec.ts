import { type Change, caseNews, draftNews, type Heard, kept, KEPT, listNews } from './changes';

const change = (patch: Partial<Change>): Change => ({
  kind: 'MOVED',
  exchangeId: 'one',
  number: null,
  move: 'ANSWER',
  side: 'REPLIER',
  state: 'ANSWERED',
  version: 5,
  at: '2026-11-22T12:02:00.000Z',
  byYou: false,
  ...patch,
});
const heard = (heardAt: number, patch: Partial<Change> = {}): Heard => ({ change: change(patch), heardAt });

describe('what is new in a list', () => {
  it('is what others moved since it was asked for, each exchange once', () => {
    const news = [heard(1), heard(10), heard(11), heard(12, { exchangeId: 'two' })];
    expect(listNews(news, 5)).toEqual({ count: 2, answers: true, uncertain: false });
    expect(listNews(news, 20).count).toBe(0);
    expect(listNews(news, null).count).toBe(0);
  });

  it('are answers only where nothing else happened last', () => {
    const news = [heard(10), heard(11, { exchangeId: 'two', move: 'SEND' })];
    expect(listNews(news, 5)).toMatchObject({ count: 2, answers: false });
  });

  it('is nothing one did oneself, and no draft', () => {
    const news = [heard(10, { byYou: true }), heard(11, { kind: 'DRAFT_SAVED' })];
    expect(listNews(news, 5)).toEqual({ count: 0, answers: false, uncertain: false });
  });

  it('is uncertain after a break in the connection', () => {
    const news = [heard(10, { kind: 'LOOK_AGAIN', exchangeId: null })];
    expect(listNews(news, 5)).toEqual({ count: 0, answers: false, uncertain: true });
    expect(listNews(news, 11).uncertain).toBe(false);
  });
});

describe('what is new of a case', () => {
  const shown = { id: 'one', version: 4, askedAt: 5 };

  it('is a later version than the page shows, whenever it was heard of', () => {
    expect(caseNews([heard(1)], shown)).toEqual({ at: '2026-11-22T12:02:00.000Z' });
    expect(caseNews([heard(1)], { ...shown, version: 5 })).toBeNull();
    expect(caseNews([heard(9, { exchangeId: 'two' })], shown)).toBeNull();
    expect(caseNews([heard(9, { kind: 'DRAFT_SAVED' })], shown)).toBeNull();
  });

  it('is also a due day that a calendar moved, for the case and for a list', () => {
    const moved = [heard(9, { kind: 'DEADLINE_MOVED', move: null, side: null })];
    expect(caseNews(moved, shown)).toEqual({ at: '2026-11-22T12:02:00.000Z' });
    expect(listNews(moved, 5)).toEqual({ count: 1, answers: false, uncertain: false });
  });

  it('may be something after a break', () => {
    const broken = [heard(9, { kind: 'LOOK_AGAIN', exchangeId: null, version: null })];
    expect(caseNews(broken, shown)).toEqual({ at: null });
    expect(caseNews(broken, { ...shown, askedAt: 10 })).toBeNull();
  });
});

describe('a draft that is open here', () => {
  it('was saved by a colleague after it was read, or was not', () => {
    const saved = [heard(9, { kind: 'DRAFT_SAVED' })];
    expect(draftNews(saved, 'one', 5)).toBe('2026-11-22T12:02:00.000Z');
    expect(draftNews(saved, 'one', 10)).toBeNull();
    expect(draftNews(saved, 'two', 5)).toBeNull();
    expect(draftNews([heard(9, { kind: 'DRAFT_SAVED', byYou: true })], 'one', 5)).toBeNull();
  });
});

it('keeps the newest changes only', () => {
  let all: readonly Heard[] = [];
  for (let at = 0; at < KEPT + 10; at += 1) all = kept(all, heard(at));
  expect([all.length, all[0]?.heardAt]).toEqual([KEPT, 10]);
});
