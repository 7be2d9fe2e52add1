import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenLanguage } from '../words/chosen-language.ts';
import {
  currencyDigits,
  formatAmount,
  formatMoney,
  formatUnitPrice,
  formatUnitPriceText,
  parseAmount,
  parseCount,
  parsePercent,
  parseUnitPrice,
  parseWeight,
} from './format-money.ts';

it.each([
  ['1.236', 1236],
  ['1,5 kg', 1500],
  ['2KG', 2000],
  ['$2', null],
  ['5%', null],
  ['1.2365', null],
  ['kg', null],
])('a weight that a person typed, %s, is %j g', (text, grams) => {
  expect(parseWeight(text)).toBe(grams);
});

describe('money for people', () => {
  it('reads the digits of Arabic keyboards where the language is Arabic, and there alone', () => {
    expect([parseAmount('١٢٫٥٠', 'USD'), parseAmount('۱۲', 'USD')]).toEqual([null, null]);
    chosenLanguage.setState({ language: 'ar' });
    try {
      expect([parseAmount('١٢٫٥٠', 'USD'), parseAmount('۱۲', 'USD'), parseAmount('12.50', 'USD')]).toEqual([1250, 1200, 1250]);
      expect([parseCount('١٢'), parseCount(' ۱۲ '), parseCount('12')]).toEqual([12, 12, 12]);
    } finally {
      chosenLanguage.setState({ language: 'en' });
    }
  });

  it.each([
    ['20', 2000],
    ['12,5 %', 1250],
    ['0.01', 1],
    ['100', 10_000],
    ['100.01', null],
    ['-5', null],
    ['1.234', null],
    ['ten', null],
    ['', null],
  ])('reads the percentage %j as %j hundredths', (text, hundredths) => {
    expect(parsePercent(text)).toBe(hundredths);
    if (text.includes('%')) expect(parseAmount(text, 'USD')).toBeNull();
  });

  it.each([
    [1250, 'USD', '$12.50'],
    [0, 'USD', '$0.00'],
    [-305, 'GBP', '-£3.05'],
    [1250, 'JPY', '¥1,250'],
    [1250, 'KWD', 'KWD 1.250'],
    [123456789, 'EUR', '€1,234,567.89'],
  ])('writes %d minor units of %s as %s', (minor, currency, text) => {
    expect(formatMoney(minor, currency).replace(/\s/u, ' ')).toBe(text);
  });

  it.each([
    [255_000, 'USD', '$2.55'],
    [2_550_500, 'USD', '$25.505'],
    [100, 'GBP', '£0.001'],
    [5_000, 'JPY', '¥5'],
  ])('writes a unit price of %d thousandths of %s as %s', (price, currency, text) => {
    expect(formatUnitPrice(price, currency)).toBe(text);
  });

  it.each([
    ['12.5', 'USD', 1250],
    ['12,50', 'USD', 1250],
    ['$ 12', 'USD', 1200],
    ['.5', 'USD', 50],
    ['1250', 'JPY', 1250],
    ['12.345', 'USD', null],
    ['1.5', 'JPY', null],
    ['-3', 'USD', null],
    ['', 'USD', null],
    ['.', 'USD', null],
    ['12a', 'USD', null],
  ])('reads %j of %s as %j', (text, currency, minor) => {
    expect(parseAmount(text, currency)).toBe(minor);
  });

  it.each([
    ['en', '1,000.00', 'USD', 100_000],
    ['en', '$1,234,567.8', 'USD', 123_456_780],
    ['en', '12,345', 'USD', 1_234_500],
    ['en', '1,00', 'USD', 100],
    ['en', '1,250', 'KWD', 1_250],
    ['en', '1,250.500', 'KWD', 1_250_500],
    ['en', '12,34,567.00', 'USD', null],
    ['en', '1,000.00.00', 'USD', null],
    ['en', '1.000,00', 'USD', null],
    ['de', '1.000,00', 'EUR', 100_000],
    ['de', '12.345', 'EUR', 1_234_500],
    ['de', '1.50', 'EUR', 150],
    ['ar', '1,000.00', 'USD', 100_000],
  ] as const)('reads thousands as the app prints them: %s %s %s', (language, text, currency, minor) => {
    chosenLanguage.setState({ language });
    try {
      expect(parseAmount(text, currency)).toBe(minor);
    } finally {
      chosenLanguage.setState({ language: 'en' });
    }
  });

  it.each([
    ['7', 7],
    ['0', 0],
    ['9999999', 9_999_999],
    ['10000000', null],
    ['', null],
    ['1.5', null],
    ['-1', null],
    ['1e3', null],
    ['١٢', null],
  ])('reads %j as a number of pieces: %j', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });

  it('takes thirteen digits for a barcode and not for an amount', () => {
    expect(parseAmount('999999999999', 'JPY')).toBe(999_999_999_999);
    expect(parseAmount('1000000000000', 'JPY')).toBeNull();
  });

  it('[M1] reads back every amount it writes, up to twelve digits before the point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 - 1 }), fc.constantFrom('USD', 'JPY', 'KWD', 'EUR'), (minor, currency) => {
        expect(parseAmount(formatAmount(minor, currency), currency)).toBe(minor);
        expect(currencyDigits(currency)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

it.each([
  ['2.55', 'USD', 255_000],
  ['$1,234.50', 'USD', 123_450_000],
  ['0.00001', 'USD', 1],
  ['120', 'JPY', 120_000],
  ['0.000001', 'USD', null],
  ['-1', 'USD', null],
  ['5%', 'USD', null],
  ['', 'USD', null],
])('[M1] reads a price for one unit, %s %s, in thousandths of a minor unit', (text, currency, unitPrice) => {
  expect(parseUnitPrice(text, currency)).toBe(unitPrice);
});

it('[M1] writes a price for one unit as it is typed', () => {
  expect([formatUnitPriceText(255_000, 'USD'), formatUnitPriceText(100, 'GBP'), formatUnitPriceText(120_000, 'JPY')]).toEqual([
    '2.55',
    '0.001',
    '120',
  ]);
});
