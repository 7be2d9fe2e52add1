import { describe, expect, it } from 'vitest';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { insertKey } from '../support/api-keys.ts';
import { askJson } from '../support/ask-json.ts';
import { openPool } from './support/databases.ts';
import { arrive, disagreements, pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, enrol, pullAll, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

describe('a pickup that its customer fetches elsewhere', () => {
  let db: Db;
  let server: RunningServer;
  let here: Enrolled;
  let key: string;
  useSyncServer(openPool, async (pool) => {
    ({ db, server, register: here } = pool);
    key = await insertKey(db, 'web shop');
  });

  const move = (number: string, body: object) => askJson(server.url, key, 'POST', `orders/${number}/store`, body);
  const refused = (status: number, code: string) => ({ status, answer: { error: { code } } });
  const reserved = async (storeId: string) => {
    const where = db.selectFrom('stock_levels').select('reserved').where('location_id', '=', storeId).where('sku', '=', 'A');
    return (await where.executeTakeFirstOrThrow()).reserved;
  };
  const isSound = async () => {
    expect((await auditPool(db)).flatMap((finding) => finding.violations)).toEqual([]);
    expect(await disagreements(db)).toEqual([]);
  };
  async function place(number: string, units = 2) {
    await takeOrder(db, { idempotencyKey: number, order: pickupOrder(number, 'S1', [['A', units]]) });
    const [order] = (await readOrder(db, number))?.fulfillmentOrders ?? [];
    if (order === undefined) throw new Error('The order was not sourced.');
    return order;
  }

  it('[P2, P3] moves whole, with its code and a promise of the new store, and both stores hear of it', async () => {
    const order = await place('W-1');
    const promisedAt = '2027-03-01T10:00:00.000Z';
    for (const _again of [1, 2]) expect((await move('W-1', { storeId: 'S2', promisedAt })).status).toBe(200);
    expect(await readOrder(db, 'W-1')).toMatchObject({
      status: 'open',
      lines: [{ backordered: 0, cancelled: 0 }],
      fulfillmentOrders: [
        { id: order.id, locationId: 'S1', state: { status: 'rejected' } },
        {
          locationId: 'S2',
          kind: 'pickup',
          promisedAt,
          pickupCodeHash: order.pickupCodeHash,
          pickupCodeId: order.pickupCodeId,
          lines: [{ quantity: 2 }],
        },
      ],
    });
    expect([await reserved('S1'), await reserved('S2')]).toEqual([0, 2]);
    const { documents } = await pullAll(db, here);
    expect(documents.get(`store:S1 exception pickup_moved:${order.id}`)).toMatchObject({ facts: { order: 'W-1', store: 'Store 2' } });
    const there = await pullAll(db, await enrol(db, 'S2'));
    expect([...there.documents.keys()].filter((name) => name.includes('fulfillment_order'))).toHaveLength(1);
    await isSound();
  });

  it('waits at the new store for what that one does not have', async () => {
    await place('W-1', 3);
    await arrive(db, 'S2', 'A', -99);
    await move('W-1', { storeId: 'S2' });
    expect(await readOrder(db, 'W-1')).toMatchObject({ status: 'backordered', lines: [{ backordered: 2 }] });
    expect([await reserved('S1'), await reserved('S2')]).toEqual([0, 1]);
    await isSound();
  });

  it('stays where somebody has begun to pick it', async () => {
    const order = await place('W-1');
    await push(db, here, [here.journal.startPicking([order])]);
    expect(await move('W-1', { storeId: 'S2' })).toMatchObject(refused(409, 'picking_has_begun'));
    await push(db, here, [...here.journal.pick(order), here.journal.stage(order, 'P3')]);
    expect(await move('W-1', { storeId: 'S2' })).toMatchObject(refused(409, 'picking_has_begun'));
    expect([await reserved('S1'), await reserved('S2')]).toEqual([2, 0]);
  });

  it('[J5] is asked about where a register that was cut off picked it all the same', async () => {
    const order = await place('W-1');
    const picked = [here.journal.startPicking([order]), ...here.journal.pick(order)];
    await move('W-1', { storeId: 'S2' });
    await push(db, here, picked);
    const kinds = await db.selectFrom('exceptions').select('kind').orderBy('kind').execute();
    expect(kinds.map(({ kind }) => kind)).toEqual(['picked_after_end', 'pickup_moved']);
    await isSound();
  });

  it('is refused with its reason where there is nothing to move, or nowhere to go', async () => {
    await place('W-1');
    expect(await move('W-1', { storeId: 'S9' })).toMatchObject(refused(422, 'unknown_store'));
    expect(await move('W-9', { storeId: 'S2' })).toMatchObject(refused(404, 'unknown_order'));
    await cancelOrder(db, 'W-1');
    expect(await move('W-1', { storeId: 'S2' })).toMatchObject(refused(409, 'nothing_waits'));
    await takeOrder(db, { idempotencyKey: 'W-2', order: shipOrder('W-2', [['A', 1]]) });
    expect(await move('W-2', { storeId: 'S2' })).toMatchObject(refused(409, 'not_a_pickup'));
  });
});
