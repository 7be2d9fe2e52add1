import { expect, it } from 'vitest';
import { approvedBy } from './approved-by.ts';

it('[A1] keeps who approved it, and that it was by a badge', () => {
  const approval = { associateId: 'M', permission: 'sale.discount' };
  expect(approvedBy(null)).toEqual({ approvedBy: null });
  expect(approvedBy({ ...approval, method: 'pin' })).toEqual({ approvedBy: 'M' });
  expect(approvedBy({ ...approval, method: 'badge' })).toEqual({ approvedBy: 'M', byBadge: true });
});
