import { expect, it } from 'vitest';
import { decidedOf } from './decided.ts';

it('[A1] keeps why and by whom something was decided, and that a badge showed who it was', () => {
  const discount = { basisPoints: 1_000, reason: 'damaged', approvedBy: 'M' };
  expect(decidedOf(discount)).toEqual({ reason: 'damaged', approvedBy: 'M' });
  expect(decidedOf({ ...discount, byBadge: true })).toEqual({ reason: 'damaged', approvedBy: 'M', byBadge: true });
});
