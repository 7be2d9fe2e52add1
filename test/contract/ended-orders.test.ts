import { describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { putBackGoods } from '../../domain/fulfillment/put-back.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { sourceBackorders } from '../../sync-server/sourcing/source-backorders.ts';
import { readAvailability } from '../../sync-server/stock/read-availability.ts';
import { databases } from './support/databases.ts';
import { pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, pullAll, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('orders that end with goods in hand on %s', (_name, open) => {
  let db: Db;
  let here: Enrolled;
  useSyncPool(open, (pool) => {
    ({ db, register: here } = pool);
  });

  const level = async () => db.selectFrom('stock_levels').select(['on_hand', 'reserved']).where('location_id', '=', 'S1').where('sku', '=', 'A').executeTakeFirst();
  const violations = async () => (await auditPool(db)).flatMap((finding) => finding.violations);
  const exceptions = async () => (await db.selectFrom('exceptions').select('kind').where('resolved_at', 'is', null).orderBy('id').execute()).map((row) => row.kind);
  async function placed(order: ReturnType<typeof shipOrder>): Promise<FulfillmentOrder> {
    await takeOrder(db, { idempotencyKey: order.number, order });
    return current(order.number);
  }
  async function current(number: string): Promise<FulfillmentOrder> {
    const row = await db.selectFrom('fulfillment_orders').innerJoin('orders', 'orders.id', 'order_id').select('body').where('number', '=', number).orderBy('fulfillment_orders.id').executeTakeFirstOrThrow();
    return row.body;
  }

  it('[P2] a cancelled order that was staged becomes a task of its store, which is put back once', async () => {
    const order = await placed(pickupOrder('W-1', 'S1', [['A', 3]]));
    await push(db, here, [...here.journal.pick(order), here.journal.stage(order, 'Shelf 4')]);
    await cancelOrder(db, 'W-1');
    const told = (await pullAll(db, here)).documents.get(`store:S1 fulfillment_order ${order.id}`) as FulfillmentOrder;
    expect(told.state).toEqual({ status: 'cancelled', putBack: { stagingLocation: 'Shelf 4' } });
    const decided = putBackGoods(told, new Map([[1, 1]]));
    if (!decided.ok) throw new Error(decided.refusal);
    expect(await push(db, here, [here.journal.record(decided.value), here.journal.record(decided.value)])).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
    expect((await current('W-1')).state).toEqual({ status: 'cancelled' });
    expect(await level()).toEqual({ on_hand: 99, reserved: 0 });
    expect(await violations()).toEqual([]);
  });

  it('[J5] an order that is picked, packed and shipped after its cancellation is one disagreement, and its goods are booked out once', async () => {
    const order = await placed(shipOrder('W-1', [['A', 2]]));
    await cancelOrder(db, 'W-1');
    const operations = [here.journal.startPicking([order]), ...here.journal.pick(order), here.journal.pack(order), here.journal.ship(order)];
    for (const one of operations) await push(db, here, [one]);
    expect(await exceptions()).toEqual(['shipped_after_end']);
    expect(await level()).toEqual({ on_hand: 98, reserved: 0 });
    expect(await violations()).toEqual([]);
  });

  it('[P2] a reject for want of goods corrects the book, and the store is asked again only when it has counted', async () => {
    const order = await placed(pickupOrder('W-1', 'S1', [['A', 2]]));
    await push(db, here, [here.journal.reject(order)]);
    expect(await level()).toEqual({ on_hand: 98, reserved: 0 });
    expect(await exceptions()).toEqual(['count_wanted']);
    expect(await readAvailability(db, ['A'], 'S1')).toMatchObject([{ onHand: 98, available: 0 }]);
    await placed(pickupOrder('W-2', 'S1', [['A', 1]])).catch(() => undefined);
    expect(await sourceBackorders(db)).toBe(0);
    await push(db, here, [here.journal.record({ type: 'exception_resolved', payload: { exceptionId: 'count_wanted:S1:A', choice: 'count_more', sku: 'A', quantity: 2, note: '', office: null } })]);
    expect(await sourceBackorders(db)).toBe(3);
    expect(await level()).toEqual({ on_hand: 100, reserved: 3 });
    expect(await violations()).toEqual([]);
  });
});
