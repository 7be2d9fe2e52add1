import { describe, expect, it } from 'vitest';
import { toteDocument, waveDocument } from '../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { linePicked, orderPacked, pickingStarted, waveReleased, waveTaken } from '../../domain/fulfillment/operations.ts';
import type { Tote } from '../../domain/fulfillment/tote.ts';
import type { Wave } from '../../domain/fulfillment/wave.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { openPool } from './support/databases.ts';
import { shipOrder } from './support/order-pool.ts';
import { type Enrolled, enrol, pullAll, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe('waves at the server', () => {
  let db: Db;
  let first: Enrolled;
  let second: Enrolled;
  let elsewhere: Enrolled;
  useSyncPool(openPool, async (pool) => {
    ({ db, register: first } = pool);
    second = await enrol(db);
    elsewhere = await enrol(db, 'S2');
  });

  async function placed(number: string): Promise<FulfillmentOrder> {
    await takeOrder(db, { idempotencyKey: number, order: shipOrder(number, [['A', 2]]) });
    return current(number);
  }
  async function current(number: string): Promise<FulfillmentOrder> {
    const rows = await db.selectFrom('fulfillment_orders').select('body').execute();
    const found = rows.map((row) => row.body).find((order) => order.orderNumber === number);
    if (found === undefined) throw new Error(`${number} is not here.`);
    return found;
  }
  const wavesAt = async (register: Enrolled): Promise<Wave[]> =>
    [...(await pullAll(db, register)).documents]
      .filter(([key]) => key.includes(' wave '))
      .map(([, body]) => waveDocument.completed(body as Wave));
  const begin = ({ journal }: Enrolled, waveId: string, ...orders: FulfillmentOrder[]) =>
    journal.record(pickingStarted.request({ waveId, fulfillmentOrderIds: orders.map((order) => order.id) }));
  const pick = ({ journal }: Enrolled, waveId: string, order: FulfillmentOrder, quantity: number) =>
    journal.record({ type: linePicked.type, payload: { fulfillmentOrderId: order.id, lineNo: 1, quantity, waveId } });
  const exceptions = async () => (await db.selectFrom('exceptions').select('body').execute()).map((row) => row.body);

  it('[R1] are there on every register of the store, with their picker, and on no other', async () => {
    const order = await placed('W-1');
    await push(db, first, [begin(first, 'WAVE', order)]);
    for (const register of [first, second])
      expect(await wavesAt(register)).toMatchObject([{ id: 'WAVE', orderIds: [order.id], registerId: first.registerId }]);
    expect(await wavesAt(elsewhere)).toEqual([]);
    await push(db, second, [second.journal.record(waveTaken.request({ waveId: 'WAVE', fulfillmentOrderIds: [order.id] }))]);
    expect(await wavesAt(first)).toMatchObject([{ registerId: second.registerId }]);
    await push(db, elsewhere, [elsewhere.journal.record(waveReleased.request({ waveId: 'WAVE' }))]);
    expect(await wavesAt(first)).toMatchObject([{ registerId: second.registerId }]);
  });

  it('[J5] two that were begun apart for one order: the first keeps it, and the second puts back what it picked', async () => {
    const [both, own] = [await placed('W-1'), await placed('W-2')];
    const apart = [begin(second, 'SECOND', both, own), pick(second, 'SECOND', both, 2), pick(second, 'SECOND', own, 2)];
    await push(db, first, [begin(first, 'FIRST', both), pick(first, 'FIRST', both, 1)]);
    expect(await push(db, second, apart)).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }, { outcome: 'applied' }]);
    expect(await current('W-1')).toMatchObject({ state: { status: 'picking', waveId: 'FIRST' }, lines: [{ picked: 1 }] });
    expect(await current('W-2')).toMatchObject({ state: { status: 'picked' }, lines: [{ picked: 2 }] });
    expect(await exceptions()).toMatchObject([{ kind: 'picked_by_two', subject: 'W-1', goods: [{ sku: 'A', quantity: 2 }] }]);
    expect((await wavesAt(second)).find((wave) => wave.id === 'SECOND')).toMatchObject({
      orderIds: [own.id],
      lost: [{ fulfillmentOrderId: both.id }],
    });
    // The first goes on as if nothing had been: the order is whole with its own units.
    await push(db, first, [pick(first, 'FIRST', both, 1)]);
    expect(await current('W-1')).toMatchObject({ state: { status: 'picked' }, lines: [{ picked: 2 }] });
    expect((await auditPool(db)).flatMap((finding) => finding.violations)).toEqual([]);
  });

  it('[J5] [R1] know in which tote the goods of an order lie, on every register, until it is packed', async () => {
    const totesAt = async (register: Enrolled) =>
      [...(await pullAll(db, register)).documents]
        .filter(([key]) => key.includes(' tote '))
        .map(([, body]) => toteDocument.completed(body as Tote));
    const into = ({ journal }: Enrolled, order: FulfillmentOrder, quantity: number) =>
      journal.record({ type: linePicked.type, payload: { fulfillmentOrderId: order.id, lineNo: 1, quantity, waveId: null, tote: 'T-1' } });
    const [one, two] = [await placed('W-1'), await placed('W-2')];
    await push(db, first, [begin(first, 'FIRST', one), into(first, one, 2)]);
    expect(await totesAt(second)).toMatchObject([{ code: 'T-1', goods: [{ orderNumber: 'W-1', quantity: 2 }] }]);
    expect(await totesAt(elsewhere)).toEqual([]);
    // The second was cut off and used the same tote: both lie in it, and each is packed on its own.
    await push(db, second, [begin(second, 'SECOND', two), into(second, two, 2)]);
    expect(await totesAt(first)).toMatchObject([{ goods: [{ orderNumber: 'W-1' }, { orderNumber: 'W-2' }] }]);
    expect([await current('W-1'), await current('W-2')]).toMatchObject([{ totes: ['T-1'] }, { totes: ['T-1'] }]);
    const packed = orderPacked.request({ fulfillmentOrderId: one.id, parcels: [], totes: ['T-1'] });
    await push(db, second, [second.journal.record(packed)]);
    expect(await totesAt(first)).toMatchObject([{ goods: [{ orderNumber: 'W-2' }] }]);
    expect(await current('W-1')).not.toHaveProperty('totes');
  });
});
