import { storeScope } from '../../domain/base/scope.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { upsertProducts } from '../../sync-server/catalog/upsert-products.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { takeOrders } from '../../sync-server/orders/take-order.ts';
import { postMovements } from '../../sync-server/stock/post-movements.ts';
import { acceptOperations } from '../../sync-server/intake/accept-operations.ts';
import { readSubmission } from '../../sync-server/intake/submission.ts';
import { hearFromStores } from '../../sync-server/feed/hear-from-stores.ts';
import { JournalBuilder } from '../support/journal-builder.ts';
import type { RegisterKeys } from './fill-registers.ts';
import { change, productAt } from './scale-pool.ts';
import { sized } from './sized.ts';

export const DAYS = 14;
export const OPERATIONS_A_DAY = sized(600, 60);
export const ORDERS_A_DAY = sized(60, 6);
const PRICES_A_DAY = sized(100, 10);
const DELIVERIES_A_DAY = sized(300, 10);

export interface BusyStore {
  readonly storeId: string;
  /** Its registers at work; the one that is away is none of them. */
  readonly registers: readonly RegisterKeys[];
  readonly products: number;
  readonly stocked: number;
}

/** Online orders to be picked up in the store. */
function takeDay(db: Db, { storeId, stocked }: BusyStore, day: number): Promise<unknown> {
  const requests = Array.from({ length: ORDERS_A_DAY }, (_, n) => {
    const number = `W-${day}-${n}`;
    const lineOf = (offset: number) => ({
      sku: `SKU-${(n * 13 + day * 7 + offset) % stocked}`,
      quantity: 1,
      unitPrice: 1_000_000,
      totalMinor: 1080,
      taxMinor: 80,
    });
    return {
      idempotencyKey: number,
      order: {
        number,
        placedAt: '2026-03-01T10:00:00.000Z',
        currency: 'USD',
        customer: { name: 'Customer', email: null, phone: null },
        fulfillment: { kind: 'pickup' as const, storeId, pickupCode: '4711' },
        lines: [lineOf(0), lineOf(1)],
      },
    };
  });
  return change(db, (tx, items) => takeOrders(tx, requests, items));
}

/** One register's share of a day: it picks and hands over its orders, and sells. */
function work(journal: JournalBuilder, orders: readonly FulfillmentOrder[], operations: number, stocked: number): void {
  const until = journal.operations.length + operations;
  journal.openShift();
  for (const order of orders) {
    journal.startPicking([order]);
    journal.pick(order);
    journal.stage(order);
    journal.handOver(order);
  }
  for (let n = 0; journal.operations.length < until; n += 1) {
    const at = journal.operations.length * 31;
    const sale = journal.sell([0, 1, 2].map((line) => [`SKU-${(at + line) % stocked}`, 1 + (line % 2)] as const));
    if (n % 10 === 0 && journal.operations.length < until) journal.takeBack(sale, 1);
  }
}

async function acknowledge(db: Db, storeId: string): Promise<FulfillmentOrder[]> {
  const { seq } = await db.selectFrom('scope_heads').select('seq').where('scope', '=', storeScope(storeId)).executeTakeFirstOrThrow();
  await hearFromStores(db, [{ storeId, presentedSeq: seq }]);
  const rows = await db
    .selectFrom('fulfillment_orders')
    .select('body')
    .where('location_id', '=', storeId)
    .where('status', '=', 'acknowledged')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.body);
}

/** Two weeks in a store, by the real intake, orders, deliveries and prices. */
export async function playTwoWeeks(db: Db, store: BusyStore): Promise<void> {
  const { storeId, registers, products, stocked } = store;
  const journals = registers.map((keys) => new JournalBuilder(keys));
  for (let day = 0; day < DAYS; day += 1) {
    await takeDay(db, store, day);
    const orders = await acknowledge(db, storeId);
    const prices = Array.from({ length: PRICES_A_DAY }, (_, n) => ({
      ...productAt((day * 997 + n * 31) % products),
      unitPrice: 3_000_000 + day * 1000,
    }));
    await change(db, (tx, items) => upsertProducts(tx, prices, items));
    const delivered = Array.from({ length: DELIVERIES_A_DAY }, (_, n) => ({
      locationId: storeId,
      sku: `SKU-${(day * 61 + n * 7) % stocked}`,
      onHand: 5,
      reserved: 0,
      cause: 'opening_balance' as const,
      causeId: `delivery-${day}`,
    }));
    await change(db, (tx, items) => postMovements(tx, delivered, items));
    for (const [index, journal] of journals.entries()) {
      const before = journal.operations.length;
      work(
        journal,
        orders.filter((_, n) => n % journals.length === index),
        OPERATIONS_A_DAY / journals.length,
        stocked,
      );
      const [intake] = await acceptOperations(db, [
        readSubmission({ registerId: journal.options.registerId, operations: journal.operations.slice(before) }),
      ]);
      const wrong = intake?.ok === true ? intake.results.find((result) => result.outcome !== 'applied') : intake;
      if (wrong !== undefined) throw new Error(`An operation was not applied: ${JSON.stringify(wrong)}`);
    }
  }
}
