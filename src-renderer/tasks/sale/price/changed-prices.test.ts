import { expect, it } from 'vitest';
import { cartLineOf } from '../../../../test/support/examples.ts';
import { atCatalogOfToday, type ChangedPrice, changedPrices, joinChanges } from './changed-prices.ts';

const lineOf = (id: string, given: Parameters<typeof cartLineOf>[0] = {}) => ({ ...cartLineOf(given), id });
const change = (id: string, before: number, after: number): ChangedPrice => ({ id, name: 'Article A', before, after });

it('lines that were put aside cost what the catalog asks today; a price of a label or of an unknown article stays', () => {
  const catalog = { product: (sku: string) => (sku === 'A' ? ({ unitPrice: 120_000 } as never) : undefined) };
  const lines = [
    lineOf('1', { priceSource: 'price_list', unitPrice: 90_000, catalogPrice: 100_000 }),
    lineOf('2', { priceSource: 'barcode', unitPrice: 70_000 }),
    lineOf('3', { sku: 'B', priceSource: 'price_list', unitPrice: 90_000, catalogPrice: 95_000 }),
  ];
  expect(atCatalogOfToday(lines, catalog)).toEqual([
    lineOf('1', { unitPrice: 120_000 }),
    lines[1],
    lineOf('3', { sku: 'B', unitPrice: 95_000 }),
  ]);
});

it('tells which lines cost something else, unless a person has decided their price', () => {
  const override = { unitPrice: 1, reason: null, approvedBy: null };
  const at = (unitPrice: number) => [lineOf('1', { unitPrice }), lineOf('2', { unitPrice, override }), lineOf('3')];
  expect(changedPrices(at(100_000), at(90_000))).toEqual([change('1', 100_000, 90_000)]);
  expect(changedPrices([], at(90_000))).toEqual([]);
});

it('joins what is not seen yet, and tells nothing of a line that is back at its price', () => {
  expect(joinChanges([change('1', 3, 2), change('2', 3, 2)], [change('1', 2, 1), change('2', 2, 3), change('4', 5, 6)])).toEqual([
    change('1', 3, 1),
    change('4', 5, 6),
  ]);
});
