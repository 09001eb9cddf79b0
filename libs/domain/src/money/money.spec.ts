import fc from 'fast-check';

import { currencyOf, isAmount, levaToEuro, MoneyRefused, moneyText, parseMoney, sumMoney } from './money';

describe('parseMoney', () => {
  it.each([
    ['0', 0n],
    ['0.1', 10n],
    ['0.10', 10n],
    ['366', 36_600n],
    ['-12.05', -1205n],
    ['999999999999.99', 99_999_999_999_999n],
  ])('reads %s', (text, minor) => {
    expect(parseMoney(text, 'RON')).toEqual({ minor, currency: 'RON' });
    expect(isAmount(text)).toBe(true);
  });

  it.each([
    '',
    '-',
    '0.005',
    '1e-7',
    '1,50',
    '1 000',
    '1.',
    '.5',
    '01',
    '+1',
    'NaN',
    'Infinity',
    '0x10',
    '1_000',
    '１',
  ])('refuses %j', (text) => {
    expect(() => parseMoney(text, 'EUR')).toThrow(new MoneyRefused('NOT_AN_AMOUNT'));
    expect(isAmount(text)).toBe(false);
  });

  it('refuses what no benefit amounts to', () => {
    expect(() => parseMoney('1000000000000', 'EUR')).toThrow(new MoneyRefused('TOO_LARGE'));
    expect(isAmount('1000000000000')).toBe(false);
  });

  it('writes what it read', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n) + 1n, max: 10n ** 14n - 1n }), (minor) => {
        expect(parseMoney(moneyText({ minor, currency: 'EUR' }), 'EUR').minor).toBe(minor);
      }),
    );
  });
});

describe('sumMoney', () => {
  const lei = parseMoney('0.10', 'RON');

  it('adds without rounding', () => {
    expect(moneyText(sumMoney([lei, lei, lei], 'RON'))).toBe('0.30');
    expect(sumMoney([], 'EUR')).toEqual({ minor: 0n, currency: 'EUR' });
  });

  it('never adds across currencies', () => {
    expect(() => sumMoney([lei, parseMoney('1', 'EUR')], 'RON')).toThrow(
      new MoneyRefused('CURRENCIES_DIFFER'),
    );
  });
});

describe('levaToEuro', () => {
  it.each([
    ['1.95583'.slice(0, 4), '1.00'], // 1.95 leva are 0.997 euro
    ['100', '51.13'],
    ['195583', '100000.00'],
    ['0.01', '0.01'],
    ['-100', '-51.13'],
    ['0', '0.00'],
  ])('%s leva are %s euro', (leva, euro) => {
    expect(levaToEuro(parseMoney(leva, 'BGN'))).toEqual(parseMoney(euro, 'EUR'));
  });

  it('is within half a cent of the exact value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (minor) => {
        const euro = levaToEuro({ minor, currency: 'BGN' }).minor;
        const error = minor * 100_000n - euro * 195_583n;
        expect((error < 0n ? -error : error) * 2n <= 195_583n).toBe(true);
      }),
    );
  });

  it('has no rate for other currencies', () => {
    expect(() => levaToEuro(parseMoney('1', 'RON'))).toThrow(MoneyRefused);
  });
});

describe('currencyOf', () => {
  it.each([
    ['BG', '2025-12-31', 'BGN'],
    ['BG', '2026-01-01', 'EUR'],
    ['RO', '2025-12-31', 'RON'],
    ['RO', '2026-01-01', 'RON'],
  ] as const)('%s on %s: %s', (country, date, currency) => {
    expect(currencyOf(country, date)).toBe(currency);
  });
});
