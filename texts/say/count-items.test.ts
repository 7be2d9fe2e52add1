import { expect, it } from 'vitest';
import { countItems } from './count-items.ts';

it('what is weighed is one item a line, whatever its weight', () => {
  const lines = [
    { quantity: 3, quantityDecimals: 0 },
    { quantity: 640, quantityDecimals: 3 },
    { quantity: 1, quantityDecimals: 3 },
  ];
  expect([countItems(lines), countItems([])]).toEqual([5, 0]);
});

it('the deposit of bottles is no item beside them, and empties alone are items', () => {
  const cola = { quantity: 3, quantityDecimals: 0, kind: 'goods', reference: null };
  const deposit = { quantity: 3, quantityDecimals: 0, kind: 'deposit', reference: 'COLA' };
  expect([countItems([cola, deposit]), countItems([{ ...deposit, reference: null }])]).toEqual([3, 3]);
});
