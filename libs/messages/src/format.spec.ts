import { wordErrorParams } from './error-params';
import { formatMessage, formatText, placesOf, splitForms } from './format';
import { findMessage, loadCatalogue } from './index';
import { PLURAL_RULES } from './plurals';
import ro from './ro';

describe('plural rules', () => {
  it.each([
    ['ro', 3, 0, 1],
    ['ro', 3, 1, 0],
    ['ro', 3, 2, 1],
    ['ro', 3, 19, 1],
    ['ro', 3, 20, 2],
    ['ro', 3, 100, 2],
    ['ro', 3, 101, 1],
    ['ro', 3, 119, 1],
    ['ro', 3, 121, 2],
    ['ro', 4, 0, 0],
    ['ro', 4, 1, 1],
    ['ro', 4, 20, 3],
    ['ro', 1, 20, 0],
    ['bg', 2, 1, 0],
    ['bg', 2, 0, 1],
    ['bg', 2, 21, 1],
    ['bg', 3, 0, 0],
    ['en', 2, 1, 0],
    ['en', 2, -1, 0],
    ['en', 3, 5, 2],
  ] as const)('%s with %i forms: %i takes form %i', (locale, forms, n, form) => {
    expect(PLURAL_RULES[locale](n, forms)).toBe(form);
  });
});

describe('formatText', () => {
  it('fills places, keeps literals and leaves a place without a value visible', () => {
    expect(formatText('en', "{a} {'@'} {b} {'|'} {constructor}", { a: 1 })).toBe('1 @ {b} | {constructor}');
  });

  it('chooses the plural form by n', () => {
    expect(formatMessage('ro', ro, 'common.count.workingDays', { n: 20 })).toBe('20 de zile lucrătoare');
    expect(formatMessage('ro', ro, 'common.count.workingDays', { n: 1 })).toBe('1 zi lucrătoare');
  });

  it('does not fill a value a second time', () => {
    expect(formatText('en', '{a}', { a: '{b}', b: 'secret' })).toBe('{b}');
  });
});

describe('reading a catalogue', () => {
  it('finds texts by key, and nothing by a branch or an inherited name', () => {
    expect(findMessage(ro, 'common.state.SENT')).toBe('trimisă');
    expect(findMessage(ro, 'common.state')).toBeNull();
    expect(findMessage(ro, 'common.toString')).toBeNull();
    expect(findMessage(ro, 'common.state.SENT.length')).toBeNull();
  });

  it('loads each locale by name', async () => {
    expect((await loadCatalogue('bg')).common.country.RO).toBe('Румъния');
  });

  it('knows places and forms of a text', () => {
    expect(placesOf('{b} {a} {b}')).toEqual(['a', 'b']);
    expect(splitForms("{n} a{'|'}b | {n} c")).toEqual(["{n} a{'|'}b", '{n} c']);
  });
});

describe('wordErrorParams', () => {
  const wording = {
    locale: 'ro',
    has: (key: string) => findMessage(ro, key) !== null,
    text: (key: string) => findMessage(ro, key) ?? '',
  };

  it('words codes, lists lists, and passes the rest', () => {
    expect(
      wordErrorParams(
        { move: 'SEND', roles: ['APPROVER', 'CASEWORKER'], type: 'EX02', seconds: 5, odd: { a: 1 } },
        wording,
      ),
    ).toEqual({
      move: 'Trimitere',
      roles: 'persoană care aprobă și asistent social',
      type: 'EX02',
      seconds: 5,
    });
  });

  it('writes a day as the reader does', () => {
    expect(wordErrorParams({ date: '2026-12-07' }, wording)).toEqual({ date: '7 decembrie 2026' });
    expect(wordErrorParams({ date: '2026-12-07' }, { ...wording, locale: 'bg' })).toEqual({
      date: '7 декември 2026 г.',
    });
  });

  it('keeps a code it has no word for', () => {
    expect(wordErrorParams({ certificate: 'NEW' }, wording)).toEqual({ certificate: 'NEW' });
  });
});
