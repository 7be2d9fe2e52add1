import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { orderRejected } from '../../domain/fulfillment/operations.ts';
import { orderHandedOver } from '../../domain/fulfillment/order-events.ts';
import type { OrderPage } from '../../domain/orders/order-list-protocol.ts';
import { auditOrders } from '../../sync-server/audit/audit-orders.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { listOrdersJob, relistAll } from '../../sync-server/order-index/list-orders-job.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { movePickup } from '../../sync-server/orders/move-pickup.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { insertKey } from '../support/api-keys.ts';
import { sourceBackorders } from '../support/sweeps.ts';
import { databases } from './support/databases.ts';
import { arrive, pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

describe.each(databases)('the list of orders on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  useSyncServer(open, async (pool) => {
    ({ db, server, register } = pool);
    await insertKey(db, 'web shop', ['orders'], 'key_shop');
    register.journal.openShift();
  });

  const ask = async (query: string): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${server.url}/v1/orders?${query}`, { headers: { authorization: 'Bearer key_shop' } });
    return { status: response.status, body: await response.json() };
  };
  const list = async (query: string): Promise<OrderPage> => (await ask(query)).body as OrderPage;
  const numbers = async (query: string) => (await list(query)).items.map(({ number }) => number);
  const take = (order: ReturnType<typeof shipOrder>) => takeOrder(db, { idempotencyKey: order.number, order });
  const held = async (number: string): Promise<FulfillmentOrder> => {
    const rows = await db.selectFrom('fulfillment_orders').select('body').orderBy('id').execute();
    const found = rows.map(({ body }) => body).find(({ orderNumber, locationId }) => orderNumber === number && locationId === 'S1');
    if (found === undefined) throw new Error(`Store S1 has nothing of ${number}.`);
    return found;
  };
  let sent = 0;
  const pushAll = async () => {
    const { operations } = register.journal;
    if (operations.length < sent) sent = 0;
    await push(db, register, operations.slice(sent));
    sent = operations.length;
  };
  const violations = async () => (await auditOrders(db)).violations;
  const eventsOf = async (number: string) => {
    const { rows } = await sql<{
      event: string;
      seq: number;
    }>`select e.event, e.seq from events e join orders o on o.id = e.ids ->> 'orderId'
      where o.number = ${number} order by e.seq`.execute(db);
    return rows;
  };

  it('finds orders by all that is given, the newest first, a page at a time', async () => {
    const at = (minute: number) => `2026-01-31T12:0${minute}:00.000Z`;
    await take({ ...pickupOrder('W-101', 'S1', [['A', 1]]), placedAt: at(1), promisedAt: at(5) });
    await take({
      ...shipOrder('W-102', [['A', 1]]),
      placedAt: at(2),
      customer: { name: 'Zoë Groß Grosser', email: 'zoe@example.com', phone: '0170 1111111' },
    });
    await take({
      ...shipOrder('W-103', [['C', 9_999]]),
      placedAt: at(3),
      channel: 'market-1',
      shipping: { totalMinor: 499, taxMinor: 38 },
    });
    expect((await list('limit=2')).items).toMatchObject([
      {
        number: 'W-103',
        status: 'backordered',
        channel: 'market-1',
        totalMinor: 1083 * 9_999 + 499,
        customerName: 'Customer',
        isLate: false,
      },
      { number: 'W-102', kind: 'ship', status: 'open', channel: null, stores: ['S1'], totalMinor: 1083, currency: 'USD', promisedAt: null },
    ]);
    const { next, more } = await list('limit=2');
    expect(more).toBe(true);
    expect(await list(`limit=2&after=${next}`)).toMatchObject({ items: [{ number: 'W-101' }], next: null, more: false, complete: true });
    const asked: [string, string[]][] = [
      ['status=open', ['W-102', 'W-101']],
      ['status=open&status=backordered&kind=ship', ['W-103', 'W-102']],
      ['store=S1&kind=pickup', ['W-101']],
      ['store=S2', ['W-103']],
      ['late=true', ['W-101']],
      ['late=false', ['W-103', 'W-102']],
      [`placedFrom=${at(2)}&placedBefore=${at(3)}`, ['W-102']],
      ['text=w-1', []],
      ['text=w10', ['W-103', 'W-102', 'W-101']],
      ['text=W-102', ['W-102']],
      ['text=gro', ['W-102']],
      ['text=ZOE%20gross', ['W-102']],
      ['text=zoe@', ['W-102']],
      ['text=11111', ['W-102']],
      ['text=customer', ['W-103', 'W-101']],
      ['text=customer&status=open', ['W-101']],
      ['text=%25%25%25', []],
      ['customer=C1', []],
      ['channel=market-1', ['W-103']],
      ['channel=market', []],
      ['channel=market-1&status=open', []],
    ];
    for (const [query, expected] of asked) expect([query, await numbers(query)]).toEqual([query, expected]);
    const second = await list('text=customer&limit=1');
    expect(await numbers(`text=customer&limit=1&after=${second.next}`)).toEqual(['W-101']);
  });

  it('refuses what it does not understand', async () => {
    const bad = [
      'after=x',
      'status=gone',
      'limit=0',
      'limit=201',
      'placedFrom=yesterday',
      'channel=No%20Code',
      'unknown=1',
      'sort=changed&after=e30',
    ];
    for (const query of bad)
      expect([query, await ask(query)]).toMatchObject([query, { status: 400, body: { error: { code: 'bad_request' } } }]);
  });

  it('[E1] tells of each change by an event of the same transaction, and names the last one', async () => {
    await take(pickupOrder('W-1', 'S1', [['A', 2]]));
    await take(shipOrder('W-2', [['B', 9_999]]));
    const { journal } = register;
    const order = await held('W-1');
    journal.pick(order);
    journal.stage(order);
    journal.handOver(order);
    await pushAll();
    await arrive(db, 'S1', 'B', 20_000);
    await sourceBackorders(db);
    await cancelOrder(db, 'W-2');
    await cancelOrder(db, 'W-2');
    const [first, second] = [await eventsOf('W-1'), await eventsOf('W-2')];
    expect(first.map(({ event }) => event)).toEqual(['order_placed', 'order_ready', orderHandedOver.event]);
    expect(second.map(({ event }) => event)).toEqual(['order_placed', 'order_changed', 'order_cancelled']);
    expect((await list('sort=changed')).items).toMatchObject([
      { number: 'W-1', status: 'fulfilled', seq: first.at(-1)?.seq },
      { number: 'W-2', status: 'cancelled', seq: second.at(-1)?.seq },
    ]);
    expect(await violations()).toEqual([]);
  });

  it('[P6] says what the orders say, whatever happens to them', async () => {
    const steps = ['place', 'pickup', 'pick', 'stage', 'handOver', 'reject', 'cancel', 'move', 'arrive'] as const;
    const step = fc.record({ what: fc.constantFrom(...steps), which: fc.nat(4), units: fc.integer({ min: 1, max: 60 }) });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (history) => {
        run += 1;
        const { journal } = register;
        const placed: string[] = [];
        for (const { what, which, units } of history) {
          const number = placed[which % Math.max(1, placed.length)] ?? '';
          if (what === 'place' || what === 'pickup' || placed.length === 0) {
            placed.push(`P-${run}-${placed.length}`);
            const wanted = [['A', units] as const, ['B', 1] as const];
            await take(what === 'pickup' ? pickupOrder(placed.at(-1) ?? '', 'S1', wanted) : shipOrder(placed.at(-1) ?? '', wanted));
          } else if (what === 'cancel') await cancelOrder(db, number);
          else if (what === 'move') await movePickup(db, number, { storeId: 'S2' });
          else if (what === 'arrive') {
            await arrive(db, 'S2', 'A', units);
            await sourceBackorders(db);
          } else {
            const order = await held(number).catch(() => null);
            if (order === null) continue;
            if (what === 'reject') {
              journal.record({ type: orderRejected.type, payload: { fulfillmentOrderId: order.id, reason: 'too_busy' } });
            } else journal[what](order);
            await pushAll();
          }
        }
        expect(await violations()).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('[E1] leaves out no order for whoever follows while others write', async () => {
    const seen = new Map<string, string>();
    let place = '';
    const follow = async (): Promise<boolean> => {
      const page = await list(`sort=changed&limit=3${place}`);
      for (const { number, status } of page.items) seen.set(number, status);
      if (page.next !== null) place = `&after=${page.next}`;
      return page.more;
    };
    let writing = true;
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let n = 0; n < 5; n += 1) {
        await take(shipOrder(`F-${writer}-${n}`, [['A', 1]]));
        if (n % 2 === 0) await cancelOrder(db, `F-${writer}-${n}`);
      }
    });
    const done = Promise.all(writers).then(() => (writing = false));
    while (writing) await follow();
    await done;
    while (await follow());
    expect(seen.size).toBe(30);
    for (const [number, status] of seen) expect([number, status]).toEqual([number, Number(number.at(-1)) % 2 === 0 ? 'cancelled' : 'open']);
  });

  it('is made anew where it was lost, without events for what it did not have, and says meanwhile that it is not complete', async () => {
    await take(shipOrder('W-1', [['A', 1]]));
    await take(shipOrder('W-2', [['A', 1]]));
    await sql`delete from order_index where number = 'W-1'`.execute(db);
    await sql`update order_index set status = 'ready', keys = '{name:else}' where number = 'W-2'`.execute(db);
    expect(await violations()).not.toEqual([]);
    await sql`delete from jobs where kind = ${listOrdersJob.kind}`.execute(db);
    await transact(db, async (tx) => {
      await relistAll(tx);
      const payloads = ['', (await tx.selectFrom('orders').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id];
      for (const after of payloads) if (listOrdersJob.work.where === 'database') await listOrdersJob.work.run(tx, { after });
    });
    expect(await violations()).toEqual([]);
    expect((await eventsOf('W-1')).map(({ event }) => event)).toEqual(['order_placed']);
    expect((await eventsOf('W-2')).map(({ event }) => event)).toEqual(['order_placed', 'order_changed']);
    await sql`delete from jobs where kind = ${listOrdersJob.kind}`.execute(db);
    const later = sql`now() + interval '1 day'`;
    await sql`insert into jobs (kind, key, payload, run_at) values (${listOrdersJob.kind}, 'x', '{"after":""}', ${later})`.execute(db);
    expect((await list('')).complete).toBe(false);
    await sql`delete from jobs where kind = ${listOrdersJob.kind}`.execute(db);
    expect((await list('')).complete).toBe(true);
  });
});
