import { describe, expect, it } from 'vitest';
import { oneTaxPerClass, STANDARD_ROUNDING, taxesOfLine, taxRulesOn } from './tax-rules.ts';
import { type TaxTable, taxTable } from './tax-table.ts';

const table: TaxTable = taxTable.parse({
  taxes: {
    STATE: {
      rates: [
        { from: '0001-01-01', ratePpm: 120_000 },
        { from: '2026-04-01', ratePpm: 60_000 },
        { from: '2028-01-01', ratePpm: 120_000 },
      ],
    },
    CITY: { rates: [{ from: '2026-01-01', ratePpm: 10_000 }] },
  },
  classes: { standard: [{ tax: 'STATE' }, { tax: 'CITY' }], clothing: [{ tax: 'STATE', freeBelowMinor: 11_000 }, { tax: 'CITY' }] },
  holidays: [{ name: 'School', from: '2026-08-07', to: '2026-08-09', taxes: ['CITY'], classes: ['clothing'], belowMinor: 10_000 }],
});
const lineOf = (taxClass: string, amountMinor: number, quantity = 1) => ({ taxClass, amountMinor, quantity, quantityDecimals: 0 });
const ratesOf = (date: string, line = lineOf('standard', 100), exemption: readonly string[] | 'all' = []) =>
  taxesOfLine(taxRulesOn(table, STANDARD_ROUNDING, date), line, exemption).map(({ code, ratePpm }) => `${code} ${ratePpm}`);

describe('the taxes of a line', () => {
  it.each([
    ['2025-12-31', ['STATE 120000', 'CITY 0']],
    ['2026-03-31', ['STATE 120000', 'CITY 10000']],
    ['2026-04-01', ['STATE 60000', 'CITY 10000']],
    ['2027-12-31', ['STATE 60000', 'CITY 10000']],
    ['2028-01-01', ['STATE 120000', 'CITY 10000']],
  ])('[S1] change rates at midnight of the store: %s', (date, expected) => {
    expect(ratesOf(date)).toEqual(expected);
  });

  it.each([
    ['under the threshold', lineOf('clothing', 10_999), ['STATE 0', 'CITY 10000']],
    ['at it', lineOf('clothing', 11_000), ['STATE 60000', 'CITY 10000']],
    ['two of sixty', lineOf('clothing', 12_000, 2), ['STATE 0', 'CITY 10000']],
    ['coming back', lineOf('clothing', -10_999, -1), ['STATE 0', 'CITY 10000']],
    ['of an unknown class', lineOf('books', 100), []],
  ])('leave out what a threshold frees: %s', (_what, line, expected) => {
    expect(ratesOf('2026-05-01', line)).toEqual(expected);
  });

  it.each([
    ['2026-08-06', 9999, 'CITY 10000'],
    ['2026-08-07', 9999, 'CITY 0'],
    ['2026-08-07', 10_000, 'CITY 10000'],
    ['2026-08-10', 9999, 'CITY 10000'],
  ])('leave out what a tax holiday frees: %s at %d', (date, price, expected) => {
    expect(ratesOf(date, lineOf('clothing', price))).toEqual(['STATE 0', expected]);
  });

  it('leave out what a certificate frees', () => {
    expect(ratesOf('2026-05-01', lineOf('standard', 100), ['STATE'])).toEqual(['STATE 0', 'CITY 10000']);
    expect(ratesOf('2026-05-01', lineOf('standard', 100), 'all')).toEqual(['STATE 0', 'CITY 0']);
  });

  it('can be one for each class', () => {
    expect(taxesOfLine(oneTaxPerClass({ standard: 88_750 }), lineOf('standard', 1))).toMatchObject([{ code: 'standard', ratePpm: 88_750 }]);
  });
});

it('a holiday without a limit frees goods of every price', () => {
  const free = { ...table, holidays: table.holidays.map((one) => ({ ...one, belowMinor: null })) };
  const rules = taxRulesOn(free, STANDARD_ROUNDING, '2026-08-07');
  expect(taxesOfLine(rules, lineOf('clothing', 90_000)).map((one) => one.ratePpm)).toEqual([60_000, 0]);
});
