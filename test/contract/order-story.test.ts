import { describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { orderAcknowledged } from '../../domain/fulfillment/operations.ts';
import { orderCancelled } from '../../domain/orders/events.ts';
import type { OrderStory } from '../../domain/orders/order-story.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { insertKey } from '../support/api-keys.ts';
import { insertSignIn, insertUser } from '../support/office-user.ts';
import { databases } from './support/databases.ts';
import { pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

describe.each(databases)('the story of an order on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let clerk: string;
  let opening: Operation;
  useSyncServer(open, async (pool) => {
    ({ db, server, register } = pool);
    await insertKey(db, 'web shop', ['orders'], 'key_shop');
    clerk = await insertSignIn(db, await insertUser(db, 'Order Clerk', ['orders']));
    opening = register.journal.openShift();
  });

  const ask = (path: string, token = clerk, body?: object) =>
    fetch(`${server.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
    });
  const story = async (number: string): Promise<OrderStory> => (await (await ask(`/v1/orders/${number}/story`)).json()) as OrderStory;
  const kinds = async (number: string) =>
    (await story(number)).items.map((entry) =>
      entry.kind === 'operation' ? entry.type : entry.kind === 'event' ? entry.event : entry.kind === 'office' ? entry.action : entry.kind,
    );
  const take = (order: ReturnType<typeof shipOrder>) => takeOrder(db, { idempotencyKey: order.number, order });
  const heldOf = async (number: string): Promise<FulfillmentOrder> => {
    const rows = await db.selectFrom('fulfillment_orders').select('body').execute();
    const found = rows.find(({ body }) => body.orderNumber === number);
    if (found === undefined) throw new Error(`Nobody has order ${number}.`);
    return found.body;
  };

  it('tells what was done with it in the pool and the store, when it was done and when that arrived', async () => {
    await take(pickupOrder('W-1', 'S1', [['A', 2]]));
    await take(pickupOrder('W-2', 'S1', [['A', 1]]));
    const [order, other] = [await heldOf('W-1'), await heldOf('W-2')];
    const { journal } = register;
    journal.record(orderAcknowledged.request({ fulfillmentOrderIds: [order.id, other.id] }));
    journal.startPicking([order]);
    journal.pick(order);
    journal.stage(order);
    journal.handOver(order);
    await push(db, register, journal.operations);
    const { items, complete } = await story('W-1');
    const operations = items.filter((entry) => entry.kind === 'operation');
    const sent = journal.operations.filter(({ seq }) => seq > opening.seq);
    expect(complete).toBe(true);
    expect(operations.map(({ type }) => type).sort()).toEqual(sent.map(({ type }) => type).sort());
    for (const one of operations) {
      const written = sent.find(({ id }) => id === one.id);
      expect(one).toMatchObject({
        ...{ at: written?.at, outcome: 'applied', storeId: 'S1', registerId: register.registerId },
        ...{ fulfillmentOrderIds: [order.id], associateId: written?.associateId, payload: written?.payload },
      });
      expect(Date.now() - Date.parse(one.arrivedAt)).toBeLessThan(60_000);
    }
    expect(items.filter(({ kind }) => kind === 'sourced')).toMatchObject([{ locationId: 'S1', units: 2, fulfillmentOrderId: order.id }]);
    expect(items.map(({ at }) => Date.parse(at))).toEqual(items.map(({ at }) => Date.parse(at)).sort((a, b) => a - b));
    expect((await kinds('W-2')).sort()).toEqual([orderAcknowledged.type, 'placed', 'sourced']);
  });

  it('names the person at the head office who moved or cancelled it, and says of others only that it was', async () => {
    await take(pickupOrder('W-1', 'S1', [['A', 1]]));
    await take(shipOrder('W-2', [['A', 1]]));
    expect((await ask('/v1/orders/W-1/store', clerk, { storeId: 'S2' })).status).toBe(200);
    expect((await ask('/v1/orders/W-1/cancel', clerk, {})).status).toBe(200);
    await cancelOrder(db, 'W-2');
    const told = (await story('W-1')).items.filter(({ kind }) => kind === 'office');
    expect(told).toMatchObject([
      { action: 'order.move', by: 'Order Clerk', storeId: 'S2' },
      { action: 'order.cancel', by: 'Order Clerk', storeId: null },
    ]);
    expect(await kinds('W-1')).not.toContain(orderCancelled.event);
    expect(await kinds('W-2')).toContain(orderCancelled.event);
    await db.deleteFrom('events').execute();
    expect(await kinds('W-2')).toContain(orderCancelled.event);
  });

  it('is for the head office, and knows no order that nobody placed', async () => {
    await take(shipOrder('W-1', [['A', 1]]));
    expect((await ask('/v1/orders/W-1/story', 'key_shop')).status).toBe(403);
    expect((await ask('/v1/orders/W-9/story')).status).toBe(404);
  });

  it('and all orders of a list are a file that a spreadsheet opens and does not run', async () => {
    await take({ ...shipOrder('W-1', [['A', 1]]), customer: { name: '=HYPERLINK("x"), Ltd', email: null, phone: null } });
    await take({ ...shipOrder('W-2', [['A', 2]]), placedAt: '2026-01-30T12:00:00.000Z', channel: 'web' });
    await take({ ...shipOrder('W-3', [['C', 9_999]]) });
    const answer = await ask('/v1/orders.csv?status=open', 'key_shop');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [head, ...rows] = (await answer.text()).split('\r\n');
    expect(head).toBe('number,status,kind,channel,stores,customer,placed_at,promised_at,late,total,currency');
    expect(rows).toEqual([
      expect.stringMatching(/^W-1,open,ship,,S\d,"'=HYPERLINK\(""x""\), Ltd",2026-01-31T[\d:.]+Z,,no,10\.83,USD$/),
      expect.stringMatching(/^W-2,open,ship,web,S\d,Customer,2026-01-30T12:00:00\.000Z,,no,21\.66,USD$/),
      '',
    ]);
    expect((await ask('/v1/orders.csv?status=gone', 'key_shop')).status).toBe(400);
  });
});
