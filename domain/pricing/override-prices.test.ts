import { expect, it } from 'vitest';
import { cartLineOf } from '../../test/support/examples.ts';
import { openLines } from './open-line.ts';
import { overridePrices } from './override-prices.ts';

const by = { reason: 'price_match', approvedBy: 'MANAGER' };

it.each([
  [50_000, -100],
  [130_000, 60],
])('a price that a person gave is an adjustment of the line, cheaper or dearer: %d', (unitPrice, amountMinor) => {
  const lines = openLines([cartLineOf({ quantity: 2, override: { unitPrice, ...by } }), cartLineOf()]);
  expect(overridePrices(lines)).toEqual([[{ source: 'price_override', sourceId: null, amountMinor, ...by }], []]);
});

it('the same price again is none', () => {
  expect(overridePrices(openLines([cartLineOf({ override: { unitPrice: 100_000, ...by } })]))).toEqual([[]]);
});

it('a gift card keeps its own: it would get more money than it costs', () => {
  const card = cartLineOf({ kind: 'gift_card', reference: 'SV-1', override: { unitPrice: 1_000, ...by } });
  expect(overridePrices(openLines([card]))).toEqual([[]]);
});
