import { describe, expect, it } from 'vitest';
import { stockAdjusted } from '../../domain/stock/adjust-stock.ts';
import { STORY_PAGE, stockStory } from '../../domain/stock/story.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { readStory } from '../../sync-server/stock/read-story.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { databases } from './support/databases.ts';
import { pickupOrder } from './support/order-pool.ts';
import { type Enrolled, enrol, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('the story of an article, on %s', (_name, open) => {
  let db: Db;
  let register: Enrolled;
  useSyncPool(open, (pool) => {
    ({ db, register } = pool);
  });

  it('[P2] tells what moved it, by whom and for what, the newest first, and nothing of another store', async () => {
    const { journal } = register;
    const sale = journal.sell([['A', 2]]);
    const adjusted = journal.record(
      stockAdjusted.request({ sku: 'A', difference: -3, reason: 'missing', unitPrice: 100_000, quantityDecimals: 0 }),
    );
    await push(db, register, journal.operations);
    await takeOrder(db, { idempotencyKey: 'W-1', order: pickupOrder('W-1', 'S1', [['A', 1]]) });
    const elsewhere = await enrol(db, 'S2');
    await push(db, elsewhere, [elsewhere.journal.sell([['A', 5]])]);
    const story = stockStory.parse(await readStory(db, 'S1', 'A'));
    expect(story.items.filter(({ cause }) => cause !== 'opening_balance')).toMatchObject([
      { cause: 'reservation', onHand: 0, reserved: 1, associateId: null, orderNumber: 'W-1' },
      {
        cause: 'adjustment',
        onHand: -3,
        associateId: adjusted.associateId,
        registerId: register.registerId,
        reason: 'missing',
        at: adjusted.at,
      },
      { cause: 'sale', onHand: -2, receiptNumber: sale.payload.receiptNumber, registerId: register.registerId },
    ]);
  });

  it('is told page by page', async () => {
    const { journal } = register;
    const sales = Array.from({ length: STORY_PAGE + 1 }, () => journal.sell([['B', 1]]).payload.receiptNumber);
    await push(db, register, journal.operations);
    const first = await readStory(db, 'S1', 'B');
    const second = await readStory(db, 'S1', 'B', first.next);
    const told = [...first.items, ...second.items].flatMap(({ receiptNumber }) => receiptNumber ?? []);
    expect(first.items).toHaveLength(STORY_PAGE);
    expect(told).toEqual(sales.reverse());
    expect(second.next).toBeUndefined();
  });
});
