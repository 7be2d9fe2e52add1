import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OrderView } from '../../domain/orders/order-intake.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { takeOrder, takeOrders } from '../../sync-server/orders/take-order.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import { databases } from './support/databases.ts';
import { sourceBackorders } from '../support/sweeps.ts';
import { arrive, disagreements, emptyPool, fillSmallPool, pickupOrder, shipOrder } from './support/order-pool.ts';

describe.each(databases)('orders on %s', (_name, open) => {
  let opened: OpenDatabase;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  beforeEach(() => emptyPool(db));
  afterAll(() => opened.close());

  const take = (order: ReturnType<typeof shipOrder>, key = order.number) => takeOrder(db, { idempotencyKey: key, order });
  const view = async (number: string): Promise<OrderView> => {
    const found = await readOrder(db, number);
    if (found === null) throw new Error(`Order ${number} was not written.`);
    return found;
  };
  const placed = (order: OrderView) =>
    order.fulfillmentOrders
      .map((one) => [one.locationId, one.lines.map((line) => [line.lineNo, line.quantity])] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const tables = async () => ({
    orders: await db.selectFrom('orders').select('number').execute(),
    lines: await db.selectFrom('order_lines').select('sku').execute(),
    movements: await db.selectFrom('stock_movements').select('id').where('cause', '<>', 'opening_balance').execute(),
    changes: await db.selectFrom('changes').select('id').execute(),
  });

  it('[P2] sends an order to the nearest store with everything, reserves there, and tells that store', async () => {
    await fillSmallPool(db, {
      stores: 3,
      stock: [
        [1, 'A', 5],
        [2, 'A', 5],
        [2, 'B', 5],
        [3, 'A', 5],
        [3, 'B', 5],
      ],
    });
    expect(
      await take(
        shipOrder('W-1', [
          ['A', 2],
          ['B', 1],
        ]),
      ),
    ).toMatchObject({ ok: true, repeated: false });
    const order = await view('W-1');
    expect(placed(order)).toEqual([
      [
        'S2',
        [
          [1, 2],
          [2, 1],
        ],
      ],
    ]);
    expect(order.status).toBe('open');
    expect(order.fulfillmentOrders[0]).toMatchObject({
      orderNumber: 'W-1',
      kind: 'ship',
      state: { status: 'open' },
      lines: [{ totalMinor: 2166, taxMinor: 166 }, {}],
    });
    expect(await db.selectFrom('changes').select(['scope', 'kind']).orderBy('kind').execute()).toEqual([
      { scope: 'store:S2', kind: 'fulfillment_order' },
      { scope: 'store:S2', kind: 'stock_page' },
      { scope: 'store:S2', kind: 'stock_page' },
    ]);
    expect(await disagreements(db)).toEqual([]);
  });

  it('[M1] splits what no store has alone, money and all, and backorders the rest', async () => {
    await fillSmallPool(db, {
      stores: 3,
      stock: [
        [1, 'A', 1],
        [2, 'A', 1],
        [3, 'B', 1],
      ],
    });
    const sent = shipOrder('W-1', [
      ['A', 3],
      ['B', 1],
    ]);
    await take({ ...sent, lines: sent.lines.map((line) => ({ ...line, totalMinor: 1000, taxMinor: 100 })) });
    const order = await view('W-1');
    expect(placed(order)).toEqual([
      ['S1', [[1, 1]]],
      ['S2', [[1, 1]]],
      ['S3', [[2, 1]]],
    ]);
    expect(order.lines).toMatchObject([{ backordered: 1 }, { backordered: 0 }]);
    expect(order.status).toBe('backordered');
    const money = order.fulfillmentOrders
      .flatMap((one) => one.lines)
      .filter((line) => line.lineNo === 1)
      .map((line) => line.totalMinor);
    expect(money.reduce((sum, one) => sum + one, 0)).toBe(667);
    expect(await disagreements(db)).toEqual([]);
  });

  it('keeps a pickup at its store, with a code that the register can check and nobody can read', async () => {
    await fillSmallPool(db, {
      stores: 2,
      stock: [
        [1, 'A', 9],
        [2, 'A', 1],
      ],
    });
    await take(pickupOrder('W-1', 'S2', [['A', 3]]));
    const order = await view('W-1');
    expect(placed(order)).toEqual([['S2', [[1, 1]]]]);
    expect(order.lines).toMatchObject([{ backordered: 2 }]);
    expect(order.fulfillmentOrders[0]?.pickupCodeHash).toMatch(/^[0-9a-f]{64}$/);
    expect(order.fulfillmentOrders[0]).not.toHaveProperty('promisedAt');
  });

  it('tells the store by when a pickup was promised, also of what waited for stock', async () => {
    await fillSmallPool(db, { stores: 2, stock: [[1, 'A', 1]] });
    const promisedAt = '2026-02-01T09:00:00.000Z';
    await take({ ...pickupOrder('W-1', 'S1', [['A', 1]]), promisedAt });
    await take({ ...pickupOrder('W-2', 'S2', [['A', 1]]), promisedAt, priority: 9, shippingMethod: 'Express', giftMessage: 'Enjoy!' });
    expect((await view('W-1')).fulfillmentOrders).toMatchObject([{ promisedAt }]);
    expect((await view('W-1')).fulfillmentOrders[0]).not.toHaveProperty('priority');
    expect((await view('W-1')).fulfillmentOrders[0]).not.toHaveProperty('giftMessage');
    expect((await view('W-2')).fulfillmentOrders).toEqual([]);
    await arrive(db, 'S2', 'A', 1);
    await sourceBackorders(db);
    const told = { locationId: 'S2', promisedAt, priority: 9, shippingMethod: 'Express', giftMessage: 'Enjoy!' };
    expect((await view('W-2')).fulfillmentOrders).toMatchObject([told]);
  });

  it('[J3] answers the same order under the same key alike, and refuses other content under it', async () => {
    await fillSmallPool(db, { stores: 1, stock: [[1, 'A', 9]] });
    const first = await take(shipOrder('W-1', [['A', 1]]), 'key');
    const again = await take(shipOrder('W-1', [['A', 1]]), 'key');
    expect(first.ok && again.ok && first.orderId === again.orderId && again.repeated).toBe(true);
    expect(await take(shipOrder('W-1', [['A', 2]]), 'key')).toMatchObject({
      ok: false,
      refusal: { status: 409, code: 'idempotency_key_reused' },
    });
    expect(await take(shipOrder('W-1', [['A', 1]]), 'other')).toMatchObject({
      ok: false,
      refusal: { status: 409, code: 'order_number_taken' },
    });
    expect((await tables()).orders).toHaveLength(1);
    expect(await disagreements(db)).toEqual([]);
  });

  it('[J3] takes an order once that arrives many times at once', async () => {
    await fillSmallPool(db, {
      stores: 2,
      stock: [
        [1, 'A', 20],
        [2, 'A', 20],
      ],
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => take(shipOrder('W-1', [['A', 2]]), 'key')));
    expect(new Set(answers.map((answer) => answer.ok && answer.orderId)).size).toBe(1);
    expect(answers.filter((answer) => answer.ok && !answer.repeated)).toHaveLength(1);
    expect(placed(await view('W-1'))).toEqual([['S1', [[1, 2]]]]);
    expect(await disagreements(db)).toEqual([]);
  });

  it.each([
    [
      'unknown_sku',
      'lines.1.sku',
      shipOrder('W-1', [
        ['A', 1],
        ['NO', 1],
      ]),
    ],
    ['unknown_store', 'fulfillment.storeId', pickupOrder('W-1', 'S9', [['A', 1]])],
    [
      'amount_not_valid',
      'lines.0.totalMinor',
      { ...shipOrder('W-1', []), lines: [{ sku: 'A', quantity: 1, unitPrice: 10, totalMinor: 1000, taxMinor: 0 }] },
    ],
  ])('refuses %s by naming %s, and leaves nothing behind', async (code, field, order) => {
    await fillSmallPool(db, { stores: 1, stock: [[1, 'A', 9]] });
    const before = await tables();
    expect(await take(order)).toMatchObject({ ok: false, refusal: { status: 422, faults: [{ code, field }] } });
    expect(await tables()).toEqual(before);
  });

  it('takes many orders in one transaction; a refused one harms no other', async () => {
    await fillSmallPool(db, {
      stores: 2,
      stock: [
        [1, 'A', 3],
        [2, 'A', 3],
      ],
    });
    const orders = [...Array.from({ length: 8 }, (_, n) => shipOrder(`W-${n}`, [['A', 1]])), shipOrder('BAD', [['NO', 1]])];
    const answers = await transact(db, async (tx) => {
      const items: ChangeItem[] = [];
      const given = await takeOrders(
        tx,
        [...orders, ...orders.slice(0, 1)].map((order) => ({ idempotencyKey: order.number, order })),
        items,
      );
      await allocateChanges(tx, items);
      return given;
    });
    expect(answers.map((answer) => answer.ok)).toEqual([...Array.from({ length: 8 }, () => true), false, true]);
    expect(answers[9]).toMatchObject({ repeated: true });
    const views = await Promise.all(Array.from({ length: 8 }, (_, n) => view(`W-${n}`)));
    expect(views.map((one) => one.status).sort()).toEqual([
      ...Array.from({ length: 2 }, () => 'backordered'),
      ...Array.from({ length: 6 }, () => 'open'),
    ]);
    expect(await disagreements(db)).toEqual([]);
  });

  it('[P3] never promises a unit twice: 64 orders at once on few units', async () => {
    await fillSmallPool(db, {
      stores: 3,
      stock: [
        [1, 'A', 10],
        [2, 'A', 7],
        [3, 'A', 5],
        [1, 'B', 4],
        [3, 'B', 3],
      ],
    });
    await Promise.all(
      Array.from({ length: 64 }, (_, n) =>
        take(
          n % 3 === 0
            ? shipOrder(`W-${n}`, [
                ['B', 1],
                ['A', 1],
              ])
            : shipOrder(`W-${n}`, [['A', 1]]),
        ),
      ),
    );
    const levels = await db.selectFrom('stock_levels').select(['sku', 'available']).execute();
    expect(levels.filter((level) => level.available !== 0)).toEqual([]);
    expect(await disagreements(db)).toEqual([]);
  });

  it('[P3] whatever is ordered and cancelled in whatever mix, nothing is promised twice', async () => {
    await fillSmallPool(db, {
      stores: 3,
      stock: [
        [1, 'A', 4],
        [2, 'A', 3],
        [2, 'B', 2],
        [3, 'B', 4],
        [3, 'C', 1],
      ],
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            wanted: fc.uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.integer({ min: 1, max: 3 })), {
              minLength: 1,
              maxLength: 3,
              selector: ([sku]) => sku,
            }),
            pickup: fc.boolean(),
            cancel: fc.boolean(),
          }),
          { minLength: 4, maxLength: 12 },
        ),
        async (drawn) => {
          run += 1;
          const numbers = await Promise.all(
            drawn.map(async ({ wanted, pickup, cancel }, n) => {
              const number = `W-${run}-${n}`;
              await take(pickup ? pickupOrder(number, 'S2', wanted) : shipOrder(number, wanted));
              if (cancel) await cancelOrder(db, number);
              return number;
            }),
          );
          expect(await disagreements(db)).toEqual([]);
          await Promise.all(numbers.map((number) => cancelOrder(db, number)));
          const left = await db.selectFrom('stock_levels').select('sku').where('reserved', '<>', 0).execute();
          expect(left).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('[J5] cancels what has not left, releases it, and leaves alone what has', async () => {
    await fillSmallPool(db, {
      stores: 2,
      stock: [
        [1, 'A', 1],
        [2, 'B', 1],
      ],
    });
    await take(
      shipOrder('W-1', [
        ['A', 1],
        ['B', 2],
      ]),
    );
    const gone = (await view('W-1')).fulfillmentOrders.find((one) => one.locationId === 'S1');
    const shipped = {
      ...gone,
      lines: gone?.lines.map((line) => ({ ...line, picked: 1 })),
      state: { status: 'shipped', trackingNumber: 'T', at: '2026-01-31T13:00:00.000Z' },
    };
    await db
      .updateTable('fulfillment_orders')
      .set({ status: 'shipped', body: JSON.stringify(shipped) })
      .where('id', '=', gone?.id ?? '')
      .execute();
    const answer = await cancelOrder(db, 'W-1');
    expect(answer).toMatchObject({ ok: true, value: { status: 'fulfilled', lines: [{ cancelled: 0 }, { cancelled: 2, backordered: 0 }] } });
    expect(await db.selectFrom('stock_levels').select('reserved').where('sku', '=', 'B').execute()).toEqual([{ reserved: 0 }]);
    expect(await cancelOrder(db, 'W-1')).toEqual(answer);
  });

  it.each([
    ['an unknown order', 'W-9', 'unknown_order'],
    ['an order that has left', 'W-1', 'nothing_to_cancel'],
  ])('refuses to cancel %s', async (_name, number, refusal) => {
    await fillSmallPool(db, { stores: 1, stock: [[1, 'A', 1]] });
    await take(shipOrder('W-1', [['A', 1]]));
    await db.updateTable('fulfillment_orders').set({ status: 'shipped' }).execute();
    const [row] = await db.selectFrom('fulfillment_orders').select('body').execute();
    await db
      .updateTable('fulfillment_orders')
      .set({ body: JSON.stringify({ ...row?.body, state: { status: 'shipped', trackingNumber: 'T', at: '2026-01-31T13:00:00.000Z' } }) })
      .execute();
    expect(await cancelOrder(db, number)).toEqual({ ok: false, refusal });
  });
});
