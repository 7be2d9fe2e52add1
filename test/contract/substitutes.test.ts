import { beforeEach, describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { linePicked, lineSubstituted, lineUnpicked } from '../../domain/fulfillment/operations.ts';
import { type OrderIntake, returnable } from '../../domain/orders/order-intake.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { readReturnable } from '../../sync-server/orders/read-returnable.ts';
import { sourceBackorders } from '../support/sweeps.ts';
import { databases } from './support/databases.ts';
import { disagreements, pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, enrol, pullAll, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

/** Two of A for 21.66, with C for 8.00 the most welcome instead, and B for what A costs. */
const SUBSTITUTES = [{ sku: 'C', price: { totalMinor: 800, taxMinor: 61 } }, { sku: 'B' }];
const allowing = (order: OrderIntake): OrderIntake => ({
  ...order,
  lines: order.lines.map((line) => ({ ...line, substitutes: SUBSTITUTES })),
});

describe.each(databases)('substitutes on %s', (_name, open) => {
  let db: Db;
  let here: Enrolled;
  useSyncPool(open, ({ db: opened, register }) => {
    db = opened;
    here = register;
  });
  beforeEach(() => {
    here.journal.openShift();
  });

  const view = async (number: string) => {
    const found = await readOrder(db, number);
    if (found === null) throw new Error(`Order ${number} was not taken.`);
    return found;
  };
  const at = async (number: string, storeId = 'S1'): Promise<FulfillmentOrder> => {
    const order = (await view(number)).fulfillmentOrders.find((one) => one.locationId === storeId);
    if (order === undefined) throw new Error(`${storeId} has nothing of ${number}.`);
    return order;
  };
  async function take(order: OrderIntake): Promise<FulfillmentOrder> {
    const taken = await takeOrder(db, { idempotencyKey: order.number, order });
    expect(taken).toMatchObject({ ok: true });
    return at(order.number);
  }
  const substitute = (order: FulfillmentOrder, sku: string, quantity: number) =>
    here.journal.record(
      lineSubstituted.request({ fulfillmentOrderId: order.id, lineNo: 1, sku, quantity, reason: 'not_found', waveId: null, tote: null }),
    );
  const unpick = (order: FulfillmentOrder, lineNo: number) =>
    here.journal.record(lineUnpicked.request({ fulfillmentOrderId: order.id, lineNo, quantity: 1, waveId: null, tote: null }));
  const sendAll = async () => {
    const results = await push(db, here, here.journal.operations);
    expect(results.map((result) => result.outcome)).toEqual(results.map(() => 'applied'));
  };
  const levels = async () =>
    Object.fromEntries(
      (await db.selectFrom('stock_levels').select(['sku', 'on_hand', 'reserved']).where('location_id', '=', 'S1').execute()).map(
        ({ sku, on_hand, reserved }) => [sku, [on_hand, reserved]],
      ),
    );
  const isSound = async () => {
    expect((await auditPool(db)).flatMap((finding) => finding.violations)).toEqual([]);
    expect(await disagreements(db)).toEqual([]);
  };

  it('[P2] [M1] go with the parcel, with the difference owed to the customer, and are returned as what they are', async () => {
    const order = await take(allowing(shipOrder('W-1', [['A', 2]])));
    substitute(order, 'C', 1);
    substitute(order, 'B', 1);
    await sendAll();
    expect(await levels()).toEqual({ A: [98, 0], B: [100, 1], C: [100, 1] });
    const ids = { fulfillmentOrderId: order.id, orderId: order.orderId, locationId: 'S1' };
    expect(await db.selectFrom('events').select('ids').where('event', '=', 'substituted').execute()).toEqual([{ ids }, { ids }]);
    expect(await view('W-1')).toMatchObject({
      status: 'in_progress',
      lines: [
        {
          sku: 'A',
          quantity: 2,
          backordered: 0,
          cancelled: 0,
          substituted: [
            { sku: 'C', quantity: 1 },
            { sku: 'B', quantity: 1 },
          ],
        },
      ],
      refunds: [],
    });
    await isSound();
    const picked = await at('W-1');
    here.journal.pack(picked);
    here.journal.ship(picked, 'T-1');
    await sendAll();
    expect(await levels()).toEqual({ A: [98, 0], B: [99, 0], C: [99, 0] });
    expect(await view('W-1')).toMatchObject({
      status: 'fulfilled',
      refunds: [{ lineNo: 10_001, sku: 'C', quantity: 1, totalMinor: 283, taxMinor: 22, reason: 'cheaper_substitute' }],
    });
    const found = returnable.parse(await readReturnable(db, 'W-1'));
    const lines = found.kind === 'order' ? found.fulfillmentOrders.flatMap((one) => one.lines) : [];
    expect(lines.filter((line) => line.picked > 0)).toMatchObject([
      { sku: 'C', totalMinor: 800 },
      { sku: 'B', totalMinor: 1083 },
    ]);
    await isSound();
  });

  it('[P2] are the ordered article again where they are taken back, and its order looks for that elsewhere', async () => {
    const order = await take(allowing(shipOrder('W-1', [['A', 2]])));
    substitute(order, 'C', 2);
    unpick(order, 10_001);
    await sendAll();
    expect(await levels()).toEqual({ A: [99, 1], B: [100, 0], C: [100, 1] });
    await isSound();
    here.journal.reject(await at('W-1'), 'too_busy');
    await sendAll();
    expect(await at('W-1', 'S2')).toMatchObject({
      lines: [{ lineNo: 1, sku: 'A', quantity: 2, totalMinor: 2166, taxMinor: 166, substitutes: [{ sku: 'C' }, { sku: 'B' }] }],
    });
    expect((await view('W-1')).lines[0]).not.toHaveProperty('substituted');
    await isSound();
  });

  it('[M1] are cancelled on what was ordered where their customer refuses them at the counter, with all that was paid', async () => {
    const order = await take(allowing(pickupOrder('W-1', 'S1', [['A', 2]])));
    substitute(order, 'C', 1);
    const taken = { fulfillmentOrderId: order.id, lineNo: 1, quantity: 1, serialNumbers: [], bin: null, waveId: null, tote: null };
    here.journal.record(linePicked.request(taken));
    await sendAll();
    const picked = await at('W-1');
    here.journal.stage(picked, 'P3');
    here.journal.handOver(picked, [{ lineNo: 1, sku: 'A', quantity: 1 }], [{ lineNo: 10_001, sku: 'C', quantity: 1, reason: 'refused' }]);
    await sendAll();
    expect(await view('W-1')).toMatchObject({
      lines: [{ quantity: 2, cancelled: 1 }],
      refunds: [{ lineNo: 10_001, sku: 'C', quantity: 1, totalMinor: 1083, taxMinor: 83 }],
    });
    expect(await levels()).toEqual({ A: [98, 0], B: [100, 0], C: [100, 0] });
    await isSound();
  });

  it('[J5] of an order that was cancelled meanwhile are put back, and nothing of them stays promised', async () => {
    const order = await take(allowing(shipOrder('W-1', [['A', 2]])));
    substitute(order, 'C', 1);
    await sendAll();
    await cancelOrder(db, 'W-1');
    substitute(order, 'B', 1);
    await sendAll();
    expect(await levels()).toEqual({ A: [99, 0], B: [100, 0], C: [100, 0] });
    expect((await view('W-1')).lines).toMatchObject([{ cancelled: 2 }]);
    const exceptions = await db.selectFrom('exceptions').select(['kind', 'body']).execute();
    expect(exceptions).toMatchObject([{ kind: 'picked_after_end', body: { goods: [{ sku: 'B', quantity: 1 }] } }]);
    await isSound();
  });

  it('[P4] take what was promised to somebody else: the newest promise moves on, and its store is told', async () => {
    const order = await take(allowing(shipOrder('W-1', [['A', 2]])));
    await take(shipOrder('W-2', [['C', 100]]));
    substitute(order, 'C', 1);
    await sendAll();
    expect(await at('W-2')).toMatchObject({ lines: [{ quantity: 100, short: 1, moved: 1 }] });
    expect(await at('W-2', 'S2')).toMatchObject({ lines: [{ sku: 'C', quantity: 1 }] });
    expect((await db.selectFrom('exceptions').select('kind').execute()).map(({ kind }) => kind)).toEqual(['promise_moved']);
    await isSound();
  });

  it('[J5] that the order does not allow are a fact for somebody to look at', async () => {
    const order = await take(shipOrder('W-1', [['A', 2]]));
    substitute(order, 'C', 1);
    await sendAll();
    const exceptions = await db.selectFrom('exceptions').select(['kind', 'body']).execute();
    expect(exceptions).toMatchObject([{ kind: 'picked_too_many', body: { goods: [{ sku: 'C', quantity: 1 }] } }]);
    expect(await at('W-1')).toMatchObject({ lines: [{ quantity: 2, short: 0 }] });
    await isSound();
  });

  it('wait with what waits for stock, and travel with it to registers', async () => {
    const order = allowing(shipOrder('W-1', [['A', 201]]));
    const short = { ...order, lines: order.lines.map((line) => ({ ...line, totalMinor: 1083, taxMinor: 83 })) };
    await takeOrder(db, { idempotencyKey: 'W-1', order: short });
    expect((await view('W-1')).lines).toMatchObject([{ backordered: 1 }]);
    await db.updateTable('stock_levels').set({ on_hand: 101 }).where('location_id', '=', 'S2').where('sku', '=', 'A').execute();
    await db
      .insertInto('stock_movements')
      .values({ location_id: 'S2', sku: 'A', on_hand: 1, reserved: 0, cause: 'opening_balance', cause_id: 'test' })
      .execute();
    expect(await sourceBackorders(db)).toBe(1);
    const other = await enrol(db, 'S2');
    const { documents } = await pullAll(db, other);
    const pulled = [...documents]
      .filter(([key]) => key.includes(' fulfillment_order '))
      .map(([, body]) => fulfillmentOrderDocument.schema.parse(body));
    expect(pulled).toMatchObject([
      {
        lines: [
          {
            quantity: 101,
            substitutes: [
              { sku: 'C', name: 'Article C', price: { totalMinor: 800 } },
              { sku: 'B', name: 'Article B' },
            ],
          },
        ],
      },
    ]);
    await isSound();
  });
});
