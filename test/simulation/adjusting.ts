import { ADJUST_REASONS, adjustStock } from '../../domain/stock/adjust-stock.ts';
import { act } from './act.ts';
import { NOTHING } from './books.ts';
import { SKUS, unitPriceOf } from './goods.ts';
import type { Person } from './person.ts';

/** Looks at the shelf and says by how much the book is wrong. */
export async function adjust(person: Person): Promise<void> {
  const { chance } = person;
  const sku = chance.pick(SKUS);
  const difference = chance.pick([-2, -1, 1, 2] as const);
  const reason = chance.pick(ADJUST_REASONS);
  await act(
    person,
    () => adjustStock({ sku, reason, difference, unitPrice: unitPriceOf(sku), quantityDecimals: 0 }),
    () => ({ ...NOTHING, shelf: [{ sku, units: difference }] }),
  );
}
