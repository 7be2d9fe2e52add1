import { actorNamed } from '../support/actor.ts';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { HandOffRequest } from '../../domain/office/office-protocol.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import { putBackGoods } from '../../domain/fulfillment/put-back.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { handOffOrder } from '../../sync-server/office/hand-off-order.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { openImportRegisters } from '../../sync-server/import/import-registers.ts';
import { listHandOffs } from '../../sync-server/office/list-hand-offs.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { changeFulfillment } from '../../sync-server/orders/change-fulfillment.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { addRegister } from '../../sync-server/registers/enrol-register.ts';
import { sourceBackorders } from '../support/sweeps.ts';
import { readAvailability } from '../../sync-server/stock/read-availability.ts';
import { databases } from './support/databases.ts';
import { swapAtPickup } from './support/exchange.ts';
import { arrive, pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, enrol, pullAll, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('orders that end with goods in hand on %s', (_name, open) => {
  let db: Db;
  let here: Enrolled;
  useSyncPool(open, (pool) => {
    ({ db, register: here } = pool);
  });

  const level = async () =>
    db.selectFrom('stock_levels').select(['on_hand', 'reserved']).where('location_id', '=', 'S1').where('sku', '=', 'A').executeTakeFirst();
  const violations = async () => (await auditPool(db)).flatMap((finding) => finding.violations);
  const exceptions = async () =>
    (await db.selectFrom('exceptions').select('kind').where('resolved_at', 'is', null).orderBy('id').execute()).map((row) => row.kind);
  async function placed(order: ReturnType<typeof shipOrder>): Promise<FulfillmentOrder> {
    await takeOrder(db, { idempotencyKey: order.number, order });
    return current(order.number);
  }
  async function current(number: string): Promise<FulfillmentOrder> {
    const row = await db
      .selectFrom('fulfillment_orders')
      .innerJoin('orders', 'orders.id', 'order_id')
      .select('body')
      .where('number', '=', number)
      .orderBy('fulfillment_orders.id')
      .executeTakeFirstOrThrow();
    return row.body;
  }

  it('[P2] a cancelled order that was staged becomes a task of its store, which is put back once', async () => {
    const order = await placed(pickupOrder('W-1', 'S1', [['A', 3]]));
    await push(db, here, [...here.journal.pick(order), here.journal.stage(order, 'Shelf 4')]);
    await cancelOrder(db, 'W-1');
    const told = (await pullAll(db, here)).documents.get(`store:S1 fulfillment_order ${order.id}`) as FulfillmentOrder;
    expect(told.state).toEqual({ status: 'cancelled', putBack: { stagingLocation: 'Shelf 4' }, at: expect.any(String) as string });
    const decided = putBackGoods(told, new Map([[1, 1]]));
    if (!decided.ok) throw new Error(decided.refusal);
    expect(await push(db, here, [here.journal.record(decided.value), here.journal.record(decided.value)])).toMatchObject([
      { outcome: 'applied' },
      { outcome: 'applied' },
    ]);
    expect((await current('W-1')).state).toEqual({ status: 'cancelled', at: here.journal.operations.at(-2)?.at });
    expect(await level()).toEqual({ on_hand: 99, reserved: 0 });
    expect(await violations()).toEqual([]);
  });

  it(
    '[J5] an order that is picked, packed and shipped after its cancellation is one disagreement, and its goods are booked out ' + 'once',
    async () => {
      const order = await placed(shipOrder('W-1', [['A', 2]]));
      await cancelOrder(db, 'W-1');
      const operations = [
        here.journal.startPicking([order]),
        ...here.journal.pick(order),
        here.journal.pack(order),
        here.journal.ship(order),
      ];
      for (const one of operations) await push(db, here, [one]);
      expect(await exceptions()).toEqual(['shipped_after_end']);
      expect(await level()).toEqual({ on_hand: 98, reserved: 0 });
      expect(await violations()).toEqual([]);
    },
  );

  it('[P2, M1] what a customer refuses goes back to stock, is sent by nobody, and its money is told to the shop', async () => {
    const order = await placed(pickupOrder('W-1', 'S1', [['A', 4]]));
    const left = [{ lineNo: 1, sku: 'A', quantity: 2 }];
    const stays = (reason: 'refused' | 'damaged') => ({ lineNo: 1, sku: 'A', quantity: 1, reason });
    await push(db, here, [here.journal.startPicking([order]), ...here.journal.pick(order), here.journal.stage(order, 'P3')]);
    const handOver = here.journal.handOver(order, left, [stays('refused'), stays('damaged')]);
    for (const _again of [1, 2]) await push(db, here, [handOver]);
    expect(await level()).toEqual({ on_hand: 97, reserved: 0 });
    expect(await readOrder(db, 'W-1')).toMatchObject({
      status: 'fulfilled',
      lines: [{ quantity: 4, backordered: 0, cancelled: 2 }],
      fulfillmentOrders: [{ state: { status: 'handed_over', putBack: { stagingLocation: 'P3' } } }],
      refunds: [{ lineNo: 1, sku: 'A', quantity: 2, totalMinor: 2166, taxMinor: 166 }],
    });
    expect(await db.selectFrom('events').select(['event', 'ids']).where('event', '=', 'declined').execute()).toEqual([
      { event: 'declined', ids: { fulfillmentOrderId: order.id, orderId: order.orderId, locationId: 'S1' } },
    ]);
    const decided = putBackGoods(await current('W-1'), new Map());
    if (!decided.ok) throw new Error(decided.refusal);
    await push(db, here, [here.journal.record(decided.value)]);
    expect((await current('W-1')).state).toMatchObject({ status: 'handed_over' });
    expect((await current('W-1')).state).not.toHaveProperty('putBack');
    expect(await level()).toEqual({ on_hand: 97, reserved: 0 });
    expect(await exceptions()).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it('[J5] what is refused of an order that was cancelled meanwhile is not owed twice', async () => {
    const order = await placed(pickupOrder('W-1', 'S1', [['A', 2]]));
    await push(db, here, [...here.journal.pick(order), here.journal.stage(order)]);
    await cancelOrder(db, 'W-1');
    const left = [{ lineNo: 1, sku: 'A', quantity: 1 }];
    await push(db, here, [here.journal.handOver(order, left, [{ lineNo: 1, sku: 'A', quantity: 1, reason: 'refused' }])]);
    expect(await readOrder(db, 'W-1')).toMatchObject({
      lines: [{ cancelled: 2 }],
      refunds: [{ quantity: 1, totalMinor: 1083, reason: 'cancelled' }],
    });
    expect(await exceptions()).toEqual(['handed_over_after_end']);
    expect(await level()).toEqual({ on_hand: 99, reserved: 0 });
    expect(await violations()).toEqual([]);
  });

  async function readyPickup(units: number, reads: Enrolled = here): Promise<FulfillmentOrder> {
    const order = await placed(pickupOrder('W-1', 'S1', [['A', units]]));
    await push(db, here, [here.journal.openShift(), ...here.journal.pick(order), here.journal.stage(order, 'P3')]);
    await pullAll(db, reads);
    return current('W-1');
  }
  const cashOf = async ({ registerId }: Enrolled) => {
    const row = await db.selectFrom('shifts').select('body').where('register_id', '=', registerId).executeTakeFirst();
    return row?.body.cashMinor;
  };

  it('[P2, M1] a swap at the counter is a handover, a return and a sale in one: the shop owes what is left', async () => {
    const order = await readyPickup(4);
    // Two stay, for 21.66; one is taken for 10.80.
    const swap = swapAtPickup(here.journal, order, 2, 'B', 1);
    const before = await cashOf(here);
    for (const _again of [1, 2]) expect(await push(db, here, [swap])).toMatchObject([{ outcome: 'applied' }]);
    expect(await level()).toEqual({ on_hand: 98, reserved: 0 });
    expect(await readOrder(db, 'W-1')).toMatchObject({
      status: 'fulfilled',
      lines: [{ quantity: 4, cancelled: 2 }],
      fulfillmentOrders: [{ state: { status: 'handed_over', putBack: { stagingLocation: 'P3' } } }],
      refunds: [{ lineNo: 1, quantity: 2, totalMinor: 1_086, settledMinor: 1_080 }],
    });
    const { receiptNumber } = swap.payload;
    const filed = await db.selectFrom('returns').select(['refund_minor']).where('receipt_number', '=', receiptNumber).execute();
    const sold = await db.selectFrom('sales').select(['total_minor', 'sale_id']).where('receipt_number', '=', receiptNumber).execute();
    expect([filed, sold]).toEqual([[{ refund_minor: 2_166 }], [{ total_minor: 1_080, sale_id: swap.id }]]);
    expect([await cashOf(here), await exceptions()]).toEqual([before, []]);
    expect(await violations()).toEqual([]);
  });

  it('[J5] of two registers that were cut off and swap one order one is told the loss; each sale stands, and its cash', async () => {
    const there = await enrol(db);
    await push(db, there, [there.journal.openShift()]);
    const order = await readyPickup(2, there);
    // For dearer goods at one, and nothing but more goods at a third that comes last.
    const first = swapAtPickup(here.journal, order, 1, 'B', 2);
    const second = swapAtPickup(there.journal, order, 1, 'B', 1);
    const more = swapAtPickup(there.journal, order, 0, 'B', 1);
    await push(db, here, [first]);
    expect(await push(db, there, [second, more])).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
    const told = await db.selectFrom('exceptions').select('body').execute();
    const losses = told.map(({ body: { kind, operationId, cash } }) => [kind, operationId, cash]);
    expect(losses).toHaveLength(3);
    expect(losses).toContainEqual(['handed_over_twice', second.id, undefined]);
    expect(losses).toContainEqual(['returned_more_than_bought', second.id, { USD: -1_083 }]);
    expect(losses).toContainEqual(['handed_over_twice', more.id, undefined]);
    expect(await level()).toEqual({ on_hand: 99, reserved: 0 });
    expect(await readOrder(db, 'W-1')).toMatchObject({ refunds: [{ totalMinor: 0, settledMinor: 1_083 }] });
    expect([await cashOf(here), await cashOf(there)]).toEqual([1_077, 1_080]);
    expect(await violations()).toEqual([]);
  });

  it('[P2] after a reject for want of goods the store is asked again only when it has counted', async () => {
    const order = await placed(pickupOrder('W-1', 'S1', [['A', 2]]));
    await push(db, here, [here.journal.reject(order)]);
    expect(await level()).toEqual({ on_hand: 100, reserved: 0 });
    expect(await exceptions()).toEqual(['count_wanted']);
    expect(await readAvailability(db, ['A'], 'S1')).toMatchObject([{ onHand: 100, available: 0 }]);
    await placed(pickupOrder('W-2', 'S1', [['A', 1]])).catch(() => undefined);
    expect(await sourceBackorders(db)).toBe(0);
    await push(db, here, [
      here.journal.record({
        type: 'exception_resolved',
        payload: { exceptionId: 'count_wanted:S1:A', choice: 'count_fewer', sku: 'A', quantity: 98, note: '', office: null },
      }),
    ]);
    expect(await sourceBackorders(db)).toBe(2);
    expect(await level()).toEqual({ on_hand: 2, reserved: 2 });
    expect(await violations()).toEqual([]);
  });

  it('[P3] a pickup that waits is offered elsewhere, and goes where the customer chooses, once', async () => {
    const order = await placed(
      pickupOrder('W-1', 'S1', [
        ['A', 2],
        ['B', 1],
      ]),
    );
    await push(db, here, [here.journal.shortPick(order, 1, 1)]);
    expect(await readOrder(db, 'W-1')).toMatchObject({
      status: 'backordered',
      lines: [{ backordered: 1 }, { backordered: 0 }],
      offer: { stores: [{ storeId: 'S2', name: 'Store 2' }], canShip: true },
    });
    const choose = (fulfillment: OrderIntake['fulfillment']) => changeFulfillment(db, 'W-1', fulfillment);
    expect(await choose({ kind: 'pickup', storeId: 'S9', pickupCode: '4711' })).toEqual({ ok: false, refusal: 'unknown_store' });
    for (let n = 0; n < 2; n += 1) {
      expect(await choose({ kind: 'pickup', storeId: 'S2', pickupCode: '4711' })).toMatchObject({
        ok: true,
        value: {
          status: 'open',
          offer: null,
          fulfillmentOrders: [
            { id: order.id, locationId: 'S1' },
            { locationId: 'S2', kind: 'pickup', lines: [{ lineNo: 1, quantity: 1 }] },
          ],
        },
      });
    }
    expect(await choose(shipOrder('X', []).fulfillment)).toEqual({ ok: false, refusal: 'nothing_waits' });
    expect(await violations()).toEqual([]);
  });

  it('[P3] a pickup that its store rejected is shipped when the customer wants that', async () => {
    const order = await placed(pickupOrder('W-1', 'S1', [['A', 2]]));
    await push(db, here, [here.journal.reject(order)]);
    const changed = await changeFulfillment(db, 'W-1', shipOrder('W-1', []).fulfillment);
    expect(changed).toMatchObject({
      ok: true,
      value: {
        status: 'open',
        fulfillmentOrders: [
          { locationId: 'S1' },
          { locationId: 'S2', kind: 'ship', pickupCodeHash: null, lines: [{ quantity: 2, totalMinor: 2166 }] },
        ],
      },
    });
    expect(await violations()).toEqual([]);
  });

  describe('at a location without a register', () => {
    const act = (fulfillmentOrderId: string, action: HandOffRequest['action'], operationId = uuidv7()) =>
      handOffOrder(db, { operationId, fulfillmentOrderId, action }, actorNamed('office'));
    const waiting = async () => (await listHandOffs(db, { limit: 50 })).items.map(({ order }) => order.orderNumber);
    async function atWarehouse(number: string): Promise<FulfillmentOrder> {
      await db
        .insertInto('locations')
        .values({ id: 'W1', kind: 'warehouse', name: 'Warehouse', latitude: 0, longitude: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await arrive(db, 'W1', 'A', 9);
      return placed(shipOrder(number, [['A', 2]]));
    }

    it('[P2] an order is shown to the head office, which records what the location did, once', async () => {
      const order = await atWarehouse('W-1');
      expect(order.locationId).toBe('W1');
      expect(await waiting()).toEqual(['W-1']);
      expect(await act(order.id, { kind: 'acknowledged' })).toMatchObject({ ok: true });
      const operationId = uuidv7();
      const shipped = (trackingNumber: string) => ({ kind: 'shipped', trackingNumber, isOtherCarriers: false }) as const;
      expect(await act(order.id, shipped('1Z999AA10123456785'))).toEqual({ ok: false, refusal: 'tracking_number_wrong' });
      for (let n = 0; n < 2; n += 1) expect(await act(order.id, shipped('T-1'), operationId)).toMatchObject({ ok: true });
      expect(await act(order.id, { kind: 'rejected', reason: 'closed' }, operationId)).toEqual({ ok: false, refusal: 'id_reused' });
      expect(await act(order.id, shipped('T-2'))).toEqual({ ok: false, refusal: 'order_has_ended' });
      expect(await current('W-1')).toMatchObject({ state: { status: 'shipped', trackingNumber: 'T-1' }, lines: [{ picked: 2 }] });
      expect(await waiting()).toEqual([]);
      expect(await exceptions()).toEqual([]);
      expect(await violations()).toEqual([]);
    });

    it('[P3] what the location rejects goes elsewhere', async () => {
      const order = await atWarehouse('W-1');
      expect(await act(order.id, { kind: 'handed_over' })).toEqual({ ok: false, refusal: 'other_kind' });
      expect(await act(order.id, { kind: 'rejected', reason: 'closed' })).toMatchObject({ ok: true });
      const bodies = (await db.selectFrom('fulfillment_orders').select('body').execute()).map((row) => [
        row.body.locationId,
        row.body.state.status,
      ]);
      expect(bodies.sort()).toEqual([
        ['S1', 'open'],
        ['W1', 'rejected'],
      ]);
      expect(await waiting()).toEqual([]);
    });

    it('hands off where only an import or the server itself has recorded', async () => {
      await atWarehouse('W-1');
      await transact(db, (tx) => addRegister(tx, 'W1'));
      expect([...(await openImportRegisters(db, ['W1'])).keys()]).toEqual(['W1']);
      expect(await waiting()).toEqual(['W-1']);
    });

    it('leaves orders to a location as soon as a register works there', async () => {
      const order = await atWarehouse('W-1');
      const register = await enrol(db, 'W1');
      expect(await waiting()).toEqual([]);
      expect(await act(order.id, { kind: 'acknowledged' })).toEqual({ ok: false, refusal: 'has_register' });
      expect((await pullAll(db, register)).documents.get(`store:W1 fulfillment_order ${order.id}`)).toMatchObject({ orderNumber: 'W-1' });
    });
  });
});
