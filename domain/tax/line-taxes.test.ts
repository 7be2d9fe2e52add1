import { expect, it } from 'vitest';
import { lineTaxes } from './line-taxes.ts';
import { STANDARD_ROUNDING, taxRulesOn } from './tax-rules.ts';
import { taxTable } from './tax-table.ts';

const always = (ratePpm: number) => [{ from: '0001-01-01', ratePpm }];
const taxes = taxRulesOn(
  taxTable.parse({
    taxes: {
      STATE: { rates: always(70_000) },
      SINGLE: { rates: always(27_500), fromMinor: 160_000, toMinor: 320_000 },
      ON_TAX: { rates: always(100_000), compound: true },
    },
    classes: { capped: [{ tax: 'STATE' }, { tax: 'SINGLE' }], compound: [{ tax: 'STATE' }, { tax: 'ON_TAX' }] },
  }),
  STANDARD_ROUNDING,
  '2026-05-01',
);

it.each([
  ['a cap', 'capped', false, 200_000, 1, ['STATE 200000 14000', 'SINGLE 40000 1100']],
  ['a cap by article', 'capped', false, 400_000, 2, ['STATE 400000 28000', 'SINGLE 80000 2200']],
  ['goods that come back', 'capped', false, -200_000, -1, ['STATE -200000 -14000', 'SINGLE -40000 -1100']],
  ['tax on tax', 'compound', false, 1000, 1, ['STATE 1000 70', 'ON_TAX 1070 107']],
  ['within the price', 'compound', true, 1177, 1, ['STATE 1000 70', 'ON_TAX 1070 107']],
])('[M1] each tax says what it was reckoned on: %s', (_what, taxClass, pricesIncludeTax, amountMinor, quantity, expected) => {
  const [line] = lineTaxes([{ taxClass, amountMinor, quantity, quantityDecimals: 0 }], { pricesIncludeTax, taxes });
  expect(line?.map((tax) => `${tax.code} ${tax.baseMinor} ${tax.amountMinor}`)).toEqual(expected);
});
