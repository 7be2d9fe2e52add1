import { expect, it } from 'vitest';
import type { SetAside, SetAsideFor } from '../../../domain/stock/set-aside.ts';
import { waitingGoods } from './waiting-goods.ts';

const aside = (purpose: SetAsideFor, name: string, quantity = 1): SetAside => ({
  id: `S1:${purpose}:${name}`,
  storeId: 'S1',
  sku: name,
  name,
  purpose,
  quantity,
  unit: 'piece',
  quantityDecimals: 0,
  since: '2026-03-02T10:00:00.000Z',
});

it('shows what waits by purpose and name, and leaves out what has been settled', () => {
  const all = [aside('refurbish', 'Lamp'), aside('vendor', 'Towel'), aside('vendor', 'Jacket'), aside('quarantine', 'Mug', 0)];
  expect(waitingGoods(all).map(({ purpose, name }) => [purpose, name])).toEqual([
    ['vendor', 'Jacket'],
    ['vendor', 'Towel'],
    ['refurbish', 'Lamp'],
  ]);
});
