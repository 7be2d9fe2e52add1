import { insertKey } from '../support/api-keys.ts';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { RequestFault } from '../../domain/protocol/protocol.ts';
import { returnable } from '../../domain/orders/order-intake.ts';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { type RunningServer, startServer } from '../../sync-server/main.ts';
import { hashPickupCode } from '../../domain/fulfillment/pickup-code.ts';
import { hashSecret } from '../../sync-server/base/secrets.ts';
import { databases } from './support/databases.ts';
import { arrive, disagreements, emptyPool, fillSmallPool, pickupOrder, shipOrder } from './support/order-pool.ts';
import { enrol, push } from './support/sync-pool.ts';

const ship = (...order: Parameters<typeof shipOrder>) => writeOrderRequest(shipOrder(...order));
const pickup = (...order: Parameters<typeof pickupOrder>) => writeOrderRequest(pickupOrder(...order));

describe.each(databases)('orders over HTTP on %s', (_name, open) => {
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
    await database.db
      .insertInto('registers')
      .values({ id: 'R1', store_id: 'S1', prefix: 'A1', token_hash: hashSecret('register_one') })
      .execute();
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const get = async (path: string, token = 'key_shop') => {
    const response = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer key_shop', 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, replayed: response.headers.get('idempotency-replayed'), body: (await response.json()) as unknown };
  };
  const place = (order: unknown, key = 'K1') => post('/v1/orders', order, { 'idempotency-key': key });

  it('takes an order, shows it, cancels it', async () => {
    const sent = ship('W-1', [['A', 2]]);
    const placed = await place(sent);
    expect(placed).toMatchObject({
      status: 201,
      replayed: null,
      body: { number: 'W-1', status: 'open', fulfillmentOrders: [{ locationId: 'S1' }] },
    });
    expect(await get('/v1/orders/W-1')).toEqual({ status: 200, body: placed.body });
    const { orderId } = placed.body as { orderId: string };
    expect(await get(`/v1/orders/${orderId}`)).toEqual({ status: 200, body: placed.body });
    expect(await post('/v1/orders/W-1/cancel', {})).toMatchObject({
      status: 200,
      body: { status: 'cancelled', lines: [{ cancelled: 2 }] },
    });
    expect(await disagreements(database.db)).toEqual([]);
  });

  it.each(['#1001', 'S/2026/0001', 'W 1'])(
    '[M1] takes order %s with a time that has an offset, and answers with prices as they are written',
    async (number) => {
      const sent = { ...ship(number, [['A', 2]]), placedAt: '2026-11-25T10:00:00-05:00' };
      const placed = await place(sent);
      expect(placed).toMatchObject({
        status: 201,
        body: { number, placedAt: '2026-11-25T15:00:00.000Z', fulfillmentOrders: [{ lines: [{ unitPrice: '10.00' }] }] },
      });
      expect(await get(`/v1/orders/${encodeURIComponent(number)}`)).toEqual({ status: 200, body: placed.body });
    },
  );

  const cancel = async (body: string | undefined) => {
    const response = await fetch(`${server.url}/v1/orders/W-1/cancel`, {
      method: 'POST',
      headers: { authorization: 'Bearer key_shop', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  it.each([[undefined], [''], ['{}']])('takes a cancellation that declares JSON and sends %j', async (body) => {
    await place(ship('W-1', [['A', 2]]));
    expect(await cancel(body)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
  });
  it.each(['{"lines":[{"lineNo":1,"quantity":1}]}', '[]', '"W-1"', '{'])(
    'cancels nothing for a body that it does not understand: %s',
    async (body) => {
      await place(ship('W-1', [['A', 2]]));
      expect(await cancel(body)).toMatchObject({ status: 400 });
      expect(await get('/v1/orders/W-1')).toMatchObject({ body: { status: 'open', lines: [{ cancelled: 0 }] } });
    },
  );

  it('means the article that is known when an order names its barcode', async () => {
    await database.db.updateTable('products').set({ gtin: '04006381333108' }).where('sku', '=', 'A').execute();
    const sent = ship('W-1', [['A', 1]]);
    const placed = await place({ ...sent, lines: sent.lines.map((one) => ({ ...one, sku: '4006381333108' })) });
    expect(placed).toMatchObject({ status: 201, body: { status: 'open', lines: [{ sku: 'A' }] } });
  });

  it('[J3] gives the same answer to the same order, and refuses other content under its key', async () => {
    const sent = ship('W-1', [['A', 2]]);
    const first = await place(sent);
    expect(await place(sent)).toEqual({ ...first, replayed: 'true' });
    expect(await place({ ...sent, placedAt: '2026-02-01T12:00:00.000Z' })).toMatchObject({
      status: 409,
      body: { error: { code: 'idempotency_key_reused', field: 'Idempotency-Key' } },
    });
  });

  const good = ship('W-1', [['A', 1]]);
  const [line] = good.lines;
  const SHIP_TO = 'fulfillment.shipTo';
  const ADDRESS = { line1: '1 Main Street', city: 'City', region: 'ST', postalCode: '00000', country: 'US' };
  const to = (shipTo: object) => ({ ...good, fulfillment: { kind: 'ship', shipTo } });
  type Refused = { error: RequestFault; errors: RequestFault[] };
  it.each([
    ['an unknown SKU', { ...good, lines: [{ ...line, sku: 'NO' }] }, 422, 'unknown_sku', 'lines.0.sku'],
    [
      'a substitute that there is not',
      { ...good, lines: [{ ...line, substitutes: [{ sku: 'B' }, { sku: 'NO' }] }] },
      422,
      'unknown_sku',
      'lines.0.substitutes.1.sku',
    ],
    [
      'a substitute twice',
      { ...good, lines: [{ ...line, substitutes: [{ sku: 'B' }, { sku: 'B' }] }] },
      422,
      'substitute_not_valid',
      'lines.0.substitutes.1.sku',
    ],
    ['no substitutes', { ...good, lines: [{ ...line, substitutes: [] }] }, 422, 'order_not_valid', 'lines.0.substitutes'],
    ['a negative price', { ...good, lines: [{ ...line, unitPrice: '-1' }] }, 422, 'order_not_valid', 'lines.0.unitPrice'],
    ['a bare number for a price', { ...good, lines: [{ ...line, unitPrice: 1250 }] }, 422, 'order_not_valid', 'lines.0.unitPrice'],
    [
      'a price in another currency',
      { ...good, lines: [{ ...line, unitPrice: { minor: 1000, currency: 'EUR' } }] },
      422,
      'order_not_valid',
      'lines.0.unitPrice',
    ],
    ['a currency that there is not', { ...good, currency: 'QQQ' }, 422, 'order_not_valid', 'currency'],
    ['no lines', { ...good, lines: [] }, 422, 'order_not_valid', 'lines'],
    ['half a unit', { ...good, lines: [{ ...line, quantity: 0.5 }] }, 422, 'order_not_valid', 'lines.0.quantity'],
    ['more tax than total', { ...good, lines: [{ ...line, taxMinor: 5000 }] }, 422, 'amount_not_valid', 'lines.0.taxMinor'],
    ['an unknown store', pickup('W-1', 'S9', [['A', 1]]), 422, 'unknown_store', 'fulfillment.storeId'],
    ['a field nobody knows', { ...good, surprise: 1 }, 422, 'order_not_valid', 'surprise'],
    ['a currency without a rate', { ...good, currency: 'EUR' }, 422, 'currency_not_taken', 'currency'],
    ['a date in 2030', { ...good, placedAt: '2030-01-01T00:00:00Z' }, 422, 'order_not_valid', 'placedAt'],
    ['a price of 1e15', { ...good, lines: [{ ...line, unitPrice: `${1e15}` }] }, 422, 'order_not_valid', 'lines.0.unitPrice'],
    ['a total of 1e15', { ...good, lines: [{ ...line, totalMinor: 1e15 }] }, 422, 'amount_not_valid', 'lines.0.totalMinor'],
    ['an empty address', to({ line1: '', city: '', region: '', postalCode: '', country: '' }), 422, 'order_not_valid', `${SHIP_TO}.line1`],
    ['an address of nowhere', to({ ...ADDRESS, country: 'QQ' }), 422, 'order_not_valid', `${SHIP_TO}.country`],
    ['a US address without its ZIP code', to({ ...ADDRESS, postalCode: '' }), 422, 'order_not_valid', `${SHIP_TO}.postalCode`],
    ['a text that cannot be stored', { ...good, customer: { ...good.customer, name: 'a\u0000b' } }, 400, 'bad_request', 'customer.name'],
  ])('refuses %s and changes nothing', async (_what, body, status, code, field) => {
    expect(await place(body)).toMatchObject({ status, body: { error: { code, field } } });
    expect(await database.db.selectFrom('orders').select('id').execute()).toEqual([]);
    expect(await database.db.selectFrom('stock_levels').select('sku').where('reserved', '<>', 0).execute()).toEqual([]);
  });

  it('lists all that is wrong, each with its field and what to send, and error is the first', async () => {
    const { status, body } = await place({
      ...to({ line1: '', city: '', region: '', postalCode: '', country: 'US' }),
      ...{ placedAt: '2030-01-01T00:00:00Z', currency: 'EUR', surprise: 1 },
      lines: [
        { ...line, sku: 'NO' },
        { ...line, unitPrice: `${1e15}`, substitutes: [{ sku: 'NO' }, { sku: 'B' }, { sku: 'B' }] },
        { ...line, taxMinor: 5000 },
      ],
    });
    const { error, errors } = body as Refused;
    expect({ status, error }).toEqual({ status: 422, error: errors[0] });
    expect(errors.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'order_not_valid fulfillment.shipTo.line1',
      'order_not_valid lines.1.unitPrice',
      'order_not_valid surprise',
      'order_not_valid placedAt',
      'order_not_valid fulfillment.shipTo.city',
      'order_not_valid fulfillment.shipTo.postalCode',
      'currency_not_taken currency',
      'amount_not_valid lines.2.taxMinor',
      'unknown_sku lines.0.sku',
      'unknown_sku lines.1.substitutes.0.sku',
      'substitute_not_valid lines.1.substitutes.2.sku',
    ]);
    for (const { fix } of errors) expect(fix).toMatch(/^(Send|Leave|Add|Name|An address|A price)/);
    const late = (await place({ ...pickup('W-1', 'S9', [['NO', 1]]), placedAt: '2030-01-01T00:00:00Z' })).body as Refused;
    expect(late.errors.map(({ field }) => field)).toEqual(['placedAt', 'fulfillment.storeId', 'lines.0.sku']);
    const keyless = await post('/v1/orders', { ...good, currency: 'QQQ' });
    expect(keyless).toMatchObject({ status: 422, body: { errors: [{ field: 'currency' }, { code: 'idempotency_key_missing' }] } });
    expect(await database.db.selectFrom('orders').select('id').execute()).toEqual([]);
  });

  it('takes an order with all left out that may be, and one in a currency for which there is a rate', async () => {
    const { customer, lines, ...rest } = good;
    const short = { ...rest, customer: { name: customer.name }, fulfillment: { kind: 'ship', shipTo: ADDRESS }, lines };
    expect(await place(short)).toMatchObject({ status: 201 });
    const setRates = (value: object[] | null) => post('/v1/settings/cash.foreign', { level: 'company', value });
    expect(await setRates([{ currency: 'EUR', rate: '1.08' }])).toMatchObject({ status: 200 });
    expect(await place({ ...good, number: 'W-2', currency: 'EUR' }, 'K2')).toMatchObject({ status: 201 });
    expect(await place({ ...good, number: 'W-3', currency: 'GBP' }, 'K3')).toMatchObject({
      body: { error: { code: 'currency_not_taken', fix: expect.stringContaining('USD, EUR') as string } },
    });
    await setRates(null);
  });

  it('[J3] takes the same order once that comes eight times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => place(ship('W-1', [['A', 2]]))));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(answers.filter(({ replayed }) => replayed === null)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await database.db.selectFrom('orders').select('id').execute()).toHaveLength(1);
    expect(await disagreements(database.db)).toEqual([]);
  });

  it('[P3] reserves for one SKU on two lines what both lines want, and no more than there is', async () => {
    const two = {
      ...good,
      lines: [
        { ...line, quantity: 3, totalMinor: 3000 },
        { ...line, quantity: 4, totalMinor: 4000 },
      ],
    };
    expect(await place(two)).toMatchObject({ status: 201, body: { status: 'open' } });
    const more = { ...two, number: 'W-2' };
    expect(await place(more, 'K2')).toMatchObject({ status: 201, body: { status: 'backordered' } });
    const { rows } = await sql<{ reserved: number }>`select sum(reserved)::int as reserved from stock_levels where sku = 'A'`.execute(
      database.db,
    );
    expect(rows).toEqual([{ reserved: 8 }]);
    expect(await disagreements(database.db)).toEqual([]);
  });

  it('[J5] reads and cancels an order on which far more came back than was bought', async () => {
    await place(ship('W-1', [['A', 2]]));
    const { body } = await get('/v1/orders/W-1');
    const [order] = (body as { fulfillmentOrders: FulfillmentOrder[] }).fulfillmentOrders;
    if (order === undefined) throw new Error('The order was not sourced.');
    const register = await enrol(database.db, 'S1');
    const back = (quantity: number) =>
      register.journal.record({
        type: 'goods_returned',
        payload: {
          receiptNumber: register.journal.nextReceiptNumber,
          origin: { kind: 'order', orderNumber: 'W-1' },
          currency: 'USD',
          refundMinor: 0,
          refundTender: 'original_payment',
          lines: [
            {
              lineNo: 1,
              fulfillmentOrderId: order.id,
              sku: 'A',
              name: 'Article A',
              quantity,
              disposition: 'damaged',
              refundMinor: 0,
              refundTaxMinor: 0,
            },
          ],
        },
      });
    expect(await push(database.db, register, [back(1_000_000), back(1)])).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
    const returned = { fulfillmentOrders: [{ lines: [{ returned: 1_000_001 }] }] };
    expect(await get('/v1/orders/W-1')).toMatchObject({ status: 200, body: returned });
    const found = await get('/v1/returnables/W-1', 'register_one');
    expect(found).toMatchObject({ status: 200, body: returned });
    expect(returnable.safeParse(found.body).success).toBe(true);
    expect(await post('/v1/orders/W-1/cancel', {})).toMatchObject({ status: 200, body: { status: 'cancelled', ...returned } });
  });

  it('refuses an order without an idempotency key, without a token, or from a register', async () => {
    expect(await post('/v1/orders', good)).toMatchObject({
      status: 400,
      body: { error: { code: 'idempotency_key_missing', field: 'Idempotency-Key' } },
    });
    for (const authorization of ['', 'Bearer nobody', 'Bearer register_one']) {
      expect(await post('/v1/orders', good, { authorization, 'idempotency-key': 'K' })).toMatchObject({ status: 401 });
    }
  });

  it('refuses a body of 10 MB', async () => {
    expect(await place({ ...good, customer: { ...good.customer, name: 'x'.repeat(10_000_000) } })).toMatchObject({
      status: 413,
      body: { error: { code: 'body_too_large' } },
    });
  });

  it('[P1] shows what may be promised, by SKU and location', async () => {
    await place(ship('W-1', [['A', 2]]));
    const item = (sku: string, locationId: string, onHand: number, reserved: number) => ({
      sku,
      locationId,
      onHand,
      reserved,
      available: onHand - reserved,
    });
    expect(await get('/v1/availability?sku=A&sku=B')).toEqual({
      status: 200,
      body: { items: [item('A', 'S1', 5, 2), item('A', 'S2', 3, 0), item('B', 'S2', 2, 0)] },
    });
    expect(await get('/v1/availability?sku=A&location=S2', 'register_one')).toEqual({
      status: 200,
      body: { items: [item('A', 'S2', 3, 0)] },
    });
    const first = (await get('/v1/availability?sku=A&sku=B&limit=2')).body as { next: string };
    expect(first).toMatchObject({ items: [item('A', 'S1', 5, 2), item('A', 'S2', 3, 0)] });
    expect(await get(`/v1/availability?sku=A&sku=B&limit=2&after=${first.next}`)).toEqual({
      status: 200,
      body: { items: [item('B', 'S2', 2, 0)] },
    });
    expect(await get('/v1/availability?sku=A&after=x')).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 'bad_request',
          message: 'This is not where an answer ended.',
          field: 'after',
          fix: 'Send next of the answer before, as it was.',
        },
        errors: [{ field: 'after' }],
      },
    });
    const noSku = (sku: string) => ({
      code: 'unknown_sku',
      message: `The catalog has no SKU ${sku}.`,
      field: 'sku',
      fix: 'Correct the SKU.',
    });
    expect(await get('/v1/availability?sku=NO')).toEqual({
      status: 422,
      body: { error: noSku('NO'), errors: [noSku('NO')] },
    });
    expect(await get('/v1/availability?sku=NO&sku=A&sku=NOPE')).toMatchObject({
      status: 422,
      body: { errors: [noSku('NO'), noSku('NOPE')] },
    });
    expect(await get('/v1/availability')).toMatchObject({ status: 400 });
  });

  it('finds an order for a return, for registers only', async () => {
    await place(ship('W-1', [['A', 2]]));
    expect(await get('/v1/returnables/W-1', 'register_one')).toMatchObject({
      status: 200,
      body: { kind: 'order', orderNumber: 'W-1', fulfillmentOrders: [{ locationId: 'S1' }] },
    });
    const told = JSON.stringify((await get('/v1/returnables/W-1', 'register_one')).body);
    for (const secret of [good.customer.name, good.customer.email ?? 'none', hashPickupCode('W-1', '4711')])
      expect(told).not.toContain(secret);
    expect(await get('/v1/returnables/A1-000001', 'register_one')).toMatchObject({
      status: 404,
      body: { error: { code: 'nothing_returnable' } },
    });
    expect(await get('/v1/returnables/W-1')).toMatchObject({ status: 401 });
  });

  it('[P3] never oversells 50 units to 200 customers at once', async () => {
    await arrive(database.db, 'S1', 'C', 50);
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => place(ship(`W-${n}`, [['C', 1]]), `K-${n}`)));
    const statuses = answers.map((answer) => (answer.body as { status?: string }).status);
    expect(statuses.filter((status) => status === 'open')).toHaveLength(50);
    expect(statuses.filter((status) => status === 'backordered')).toHaveLength(150);
    expect(await disagreements(database.db)).toEqual([]);
  });
});
