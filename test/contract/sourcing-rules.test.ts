import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { orderLimitSet, ordersPaused, ordersResumed } from '../../domain/capacity/operations.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { askAfterCount } from '../../sync-server/sourcing/ask-after-count.ts';
import { resourceUnits } from '../../sync-server/sourcing/resource-units.ts';
import { createBackorderLook, sourceBackorders } from '../support/sweeps.ts';
import { readAvailability, readAvailabilityPage } from '../../sync-server/stock/read-availability.ts';
import { exceptionOf } from '../support/examples.ts';
import { databases } from './support/databases.ts';
import { arrive, disagreements, fillSmallPool, pickupOrder, type SmallPool, shipOrder } from './support/order-pool.ts';
import { type Enrolled, emptyEverything, enrol, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('who is asked for what is promised on %s', (_name, open) => {
  let db: Db;
  useSyncPool(open, (pool) => {
    ({ db } = pool);
  });

  async function fill(stores: number, stock: SmallPool['stock']): Promise<Enrolled> {
    await emptyEverything(db);
    await fillSmallPool(db, { stores, stock });
    const register = await enrol(db);
    await push(db, register, [register.journal.openShift()]);
    return register;
  }
  const take = (order: OrderIntake) => takeOrder(db, { idempotencyKey: order.number, order });
  const bodies = async (): Promise<FulfillmentOrder[]> =>
    (await db.selectFrom('fulfillment_orders').select('body').orderBy('placed_at').orderBy('location_id').execute()).map((row) => row.body);
  const at = async (locationId: string, number = 'W-1'): Promise<FulfillmentOrder> => {
    const found = (await bodies()).find((order) => order.locationId === locationId && order.orderNumber === number);
    if (found === undefined) throw new Error(`Order ${number} is not at ${locationId}.`);
    return found;
  };
  const places = async () => (await bodies()).map(({ orderNumber, locationId, state }) => `${orderNumber} ${locationId} ${state.status}`);
  const priced = (order: OrderIntake, totalMinor: number, taxMinor: number): OrderIntake => ({
    ...order,
    lines: order.lines.map((line) => ({ ...line, totalMinor, taxMinor })),
  });
  /** Stock that no movement tells of, as of a store that is trusted again. */
  const trust = (sku: string, units: number) =>
    db
      .updateTable('stock_levels')
      .set({ on_hand: sql`on_hand + ${units}` })
      .where('sku', '=', sku)
      .execute();

  it('a store whose place is not known is asked last, and an order whose place is not known goes to whoever has the goods', async () => {
    await fill(3, [
      [1, 'A', 5],
      [2, 'A', 5],
      [3, 'B', 5],
    ]);
    await db.updateTable('locations').set({ latitude: null, longitude: null }).where('id', '=', 'S2').execute();
    await take(shipOrder('W-1', [['A', 1]]));
    const { fulfillment, ...rest } = shipOrder('W-2', [['B', 1]]);
    if (fulfillment.kind !== 'ship') throw new Error('It is not shipped.');
    await take({ ...rest, fulfillment: { ...fulfillment, position: null } });
    expect((await places()).sort()).toEqual(['W-1 S1 open', 'W-2 S3 open']);
  });

  const paused = (until: string) => ordersPaused.request({ until, reason: 'too_busy' });

  it('[P3] a paused store gets no order to ship, but its own pickups, and what waits once it takes orders again', async () => {
    const register = await fill(1, [[1, 'A', 5]]);
    await arrive(db, 'S1', 'B', 5);
    await push(db, register, [register.journal.record(paused('2099-01-01T00:00:00.000Z'))]);
    await take(shipOrder('W-1', [['A', 1]]));
    await take(pickupOrder('W-2', 'S1', [['A', 1]]));
    await sourceBackorders(db);
    expect(await places()).toEqual(['W-2 S1 open']);
    await push(db, register, [register.journal.record(ordersResumed.request({}))]);
    await sourceBackorders(db);
    expect((await places()).sort()).toEqual(['W-1 S1 open', 'W-2 S1 open']);
    // A pause whose end has passed is none.
    await push(db, register, [register.journal.record(paused('2026-01-01T00:00:00.000Z'))]);
    await take(shipOrder('W-3', [['B', 1]]));
    expect((await places()).sort()).toEqual(['W-1 S1 open', 'W-2 S1 open', 'W-3 S1 open']);
    expect(await disagreements(db)).toEqual([]);
  });

  it('a store gets as many orders to ship a day as its limit says, and the next store the others', async () => {
    const register = await fill(2, [
      [1, 'A', 9],
      [2, 'A', 9],
    ]);
    await push(db, register, [register.journal.record(orderLimitSet.request({ ordersADay: 2 }))]);
    for (const number of ['W-1', 'W-2', 'W-3']) await take(shipOrder(number, [['A', 1]]));
    await take(pickupOrder('W-4', 'S1', [['A', 1]]));
    expect((await places()).sort()).toEqual(['W-1 S1 open', 'W-2 S1 open', 'W-3 S2 open', 'W-4 S1 open']);
    // What the store cannot do after all does not count, and neither does what came before today.
    await push(db, register, [register.journal.reject(await at('S1', 'W-1'), 'closed')]);
    await take(shipOrder('W-5', [['A', 1]]));
    expect((await places()).filter((place) => place.startsWith('W-5'))).toEqual(['W-5 S1 open']);
    await sql`update fulfillment_orders set id = '00' || substr(id, 3) where location_id = 'S1'`.execute(db);
    await take(shipOrder('W-6', [['A', 1]]));
    expect((await places()).filter((place) => place.startsWith('W-6'))).toEqual(['W-6 S1 open']);
  });

  it.each([
    ['too_busy', 2],
    ['closed', 12],
    ['out_of_stock', null],
  ] as const)('a store that gives an order up as %s is asked again after %s hours', async (reason, hours) => {
    const register = await fill(1, [[1, 'A', 5]]);
    await take(shipOrder('W-1', [['A', 1]]));
    expect(await push(db, register, [register.journal.reject(await at('S1'), reason)])).toMatchObject([{ outcome: 'applied' }]);
    const { rows } = await sql<{ hours: number | null }>`
      select (extract(epoch from until - now()) / 3600)::float8 as hours from sourcing_exclusions`.execute(db);
    expect(rows).toHaveLength(1);
    if (hours === null) expect(rows[0]?.hours).toBeNull();
    else expect(rows[0]?.hours).toBeCloseTo(hours, 1);
  });

  it('[M1] what two stores give up of one line at once is one line for the next, with the money of both', async () => {
    await fill(3, [
      [1, 'A', 2],
      [2, 'A', 1],
    ]);
    await take(priced(shipOrder('W-1', [['A', 3]]), 100, 10));
    const given = [await at('S1'), await at('S2')];
    await arrive(db, 'S3', 'A', 3);
    const lines = (quantity: number) => [{ lineNo: 1, quantity }];
    const units = given.map((fulfillmentOrder, index) => ({ fulfillmentOrder, lines: lines(2 - index), reason: 'too_busy' as const }));
    await transact(db, (tx) => resourceUnits(tx, units, []));
    expect((await at('S3')).lines).toMatchObject([{ lineNo: 1, quantity: 3, totalMinor: 100, taxMinor: 10 }]);
  });

  it('nothing that is given up changes nothing', async () => {
    await fill(2, [[1, 'A', 2]]);
    await take(shipOrder('W-1', [['A', 1]]));
    const fulfillmentOrder = await at('S1');
    for (const lineNo of [1, 2]) {
      await transact(db, (tx) => resourceUnits(tx, [{ fulfillmentOrder, lines: [{ lineNo, quantity: lineNo - 1 }] }], []));
    }
    expect(await places()).toEqual(['W-1 S1 open']);
    expect(await db.selectFrom('sourcing_exclusions').selectAll().execute()).toEqual([]);
  });

  it('a store is kept from the order that it gave up, and from no other of the same moment', async () => {
    const register = await fill(1, [[1, 'A', 1]]);
    await take(
      shipOrder('W-1', [
        ['A', 1],
        ['B', 1],
      ]),
    );
    await push(db, register, [register.journal.reject(await at('S1'), 'too_busy')]);
    await db.updateTable('stock_levels').set({ on_hand: 0 }).execute();
    await take({ ...shipOrder('W-2', [['A', 1]]), placedAt: '2026-02-01T12:00:00.000Z' });
    await trust('A', 2);
    await arrive(db, 'S1', 'B', 1);
    expect(await sourceBackorders(db)).toBe(2);
    const open = (await bodies()).filter(({ state }) => state.status === 'open');
    expect(open.map(({ orderNumber, lines }) => [orderNumber, lines.map(({ sku }) => sku)])).toEqual([
      ['W-1', ['B']],
      ['W-2', ['A']],
    ]);
  });

  it('[M1] what waits gets what the parcels before it have left of the money, also of those that were sent', async () => {
    const register = await fill(2, [[1, 'A', 2]]);
    await take(priced(shipOrder('W-1', [['A', 3]]), 100, 10));
    await take(priced({ ...shipOrder('W-2', [['B', 1]]), placedAt: '2026-02-01T12:00:00.000Z' }, 0, 0));
    const near = await at('S1');
    expect(near.lines).toMatchObject([{ quantity: 2, totalMinor: 67, taxMinor: 7 }]);
    const { journal } = register;
    const results = await push(db, register, [...journal.pick(near), journal.pack(near), journal.ship(near)]);
    expect(results.map(({ outcome }) => outcome)).toEqual(results.map(() => 'applied'));
    await arrive(db, 'S2', 'A', 1);
    await arrive(db, 'S2', 'B', 1);
    expect(await sourceBackorders(db)).toBe(2);
    expect((await at('S2')).lines).toMatchObject([{ quantity: 1, totalMinor: 33, taxMinor: 3 }]);
    expect((await at('S2', 'W-2')).lines).toMatchObject([{ quantity: 1, totalMinor: 0, taxMinor: 0 }]);
    expect(await disagreements(db)).toEqual([]);
  });

  it('only the count that was asked for, once it is done, makes a store asked again', async () => {
    const register = await fill(1, [[1, 'A', 5]]);
    await take(shipOrder('W-1', [['A', 1]]));
    await push(db, register, [register.journal.reject(await at('S1'))]);
    const left = async () => (await db.selectFrom('sourcing_exclusions').selectAll().execute()).length;
    const resolution = { at: '2026-02-01T12:00:00.000Z' };
    const counted = (given: object) =>
      ({ ...exceptionOf({ id: 'count', kind: 'count_wanted', storeId: 'S1', subject: 'A' }), ...given }) as never;
    for (const [given, rest] of [
      [{ resolved: null }, 1],
      [{ kind: 'promise_moved', resolved: resolution }, 1],
      [{ subject: 'B', resolved: resolution }, 1],
      [{ resolved: resolution }, 0],
    ] as const) {
      await transact(db, (tx) => askAfterCount(tx, [counted(given)]));
      expect(await left()).toBe(rest);
    }
  });

  it('looks at what has moved since its last looks, and at everything each thirtieth time', async () => {
    await fill(1, [[1, 'A', 1]]);
    await take(shipOrder('W-1', [['A', 1]]));
    await take({ ...shipOrder('W-2', [['A', 1]]), placedAt: '2026-02-01T12:00:00.000Z' });
    const look = createBackorderLook(db);
    expect(await look()).toBe(0);
    await trust('A', 1);
    for (let time = 2; time <= 30; time += 1) expect([time, await look()]).toEqual([time, 0]);
    expect(await look()).toBe(1);
  });

  it('finds a movement whose transaction ended up to six looks after it got its number', async () => {
    await fill(2, [[1, 'A', 1]]);
    await take(shipOrder('W-1', [['A', 1]]));
    await take({ ...shipOrder('W-2', [['A', 1]]), placedAt: '2026-02-01T12:00:00.000Z' });
    const look = createBackorderLook(db);
    await look();
    const { rows } = await sql<{ id: number }>`select nextval(pg_get_serial_sequence('stock_movements', 'id')) as id`.execute(db);
    await arrive(db, 'S2', 'B', 1);
    for (let time = 2; time <= 6; time += 1) expect([time, await look()]).toEqual([time, 0]);
    await trust('A', 1);
    await sql`insert into stock_movements (id, location_id, sku, on_hand, reserved, cause, cause_id) overriding system value
      values (${rows[0]?.id}, 'S1', 'A', 1, 0, 'opening_balance', 'late')`.execute(db);
    expect(await look()).toBe(1);
    expect(await disagreements(db)).toEqual([]);
  });

  it.each(['pickup', 'ship'] as const)('[P4] [P2] a store that sells the last unit is told that it was promised: %s', async (kind) => {
    const order = (number: string) => (kind === 'pickup' ? pickupOrder(number, 'S1', [['A', 1]]) : shipOrder(number, [['A', 1]]));
    const register = await fill(2, [[1, 'A', 2]]);
    await take({ ...order('W-0'), placedAt: '2026-01-01T12:00:00.000Z' });
    await take(order('W-1'));
    expect(await push(db, register, [register.journal.sell([['A', 1]])])).toMatchObject([{ outcome: 'applied' }]);
    const told = async () => (await db.selectFrom('exceptions').select(['kind', 'body']).orderBy('id').execute()).map((row) => row.body);
    expect(await told()).toMatchObject([
      { kind: 'promise_moved', storeId: 'S1', subject: 'W-1', facts: { order: 'W-1', method: kind }, goods: [{ sku: 'A', quantity: 1 }] },
    ]);
    expect(await push(db, register, [register.journal.sell([['A', 1]])])).toMatchObject([{ outcome: 'applied' }]);
    expect((await told()).map(({ subject }) => subject).sort()).toEqual(['W-0', 'W-1']);
    const moved = await db.selectFrom('stock_movements').select(['reserved']).where('cause', '=', 'promise_moved').execute();
    expect(moved).toEqual([{ reserved: -1 }, { reserved: -1 }]);
    expect(await places()).toEqual(['W-0 S1 rejected', 'W-1 S1 rejected']);
    expect(await disagreements(db)).toEqual([]);
  });

  it('[P1] says page by page what may be promised, and which page is the last', async () => {
    await fill(3, [
      [1, 'A', 5],
      [2, 'A', 4],
      [3, 'B', 3],
    ]);
    const page = (given: Partial<Parameters<typeof readAvailabilityPage>[1]>) =>
      readAvailabilityPage(db, { skus: ['A', 'B'], limit: 2, ...given });
    const first = { sku: 'A', locationId: 'S1', onHand: 5, reserved: 0, available: 5 };
    const second = { sku: 'A', locationId: 'S2', onHand: 4, reserved: 0, available: 4 };
    const third = { sku: 'B', locationId: 'S3', onHand: 3, reserved: 0, available: 3 };
    expect(await page({})).toEqual({ items: [first, second], isLast: false });
    expect(await page({ limit: 3 })).toEqual({ items: [first, second, third], isLast: true });
    expect(await page({ after: { sku: 'A', locationId: 'S1' } })).toEqual({ items: [second, third], isLast: true });
    expect(await page({ locationId: 'S2' })).toEqual({ items: [second], isLast: true });
    expect(await page({ skus: [] })).toEqual({ items: [], isLast: true });
    expect(await readAvailability(db, ['A', 'B'], 'S3')).toEqual([third]);
  });
});
