import { expect, it } from 'vitest';
import type { Adjustment } from '../../../domain/base/adjustment.ts';
import type { CartLine } from '../../../domain/pricing/cart-line.ts';
import { priceChange } from './price-change.ts';

const adjustment = (source: Adjustment['source'], sourceId: string | null = null): Adjustment => ({
  source,
  sourceId,
  amountMinor: -100,
  reason: null,
  approvedBy: null,
});
const decided = { reason: 'damaged', approvedBy: null };
const names = new Map([['P', '3 for 2']]);

it.each<[string, Pick<CartLine, 'override' | 'discount'>, Adjustment[], ReturnType<typeof priceChange>]>([
  ['nothing', {}, [], null],
  ['a promotion', {}, [adjustment('promotion', 'P')], { by: 'discount', text: '3 for 2' }],
  [
    'a percentage',
    { discount: { basisPoints: 1250, ...decided } },
    [adjustment('line_discount')],
    { by: 'discount', text: '12.5 % off · Damaged or opened' },
  ],
  [
    'an amount',
    { discount: { amountMinor: 500, ...decided, reason: null } },
    [adjustment('line_discount')],
    { by: 'discount', text: '$5.00 off' },
  ],
  [
    'a price',
    { override: { unitPrice: 1, ...decided, reason: 'price_match' } },
    [adjustment('price_override')],
    { by: 'price', text: 'Price match' },
  ],
  ['a price without a reason', { override: { unitPrice: 1, ...decided, reason: null } }, [], { by: 'price', text: 'New price' }],
  [
    'a reason that only a newer app knows',
    { override: { unitPrice: 1, ...decided, reason: 'full_moon' } },
    [],
    { by: 'price', text: 'full moon' },
  ],
  [
    'a promotion and the share of a discount',
    {},
    [adjustment('promotion', 'P'), adjustment('sale_discount')],
    { by: 'discount', text: '3 for 2 · Discount on the sale' },
  ],
])('%s is told as the reason for a price', (_what, line, adjustments, told) => {
  expect(priceChange(line, adjustments, names, 'USD')).toEqual(told);
});
