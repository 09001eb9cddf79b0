import {
  dateTime,
  dayOf,
  decimalAmount,
  languageOf,
  longDate,
  numberOf,
  proseLanguage,
  shortDate,
} from './format';

describe('dates for the reader', () => {
  it.each([
    ['ro', '24.11.2026'],
    ['bg', '24.11.2026'],
    ['en', '24.11.2026'],
  ] as const)('writes a day in tables alike in %s', (locale, expected) => {
    expect(shortDate(locale, '2026-11-24')).toBe(expected);
  });

  it('names the weekday in sentences', () => {
    expect(longDate('ro', '2026-11-24')).toBe('marți, 24 noiembrie 2026');
    expect(longDate('bg', '2026-11-24')).toMatch(/^вторник, 24 ноември 2026/);
  });

  it('shows instants in the time of the offices', () => {
    expect(dateTime('ro', '2026-11-16T07:12:00Z')).toBe('16.11.2026, 09:12');
    expect(dateTime('ro', '2026-07-16T21:30:00Z')).toBe('17.07.2026, 00:30');
    expect(dayOf('2026-11-16T22:30:00Z')).toBe('2026-11-17');
  });

  it('writes amounts as each language does, to the cent', () => {
    expect(decimalAmount('ro', '604.50')).toBe('604,50');
    expect(decimalAmount('bg', '604.5')).toBe('604,50');
    expect(decimalAmount('en', '1234')).toBe('1,234.00');
    // Beyond what a float holds.
    expect(decimalAmount('ro', '12345678901234567.89')).toBe('12.345.678.901.234.567,89');
    expect(decimalAmount('ro', 'multe')).toBe('multe');
  });

  it('tells Cyrillic passages from Latin ones', () => {
    expect(languageOf('Георги Димитров')).toBe('bg');
    expect(languageOf('Ștefania Țurcanu')).toBe('ro');
  });
});

it('groups numbers as the language does it', () => {
  expect(numberOf('ro', 12_345)).toBe('12.345');
  expect(numberOf('en', 12_345)).toBe('12,345');
});

it('knows prose in each of the three languages', () => {
  expect(proseLanguage('Agreement of 12 November 2019, article 4')).toBe('en');
  expect(proseLanguage('Legea nr. 292/2011 a asistenței sociale')).toBe('ro');
  expect(proseLanguage('Закон за социално подпомагане')).toBe('bg');
});
