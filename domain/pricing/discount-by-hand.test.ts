import { expect, it } from 'vitest';
import { cartLineOf } from '../../test/support/examples.ts';
import { discountByHand } from './discount-by-hand.ts';
import { adjusted, openLines } from './open-line.ts';

it('a discount of a line is taken from what promotions have left, with its reason and who allowed it', () => {
  const by = { reason: 'damaged', approvedBy: 'MANAGER' };
  const open = openLines([cartLineOf({ discount: { basisPoints: 1000, ...by } }), cartLineOf()]);
  const promoted = adjusted(open, [[{ source: 'promotion', sourceId: 'P', amountMinor: -50, reason: null, approvedBy: null }]]);
  expect(discountByHand(promoted)).toEqual([[{ source: 'line_discount', sourceId: null, amountMinor: -5, ...by }], []]);
});

it('a gift card has none: it would get more money than it costs', () => {
  const discount = { basisPoints: 2000, reason: 'goodwill', approvedBy: null };
  expect(discountByHand(openLines([cartLineOf({ kind: 'gift_card', reference: 'SV-1', discount })]))).toEqual([[]]);
});
