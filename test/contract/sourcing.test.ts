import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { sourceBackorders } from '../support/sweeps.ts';
import { databases } from './support/databases.ts';
import { arrive, disagreements, fillSmallPool, type SmallPool, shipOrder } from './support/order-pool.ts';
import { type Enrolled, emptyEverything, enrol, push } from './support/sync-pool.ts';

describe.each(databases)('promises that a store cannot keep on %s', (_name, open) => {
  let opened: OpenDatabase;
  let db: Db;
  let register: Enrolled;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  beforeEach(() => emptyEverything(db));
  afterAll(() => opened.close());

  async function fill(pool: SmallPool): Promise<void> {
    await fillSmallPool(db, pool);
    register = await enrol(db);
    await push(db, register, [register.journal.openShift()]);
  }
  const take = (order: ReturnType<typeof shipOrder>) => takeOrder(db, { idempotencyKey: order.number, order });
  const ordersOf = async (number: string): Promise<FulfillmentOrder[]> =>
    (await db.selectFrom('fulfillment_orders').select('body').orderBy('location_id').execute())
      .map((row) => row.body)
      .filter((order) => order.orderNumber === number);
  const orderAt = async (locationId: string, number = 'W-1'): Promise<FulfillmentOrder> => {
    const found = (await ordersOf(number)).find((order) => order.locationId === locationId);
    if (found === undefined) throw new Error(`Order ${number} is not at ${locationId}.`);
    return found;
  };
  const outcomes = async (operations: readonly unknown[]) => (await push(db, register, operations)).map(({ outcome }) => outcome);

  it('[M1] [J9] a second unit of one line that is given up takes its own share of the money: 100 over 3 is 33, then 34', async () => {
    await fill({
      stores: 3,
      stock: [
        [1, 'A', 3],
        [2, 'A', 1],
        [3, 'A', 1],
      ],
    });
    const order = shipOrder('W-1', [['A', 3]]);
    await take({ ...order, lines: order.lines.map((line) => ({ ...line, unitPrice: 3_333_000, totalMinor: 100, taxMinor: 10 })) });
    for (let time = 1; time <= 2; time += 1) {
      expect(await outcomes([register.journal.shortPick(await orderAt('S1'), 1, 1, 'damaged')])).toEqual(['applied']);
    }
    const money = async (store: string) => (await orderAt(store)).lines.map(({ totalMinor, taxMinor }) => [totalMinor, taxMinor]);
    expect([await money('S2'), await money('S3')]).toEqual([[[33, 3]], [[34, 4]]]);
    expect(await disagreements(db)).toEqual([]);
  });

  it.each([
    ['the older', ['W-OLD', 'W-NEW']],
    ['the newer', ['W-NEW', 'W-OLD']],
  ])('[P4] the newest promise is broken first, also when %s order was taken first', async (_which, numbers) => {
    await fill({
      stores: 2,
      stock: [
        [1, 'A', 2],
        [2, 'A', 5],
      ],
    });
    const placedAt = { 'W-OLD': '2026-01-30T12:00:00.000Z', 'W-NEW': '2026-01-31T12:00:00.000Z' } as Record<string, string>;
    for (const number of numbers) await take({ ...shipOrder(number, [['A', 1]]), placedAt: placedAt[number] ?? '' });
    expect(await outcomes([register.journal.sell([['A', 1]])])).toEqual(['applied']);
    const places = async (number: string) => (await ordersOf(number)).map(({ locationId, state }) => [locationId, state.status]);
    expect({ old: await places('W-OLD'), new: await places('W-NEW') }).toEqual({
      old: [['S1', 'open']],
      new: [
        ['S1', 'rejected'],
        ['S2', 'open'],
      ],
    });
    expect(await disagreements(db)).toEqual([]);
  });

  it('[P4] a store that said "not on the shelf" is asked for the line again only after more has arrived there', async () => {
    await fill({ stores: 2, stock: [[1, 'A', 5]] });
    await take(shipOrder('W-1', [['A', 1]]));
    expect(await outcomes([register.journal.shortPick(await orderAt('S1'), 1, 1, 'sold_in_store')])).toEqual(['applied']);
    const askedAgain = async () => [await sourceBackorders(db), (await ordersOf('W-1')).map(({ state }) => state.status)];
    expect(await askedAgain()).toEqual([0, ['rejected']]);
    expect(await outcomes([register.journal.sell([['A', 1]])])).toEqual(['applied']);
    expect(await askedAgain()).toEqual([0, ['rejected']]);
    await arrive(db, 'S2', 'B', 1);
    expect(await askedAgain()).toEqual([0, ['rejected']]);
    await arrive(db, 'S1', 'A', 1);
    const [units, states] = await askedAgain();
    expect([units, (states as string[]).sort()]).toEqual([1, ['open', 'rejected']]);
    expect(await disagreements(db)).toEqual([]);
  });
});
