import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { type RunningServer, startServer } from '../../sync-server/main.ts';
import { takeOrdersAtOnce } from '../../sync-server/orders/take-order.ts';
import { insertKey } from '../support/api-keys.ts';
import { databases } from './support/databases.ts';
import { arrive, disagreements, emptyPool, fillSmallPool, pickupOrder, shipOrder } from './support/order-pool.ts';

const ship = (...order: Parameters<typeof shipOrder>) => writeOrderRequest(shipOrder(...order));

describe.each(databases)('what a channel says with an order, on %s', (_name, open) => {
  let database: OpenDatabase;
  let server: RunningServer;
  beforeAll(async () => {
    database = await open();
    server = await startServer({ database, host: '127.0.0.1', port: 0, logger: pino({ level: 'silent' }) });
    await insertKey(database.db, 'web shop', 'everything', 'key_shop');
  });
  beforeEach(async () => {
    await emptyPool(database.db);
    await fillSmallPool(database.db, {
      stores: 2,
      stock: [
        [1, 'A', 5],
        [2, 'A', 3],
        [2, 'B', 2],
      ],
    });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const ask = async (path: string, init?: RequestInit) => {
    const headers = { authorization: 'Bearer key_shop', 'content-type': 'application/json', ...init?.headers };
    const response = await fetch(`${server.url}${path}`, { ...init, headers });
    return { status: response.status, replayed: response.headers.get('idempotency-replayed'), body: (await response.json()) as unknown };
  };
  const place = (order: unknown, key = 'K1') =>
    ask('/v1/orders', { method: 'POST', body: JSON.stringify(order), headers: { 'idempotency-key': key } });

  it('[M1] keeps what its channel says of an order, and names all of the money once it is cancelled', async () => {
    const [line] = ship('W-1', [['A', 2]]).lines;
    const said = {
      channel: 'market-1',
      note: 'Ring twice.',
      language: 'de-AT',
      shipping: { totalMinor: 499, taxMinor: 38 },
      payments: [{ reference: 'pi_1', method: 'card', amountMinor: 2665, captured: false }],
      fields: { campaign: 'spring', gift: true, weight: 1.5 },
    };
    const sent = { ...ship('W-1', []), ...said, lines: [{ ...line, fields: { engraving: 'Zoë' } }, line] };
    const placed = await place(sent);
    const lines = [{ lineNo: 1, fields: { engraving: 'Zoë' } }, { lineNo: 2 }];
    expect(placed).toMatchObject({ status: 201, body: { ...said, lines, refunds: [], shippingRefund: null } });
    expect((placed.body as { lines: object[] }).lines[1]).not.toHaveProperty('fields');
    expect(await place(sent)).toMatchObject({ status: 201, replayed: 'true', body: said });
    expect(await place({ ...sent, fields: {} })).toMatchObject({ status: 409, body: { error: { code: 'idempotency_key_reused' } } });
    const back = (lineNo: number) => ({ lineNo, sku: 'A', quantity: 2, totalMinor: 2166, taxMinor: 166, reason: 'cancelled' });
    expect((await ask('/v1/orders/W-1/cancel', { method: 'POST', body: '{}' })).body).toMatchObject({
      status: 'cancelled',
      refunds: [back(1), back(2)],
      shippingRefund: said.shipping,
    });
    const wrong = { ...sent, channel: 'No', shipping: { totalMinor: 1, taxMinor: 2 } };
    expect(await place(wrong, 'K2')).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'channel' }, { code: 'amount_not_valid', field: 'shipping.taxMinor' }] },
    });
    await place(ship('W-3', [['B', 1]]), 'K3');
    expect((await ask('/v1/orders/W-3')).body).toMatchObject({ channel: null, note: null, language: null, payments: [], fields: {} });
  });

  const auditIsGreen = async () => expect((await auditPool(database.db)).flatMap(({ violations }) => violations)).toEqual([]);
  /** What is there of orders: rows, what is told, and what is promised. */
  const traces = async () => ({
    orders: await database.db.selectFrom('orders').select('number').orderBy('number').execute(),
    lines: await database.db.selectFrom('order_lines').select('sku').execute(),
    held: await database.db.selectFrom('fulfillment_orders').select('id').execute(),
    listed: await database.db.selectFrom('order_index').select('number').execute(),
    events: await database.db.selectFrom('events').select('seq').execute(),
    movements: await database.db.selectFrom('stock_movements').select('id').execute(),
    levels: await database.db.selectFrom('stock_levels').select(['location_id', 'sku', 'reserved']).orderBy('sku').execute(),
  });
  const short = (line: number, sku: string, ordered: number, available: number) => ({
    code: 'not_available',
    field: `lines.${line}.quantity`,
    facts: { sku, ordered: String(ordered), available: String(available) },
  });
  const waits = (backordered: number, cancelled: number) => ({ backordered, cancelled });

  // Eight units of A are there, in two stores, and two of B.
  it.each([
    ['allow', 'all', [8, 2], { status: 'open', lines: [waits(0, 0), waits(0, 0)] }],
    ['allow', 'some', [9, 3], { status: 'backordered', lines: [waits(1, 0), waits(1, 0)], refunds: [] }],
    ['partial', 'all', [8, 2], { status: 'open', lines: [waits(0, 0), waits(0, 0)], refunds: [] }],
    [
      ...(['partial', 'some', [10, 2]] as const),
      {
        ...{ status: 'open', lines: [waits(0, 2), waits(0, 0)], shippingRefund: null },
        refunds: [{ lineNo: 1, sku: 'A', quantity: 2, totalMinor: 2166, taxMinor: 166, reason: 'cancelled' }],
      },
    ],
    ['refuse', 'all', [8, 2], { status: 'open', backorder: 'refuse', lines: [waits(0, 0), waits(0, 0)] }],
  ] as const)('[P3] backorder %s, and %s of it is there', async (backorder, _there, [a, b], expected) => {
    const order = {
      ...ship('W-1', [
        ['A', a],
        ['B', b],
      ]),
      shipping: { totalMinor: 499, taxMinor: 38 },
      backorder,
    }; // prettier-ignore
    expect(await place(order)).toMatchObject({ status: 201, body: { ...expected, backorder } });
    const events = await database.db.selectFrom('events').select('event').orderBy('seq', 'desc').limit(2).execute();
    const isCut = backorder === 'partial' && a > 8;
    expect(events[0]?.event).toBe(isCut ? 'order_cancelled' : 'order_placed');
    expect(await disagreements(database.db)).toEqual([]);
    await auditIsGreen();
  });

  it.each([
    [
      'some',
      [
        ['A', 9],
        ['B', 2],
        ['B', 1],
      ],
      [short(0, 'A', 9, 8), short(2, 'B', 1, 0)],
    ],
    ['none', [['C', 1]], [short(0, 'C', 1, 0)]],
  ] as const)(
    '[P3] backorder refuse, and %s of it is there: nothing is left of it, and it is taken once all is',
    async (_there, wanted, errors) => {
      const order = { ...ship('W-1', wanted), backorder: 'refuse' };
      const before = await traces();
      expect(await place(order)).toMatchObject({ status: 409, body: { error: errors[0], errors } });
      expect(await traces()).toEqual(before);
      for (const [sku, units] of wanted) await arrive(database.db, 'S1', sku, units);
      expect(await place(order)).toMatchObject({ status: 201, replayed: null, body: { status: 'open' } });
      await auditIsGreen();
    },
  );

  it('[P3] backorder partial, and none of it is there: it is cancelled as a whole, with the delivery', async () => {
    const sent = { ...ship('W-1', [['C', 1]]), shipping: { totalMinor: 499, taxMinor: 38 }, backorder: 'partial' };
    const told = { status: 'cancelled', lines: [waits(0, 1)], refunds: [{ totalMinor: 1083 }], shippingRefund: sent.shipping };
    expect(await place(sent)).toMatchObject({ status: 201, body: told });
    expect(await ask('/v1/orders/W-1/cancel', { method: 'POST', body: '{}' })).toMatchObject({ status: 200, body: told });
    await auditIsGreen();
  });

  it('[P3] a pickup that its store does not have whole is refused, whatever others have', async () => {
    const pickup = (n: number, backorder: string) => ({ ...writeOrderRequest(pickupOrder(`W-${n}`, 'S2', [['A', 4]])), backorder });
    expect(await place(pickup(1, 'refuse'))).toMatchObject({ status: 409, body: { errors: [short(0, 'A', 4, 3)] } });
    expect(await place(pickup(2, 'partial'), 'K2')).toMatchObject({ status: 201, body: { lines: [waits(0, 1)], offer: null } });
    await auditIsGreen();
  });

  it('[J3] takes in one batch what stood only in the way of an order that is refused', async () => {
    const { db } = database;
    const [refused, other] = [shipOrder('W-1', [['C', 1]]), shipOrder('W-1', [['A', 1]])];
    const answers = await takeOrdersAtOnce(db, [
      { idempotencyKey: 'K1', order: { ...refused, backorder: 'refuse' } },
      { idempotencyKey: 'K1', order: { ...refused, backorder: 'refuse' } },
      { idempotencyKey: 'K2', order: other },
      { idempotencyKey: 'K3', order: other },
    ]);
    expect(answers.map((answer) => (answer.ok ? answer.number : answer.refusal.status))).toEqual([409, 409, 'W-1', 409]);
    expect(answers[1]).toMatchObject({ refusal: { faults: [{ code: 'not_available' }] } });
    expect(answers[3]).toMatchObject({ refusal: { code: 'order_number_taken' } });
    await auditIsGreen();
  });

  it('[P3] of 200 customers at once who want it now, exactly 50 get one of 50 units', async () => {
    await arrive(database.db, 'S1', 'C', 50);
    const want = (n: number) => place({ ...ship(`W-${n}`, [['C', 1]]), backorder: 'refuse' }, `K-${n}`);
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => want(n)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(150);
    const { orders, lines, held, listed } = await traces();
    expect([orders.length, lines.length, held.length, listed.length]).toEqual([50, 50, 50, 50]);
    expect(await disagreements(database.db)).toEqual([]);
    await auditIsGreen();
  });
});
