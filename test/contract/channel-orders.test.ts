import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { type RunningServer, startServer } from '../../sync-server/main.ts';
import { insertKey } from '../support/api-keys.ts';
import { databases } from './support/databases.ts';
import { emptyPool, fillSmallPool, shipOrder } from './support/order-pool.ts';

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
});
