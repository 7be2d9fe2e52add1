import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { lineUnpicked } from '../../domain/fulfillment/operations.ts';
import { stalenessBuffer } from '../../domain/stock/staleness-buffer.ts';
import { stockPageOf } from '../../domain/stock/stock.ts';
import type { ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { type Movement, postMovements } from '../../sync-server/stock/post-movements.ts';
import { readAvailability } from '../../sync-server/stock/read-availability.ts';
import { exceptionOf } from '../support/examples.ts';
import { distrustSilentStores, lookForSilentStores } from '../support/sweeps.ts';
import { databases } from './support/databases.ts';
import { disagreements, pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const DAY = 86_400;
/** Half a day of it is night: its drawers are closed. */
const SILENT_DAYS = 0.6;

describe.each(databases)('stock, and what may be promised of it, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  useSyncServer(open, (pool) => {
    ({ db, server, register } = pool);
  });

  const levels = (sku: string) =>
    db
      .selectFrom('stock_levels')
      .select(['location_id', 'on_hand', 'reserved', 'staleness_buffer as buffer'])
      .where('sku', '=', sku)
      .orderBy('location_id')
      .execute();
  const bufferOfA = async () => (await levels('A'))[0]?.buffer;
  const sell = async (units: number) =>
    expect(await push(db, register, [register.journal.sell([['A', units]])])).toMatchObject([{ outcome: 'applied' }]);

  it('[P4] adds up what moves of one promise, and leaves the other lines of its order alone', async () => {
    const order = pickupOrder('W-1', 'S1', [
      ['B', 1],
      ['A', 90],
    ]);
    expect(await takeOrder(db, { idempotencyKey: 'W-1', order })).toMatchObject({ ok: true });
    const told = async () =>
      (await db.selectFrom('exceptions').select('body').orderBy('id').execute()).map(({ body }) => [body.goods, body.facts]);
    await sell(10);
    expect(await told()).toEqual([]);
    for (const [units, moved] of [
      [20, 20],
      [5, 25],
    ] as const) {
      await sell(units);
      expect(await told()).toEqual([[[{ sku: 'A', quantity: moved }], { order: 'W-1', method: 'pickup' }]]);
    }
    const { body } = await db.selectFrom('fulfillment_orders').select('body').where('location_id', '=', 'S1').executeTakeFirstOrThrow();
    expect(body.lines.map(({ sku, short }) => [sku, short])).toEqual([
      ['B', 0],
      ['A', 25],
    ]);
    expect(await disagreements(db)).toEqual([]);
  });

  it('[P4] moves nothing that was picked, also when the pick arrives together with the sale', async () => {
    expect(await takeOrder(db, { idempotencyKey: 'W-1', order: pickupOrder('W-1', 'S1', [['A', 90]]) })).toMatchObject({ ok: true });
    const fulfillmentOrders = () => db.selectFrom('fulfillment_orders').select('body').execute();
    const [order] = await fulfillmentOrders();
    if (order === undefined) throw new Error('The order was not sourced.');
    const { journal } = register;
    const sent = [...journal.pick(order.body), journal.sell([['A', 20]])];
    expect((await push(db, register, sent)).map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(await fulfillmentOrders()).toMatchObject([{ body: { lines: [{ quantity: 90, picked: 90, short: 0 }] } }]);
    expect(await db.selectFrom('exceptions').select('kind').execute()).toEqual([]);
  });

  it('[P4] moves what was picked, sold meanwhile, and is unpicked: 20 of the 30 units are still there', async () => {
    expect(await takeOrder(db, { idempotencyKey: 'W-1', order: pickupOrder('W-1', 'S1', [['A', 90]]) })).toMatchObject({ ok: true });
    const { body } = await db.selectFrom('fulfillment_orders').select('body').executeTakeFirstOrThrow();
    const { journal } = register;
    await push(db, register, [...journal.pick(body), journal.sell([['A', 20]])]);
    const payload = { fulfillmentOrderId: body.id, lineNo: 1, quantity: 30, waveId: null, tote: null };
    expect(await push(db, register, [journal.record(lineUnpicked.request(payload))])).toMatchObject([{ outcome: 'applied' }]);
    const [after] = await db.selectFrom('fulfillment_orders').select('body').where('id', '=', body.id).execute();
    expect(after?.body.lines).toMatchObject([{ quantity: 90, picked: 60, short: 10 }]);
    const [told] = await db.selectFrom('exceptions').select('body').execute();
    expect(told?.body).toMatchObject({ kind: 'promise_moved', goods: [{ sku: 'A', quantity: 10 }] });
    expect(await disagreements(db)).toEqual([]);
  });

  it('[P4] moves what another register had packed meanwhile, and is unpicked all the same: 70 units are left for 90', async () => {
    expect(await takeOrder(db, { idempotencyKey: 'W-1', order: shipOrder('W-1', [['A', 90]]) })).toMatchObject({ ok: true });
    const { body } = await db.selectFrom('fulfillment_orders').select('body').executeTakeFirstOrThrow();
    const { journal } = register;
    await push(db, register, [...journal.pick(body), journal.pack(body), journal.sell([['A', 30]])]);
    const payload = { fulfillmentOrderId: body.id, lineNo: 1, quantity: 90, waveId: null, tote: null };
    expect(await push(db, register, [journal.record(lineUnpicked.request(payload))])).toMatchObject([{ outcome: 'applied' }]);
    const [after] = await db.selectFrom('fulfillment_orders').select('body').where('id', '=', body.id).execute();
    expect(after?.body.lines).toMatchObject([{ quantity: 90, picked: 0, short: 20 }]);
    expect(await disagreements(db)).toEqual([]);
  });

  it('[P2] changes each level once by the sum of its movements, makes those that are missing, and names each page once', async () => {
    const move = (locationId: string, sku: string, onHand: number, reserved = 0): Movement => ({
      ...{ locationId, sku, onHand, reserved },
      cause: 'sale',
      causeId: 'test',
    });
    const changeItems: ChangeItem[] = [];
    const none = await transact(db, (tx) => postMovements(tx, [move('S1', 'A', 0)], changeItems));
    expect([none, changeItems]).toEqual([[], []]);
    const movements = [move('S1', 'A', -2), move('S1', 'A', -3, 4), move('S1', 'B', 0), move('S2', 'A', 0, 1), move('S1', 'NEW', -1)];
    const after = await transact(db, (tx) => postMovements(tx, movements, changeItems));
    const sorted = after.map((level) => `${level.locationId} ${level.sku} ${level.onHand} ${level.reserved}`).sort();
    expect(sorted).toEqual(['S1 A 95 4', 'S1 NEW -1 0', 'S2 A 100 1']);
    const written = await db.selectFrom('stock_movements').select('cause_id').where('cause', '=', 'sale').execute();
    expect(written).toEqual(['S1 A', 'S1 A', 'S2 A', 'S1 NEW'].map(() => ({ cause_id: 'test' })));
    expect(changeItems).toEqual(
      [
        ['S1', 'A'],
        ['S2', 'A'],
        ['S1', 'NEW'],
      ].map(([store, sku = '']) => ({ scope: `store:${store}`, kind: 'stock_page', id: String(stockPageOf(sku)) })),
    );
  });

  it('[P1] promises nothing of what is not there, or is to be counted', async () => {
    const setOnHand = (locationId: string, units: number) =>
      db.updateTable('stock_levels').set({ on_hand: units }).where('sku', '=', 'A').where('location_id', '=', locationId).execute();
    await setOnHand('S1', 0);
    await setOnHand('S2', -3);
    const body = exceptionOf({ id: 'count', kind: 'count_wanted', storeId: 'S1', subject: 'B' });
    await sql`insert into exceptions (id, store_id, kind, body, opened_at)
      values ('count', 'S1', 'count_wanted', ${JSON.stringify(body)}::jsonb, now())`.execute(db);
    expect((await readAvailability(db, ['A', 'B'])).map(({ onHand, available }) => [onHand, available])).toEqual([
      [0, 0],
      [-3, 0],
      [100, 0],
      [100, 100],
    ]);
  });

  it('[P1] answers with a thousand items at most, and takes so many SKUs and such long texts and no more', async () => {
    await sql`insert into products (sku, gtin, name, unit_price, tax_class, page)
      select 'P' || n, null, 'Product', 100, 'standard', 0 from generate_series(1, 200) as n`.execute(db);
    await sql`insert into locations (id, kind, name) select 'L' || n, 'store', 'Store' from generate_series(1, 6) as n`.execute(db);
    await sql`insert into stock_levels (location_id, sku, on_hand, page)
      select 'L' || l, 'P' || p, 1, 0 from generate_series(1, 6) as l, generate_series(1, 200) as p`.execute(db);
    const ask = async (query: string) => {
      const response = await fetch(`${server.url}/v1/availability?${query}`, { headers: { authorization: `Bearer ${register.token}` } });
      return { status: response.status, json: (await response.json()) as { items?: unknown[]; next?: string; error?: object } };
    };
    const skus = Array.from({ length: 200 }, (_, index) => `sku=P${index + 1}`).join('&');
    const first = await ask(skus);
    expect([first.status, first.json.items?.length]).toEqual([200, 1_000]);
    const second = await ask(`${skus}&after=${first.json.next}`);
    expect([second.status, second.json.items?.length, second.json.next]).toEqual([200, 200, undefined]);
    expect((await ask(`${skus}&limit=1000`)).status).toBe(200);
    expect((await ask('sku=P1&limit=1')).json).toMatchObject({ items: [{ sku: 'P1', locationId: 'L1' }], next: /./ });
    expect((await ask(`sku=${'x'.repeat(64)}`)).json).toMatchObject({ error: { code: 'unknown_sku' } });
    expect(await ask(`sku=P1&location=${'x'.repeat(64)}`)).toEqual({ status: 200, json: { items: [] } });
    expect((await ask(`sku=P1&after=${'x'.repeat(300)}`)).json).toMatchObject({ error: { message: 'This is not where an answer ended.' } });
    for (const [wrong, field] of [
      [`${skus}&sku=P1`, 'sku'],
      ['sku=', 'sku'],
      ['sku=P1&sku=', 'sku.1'],
      [`sku=${'x'.repeat(65)}`, 'sku'],
      ['sku=P1&location=', 'location'],
      [`sku=P1&location=${'x'.repeat(65)}`, 'location'],
      ['sku=P1&limit=0', 'limit'],
      ['sku=P1&limit=1001', 'limit'],
      ['sku=P1&limit=1.5', 'limit'],
      [`sku=P1&after=${'x'.repeat(301)}`, 'after'],
    ] as const) {
      const { status, json } = await ask(wrong);
      expect([wrong, status, json.error]).toEqual([wrong, 400, expect.objectContaining({ code: 'bad_request', field })]);
      expect(json.error).not.toMatchObject({ message: 'This is not where an answer ended.' });
    }
  });

  /** The store sold in the past, and was heard last so many days ago. */
  const silentFor = (days: number) =>
    db
      .updateTable('locations')
      .set({ last_heard_at: sql`now() - make_interval(secs => ${days * DAY}::float8)` })
      .where('id', '=', 'S1')
      .execute();
  const soldBefore = (days: number) =>
    sql`update stock_movements set at = (select last_heard_at from locations where id = 'S1') - make_interval(secs => ${days * DAY}::float8)
      where cause = 'sale'`.execute(db);
  const enrolledBefore = (days: number) =>
    sql`update registers set enrolled_at = now() - make_interval(secs => ${days * DAY}::float8)`.execute(db);

  it.each([
    ['a new store, of a week', 0, 7, 2 / DAY],
    ['a store since it has registers', 10 + SILENT_DAYS, 10, 2 / DAY],
    ['any other, of four weeks', 100, 28, 2 / DAY],
  ])('[P5] goes by the demand of %s', async (_what, enrolled, watchedDays, edge) => {
    await sell(60);
    await silentFor(SILENT_DAYS);
    await enrolledBefore(enrolled);
    const [level] = await levels('A');
    const bufferOf = (soldUnits: number) =>
      stalenessBuffer({ soldUnits, watchedDays, silentDays: SILENT_DAYS - 0.5, risk: 0.05, onHand: level?.on_hand ?? 0 });
    expect(bufferOf(60)).toBeGreaterThan(0);
    for (const [days, buffer] of [
      [watchedDays + edge, 0],
      [watchedDays - edge, bufferOf(60)],
      [1, bufferOf(60)],
      [watchedDays + 3, 0],
    ] as const) {
      await soldBefore(days);
      await distrustSilentStores(db, 0);
      expect([days, await bufferOfA()]).toEqual([days, buffer]);
    }
  });

  it('[P5] is reckoned again by the next look, and no sooner when another server has just done it', async () => {
    await sell(60);
    await silentFor(3);
    await soldBefore(1);
    let moved = 0;
    // A look comes every five minutes; half of that is far from both.
    for (const [minutes, looks] of [
      [2, 0],
      [3, 1],
    ] as const) {
      await sql`update locations set trust_reckoned_at = now() - make_interval(mins => ${minutes}) where id = 'S1'`.execute(db);
      if ((await lookForSilentStores(db)) > 0) moved += 1;
      expect([minutes, moved]).toEqual([minutes, looks]);
    }
    expect(await bufferOfA()).toBeGreaterThan(0);
  });
});
