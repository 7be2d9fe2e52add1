import { unfulfilled } from '../../domain/fulfillment/documents.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyOperation } from '../../domain/registry/apply-operation.ts';
import { type FulfillmentOrder, hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import type { OrderView } from '../../domain/orders/order-intake.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { resourceUnits } from '../../sync-server/sourcing/resource-units.ts';
import { createBackorderLook, sourceBackorders } from '../support/sweeps.ts';
import { postMovements } from '../../sync-server/stock/post-movements.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import { readAvailability } from '../../sync-server/stock/read-availability.ts';
import { exceptionOf, operationOf } from '../support/examples.ts';
import { databases } from './support/databases.ts';
import { arrive, disagreements, emptyPool, fillSmallPool, pickupOrder, shipOrder } from './support/order-pool.ts';

type Request = Parameters<typeof operationOf>[0];

describe.each(databases)('sourcing anew on %s', (_name, open) => {
  let opened: OpenDatabase;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  beforeEach(() => emptyPool(db));
  afterAll(() => opened.close());

  const take = (order: ReturnType<typeof shipOrder>) => takeOrder(db, { idempotencyKey: order.number, order });
  const view = async (number: string): Promise<OrderView> => {
    const found = await readOrder(db, number);
    if (found === null) throw new Error(`Order ${number} was not written.`);
    return found;
  };
  const active = async (number: string): Promise<FulfillmentOrder[]> =>
    (await view(number)).fulfillmentOrders.filter((one) => !hasEnded(one));
  const first = async (number: string): Promise<FulfillmentOrder> => {
    const [one] = await active(number);
    if (one === undefined) throw new Error(`No store works on order ${number}.`);
    return one;
  };

  /** Applies a fact of a store as the journal's intake does: documents, stock, then what nobody fulfills. */
  const apply = (order: FulfillmentOrder, request: Request): Promise<void> =>
    transact(db, async (tx) => {
      const operation = operationOf(request, { storeId: order.locationId });
      const effects = applyOperation(DocumentMap.of(fulfillmentOrderDocument, order), operation as Parameters<typeof applyOperation>[1]);
      const items: ChangeItem[] = [];
      for (const next of fulfillmentOrderDocument.in(effects)) {
        await tx
          .updateTable('fulfillment_orders')
          .set({ status: next.state.status, body: JSON.stringify(next) })
          .where('id', '=', next.id)
          .execute();
      }
      await postMovements(
        tx,
        effects.flatMap((effect) => (effect.kind === 'stock' ? [{ ...effect, causeId: operation.id }] : [])),
        items,
      );
      await resourceUnits(tx, unfulfilled.in(effects), items);
      await allocateChanges(tx, items);
    });
  const reject = (order: FulfillmentOrder) =>
    apply(order, { type: 'order_rejected', payload: { fulfillmentOrderId: order.id, reason: 'too_busy' } });
  const shortPick = (order: FulfillmentOrder, lineNo: number, quantity: number) =>
    apply(order, { type: 'line_short_picked', payload: { fulfillmentOrderId: order.id, lineNo, quantity, reason: 'not_found' } });

  it('[P4] sends what a store rejects to the next store, and never back', async () => {
    await fillSmallPool(db, {
      stores: 3,
      stock: [
        [1, 'A', 9],
        [2, 'A', 9],
      ],
    });
    await take(shipOrder('W-1', [['A', 2]]));
    await reject(await first('W-1'));
    expect(await active('W-1')).toMatchObject([{ locationId: 'S2', lines: [{ quantity: 2, totalMinor: 2166, taxMinor: 166 }] }]);
    await reject(await first('W-1'));
    expect(await view('W-1')).toMatchObject({ status: 'backordered', lines: [{ backordered: 2 }] });
    expect(await sourceBackorders(db)).toBe(0);
    expect(await disagreements(db)).toEqual([]);
  });

  it('asks a store again once more of it has arrived there', async () => {
    await fillSmallPool(db, {
      stores: 1,
      stock: [
        [1, 'A', 2],
        [1, 'B', 2],
      ],
    });
    await take(shipOrder('W-1', [['A', 2]]));
    await shortPick(await first('W-1'), 1, 2);
    await arrive(db, 'S1', 'B', 5);
    expect(await sourceBackorders(db)).toBe(0);
    await arrive(db, 'S1', 'A', 1);
    expect(await sourceBackorders(db)).toBe(1);
    expect(await view('W-1')).toMatchObject({ lines: [{ backordered: 1 }] });
    expect(await disagreements(db)).toEqual([]);
  });

  it('finds by itself, looking only at what has moved since, an order for which stock has come or was released', async () => {
    await fillSmallPool(db, {
      stores: 2,
      stock: [
        [1, 'A', 1],
        [1, 'B', 1],
      ],
    });
    await take(
      shipOrder('W-1', [
        ['A', 1],
        ['B', 1],
      ]),
    );
    await take(shipOrder('W-2', [['A', 1]]));
    await take(shipOrder('W-3', [['B', 1]]));
    const look = createBackorderLook(db);
    expect([await look(), await look()]).toEqual([0, 0]);
    await arrive(db, 'S2', 'A', 1);
    expect([await look(), await look()]).toEqual([1, 0]);
    expect(await view('W-2')).toMatchObject({ status: 'open' });
    await cancelOrder(db, 'W-1');
    expect([await look(), await look()]).toEqual([1, 0]);
    expect(await view('W-3')).toMatchObject({ status: 'open' });
    expect(await disagreements(db)).toEqual([]);
  });

  it('asks a store that had no time again later, and one that has to count only after it has', async () => {
    await fillSmallPool(db, { stores: 1, stock: [[1, 'A', 9]] });
    await take(pickupOrder('W-1', 'S1', [['A', 2]]));
    await reject(await first('W-1'));
    expect(await sourceBackorders(db)).toBe(0);
    await db.updateTable('sourcing_exclusions').set({ until: '2026-01-01T00:00:00.000Z' }).execute();
    expect(await sourceBackorders(db)).toBe(2);
    const counting = exceptionOf({ id: 'count_wanted:S1:A', kind: 'count_wanted', storeId: 'S1', subject: 'A' });
    await db
      .insertInto('exceptions')
      .values({ id: counting.id, store_id: 'S1', kind: counting.kind, body: JSON.stringify(counting), opened_at: counting.openedAt })
      .execute();
    await take(shipOrder('W-2', [['A', 1]]));
    expect(await view('W-2')).toMatchObject({ status: 'backordered' });
    expect(await readAvailability(db, ['A'])).toMatchObject([{ onHand: 9, available: 0 }]);
    expect(await sourceBackorders(db)).toBe(0);
    await db.updateTable('exceptions').set({ resolved_at: counting.openedAt }).execute();
    expect(await sourceBackorders(db)).toBe(1);
    expect(await disagreements(db)).toEqual([]);
  });

  it('keeps a pickup that its store gave up waiting there, whatever others have', async () => {
    await fillSmallPool(db, {
      stores: 2,
      stock: [
        [1, 'A', 9],
        [2, 'A', 2],
      ],
    });
    await take(pickupOrder('W-1', 'S2', [['A', 2]]));
    await reject(await first('W-1'));
    expect(await active('W-1')).toEqual([]);
    await arrive(db, 'S2', 'A', 3);
    expect(await sourceBackorders(db)).toBe(2);
    expect(await active('W-1')).toMatchObject([{ locationId: 'S2', kind: 'pickup' }]);
  });

  it('[M1] makes one parcel of what a location gets at different times of one line', async () => {
    await fillSmallPool(db, {
      stores: 2,
      stock: [
        [1, 'A', 2],
        [2, 'A', 1],
        [1, 'B', 1],
      ],
    });
    await take(
      shipOrder('W-1', [
        ['A', 3],
        ['B', 1],
      ]),
    );
    await arrive(db, 'S2', 'A', 5);
    await arrive(db, 'S2', 'B', 1);
    const [near] = await active('W-1');
    if (near === undefined) throw new Error('No store works on the order.');
    expect(near).toMatchObject({
      locationId: 'S1',
      lines: [
        { sku: 'A', quantity: 2 },
        { sku: 'B', quantity: 1 },
      ],
    });
    await reject(near);
    const held = await active('W-1');
    expect(held).toMatchObject([
      {
        locationId: 'S2',
        lines: [
          { lineNo: 1, quantity: 3, totalMinor: 3249, taxMinor: 249 },
          { lineNo: 2, quantity: 1 },
        ],
      },
    ]);
    expect(await disagreements(db)).toEqual([]);
  });

  it('sources the oldest backorder first', async () => {
    await fillSmallPool(db, { stores: 1, stock: [] });
    await take({ ...shipOrder('NEW', [['A', 1]]), placedAt: '2026-02-02T12:00:00.000Z' });
    await take({ ...shipOrder('OLD', [['A', 1]]), placedAt: '2026-02-01T12:00:00.000Z' });
    await arrive(db, 'S1', 'A', 1);
    expect(await sourceBackorders(db)).toBe(1);
    expect([(await view('OLD')).status, (await view('NEW')).status]).toEqual(['open', 'backordered']);
  });

  it('[J5] does not source what is given up of a cancelled order', async () => {
    await fillSmallPool(db, {
      stores: 2,
      stock: [
        [1, 'A', 2],
        [2, 'A', 2],
      ],
    });
    await take(shipOrder('W-1', [['A', 2]]));
    const order = await first('W-1');
    await cancelOrder(db, 'W-1');
    await transact(db, (tx) => resourceUnits(tx, [{ fulfillmentOrder: order, lines: [{ lineNo: 1, quantity: 1 }] }], []));
    expect(await active('W-1')).toEqual([]);
    expect((await view('W-1')).lines).toMatchObject([{ backordered: 0, cancelled: 2 }]);
  });

  it('[M1] [P2] whatever stores give up, no unit and no cent is lost or made', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ a: fc.integer({ min: 1, max: 7 }), b: fc.integer({ min: 1, max: 5 }), total: fc.integer({ min: 0, max: 1000 }) }),
        fc.array(fc.record({ which: fc.nat(5), give: fc.integer({ min: 1, max: 3 }), arrives: fc.boolean() }), {
          minLength: 1,
          maxLength: 6,
        }),
        async ({ a, b, total }, steps) => {
          await emptyPool(db);
          await fillSmallPool(db, {
            stores: 3,
            stock: [
              [1, 'A', 2],
              [2, 'A', 3],
              [3, 'A', 9],
              [1, 'B', 3],
              [3, 'B', 1],
            ],
          });
          const sent = shipOrder('W', [
            ['A', a],
            ['B', b],
          ]);
          await take({
            ...sent,
            lines: sent.lines.map((line) => ({ ...line, totalMinor: Math.min(total, 1000), taxMinor: Math.floor(total / 7) })),
          });
          for (const { which, give, arrives } of steps) {
            const orders = await active('W');
            const order = orders[which % Math.max(1, orders.length)];
            const line = order?.lines.find((one) => one.quantity > one.short);
            if (order !== undefined && line !== undefined) {
              if (give === 3) await reject(order);
              else await shortPick(order, line.lineNo, Math.min(give, line.quantity - line.short));
            }
            if (arrives) {
              await arrive(db, 'S2', 'B', 2);
              await sourceBackorders(db);
            }
            expect(await disagreements(db)).toEqual([]);
            const parcels = (await active('W')).flatMap((one) => one.lines.map((line) => `${one.locationId} ${line.lineNo}`));
            expect(parcels).toEqual([...new Set(parcels)]);
          }
          for (const sku of ['A', 'B']) await arrive(db, 'S1', sku, 50);
          await sourceBackorders(db);
          const found = await view('W');
          expect(found.lines).toMatchObject([{ backordered: 0 }, { backordered: 0 }]);
          for (const lineNo of [1, 2]) {
            const parts = found.fulfillmentOrders
              .filter((one) => !hasEnded(one))
              .flatMap((one) => one.lines)
              .filter((line) => line.lineNo === lineNo && line.short === 0);
            const whole = found.fulfillmentOrders
              .filter((one) => !hasEnded(one))
              .flatMap((one) => one.lines)
              .filter((line) => line.lineNo === lineNo);
            const units = whole.reduce((sum, line) => sum + line.quantity - line.short, 0);
            expect(units).toBe(lineNo === 1 ? a : b);
            if (parts.length === whole.length) expect(parts.reduce((sum, line) => sum + line.totalMinor, 0)).toBe(total);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
