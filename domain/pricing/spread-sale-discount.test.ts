import { expect, it } from 'vitest';
import { cartLineOf } from '../../test/support/examples.ts';
import { openLines } from './open-line.ts';
import { spreadSaleDiscount } from './spread-sale-discount.ts';

const by = { reason: 'loyal', approvedBy: null };
const amounts = (prices: readonly number[], discount: Parameters<typeof spreadSaleDiscount>[1]) =>
  spreadSaleDiscount(openLines(prices.map((price) => cartLineOf({ unitPrice: price * 1000 }))), discount).map(
    ([one]) => one?.amountMinor ?? 0,
  );

it.each([
  [[10_000, 10_000, 10_000], { amountMinor: 1000 }, [-334, -333, -333]],
  [[898, 630, 115, 85], { basisPoints: 1000 }, [-90, -63, -12, -8]],
  [[100, 0], { amountMinor: 500 }, [-100, 0]],
  [[100, 50], { basisPoints: 12_000 }, [-100, -50]],
  [[1, 1, 134_823], { basisPoints: 2656 }, [-1, 0, -35_809]],
])('[M2] a discount of the sale is spread over all lines: %j', (prices, discount, expected) => {
  expect(amounts(prices, { ...discount, ...by })).toEqual(expected);
});

it('[M2] gift cards and deposits bear none of it, and nothing is spread over nothing', () => {
  const lines = openLines([cartLineOf(), cartLineOf({ kind: 'gift_card' }), cartLineOf({ kind: 'deposit' })]);
  expect(spreadSaleDiscount(lines, { amountMinor: 50, ...by })).toEqual([
    [{ source: 'sale_discount', sourceId: null, amountMinor: -50, ...by }],
    [],
    [],
  ]);
  expect(spreadSaleDiscount(lines.slice(1), { amountMinor: 50, ...by })).toEqual([]);
  expect(spreadSaleDiscount(lines, undefined)).toEqual([]);
});
