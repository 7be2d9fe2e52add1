import { actorNamed } from '../support/actor.ts';
import { silentStores } from '../../domain/stock/settings.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { stalenessBuffer } from '../../domain/stock/staleness-buffer.ts';
import { stockPageOf } from '../../domain/stock/stock.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { BEFORE_ALL_CALENDARS } from '../support/journal-builder.ts';
import { distrustSilentStores, sourceBackorders } from '../support/sweeps.ts';
import { readAvailability } from '../../sync-server/stock/read-availability.ts';
import { answerPulls } from '../../sync-server/feed/answer-pulls.ts';
import { databases } from './support/databases.ts';
import { disagreements, pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, pullAll, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

/** What a new store counts as watched for. */
const WATCHED_DAYS = 7;
const SOLD = 28;
const LEFT = 100 - SOLD;

describe.each(databases)('a silent store on %s', (name, open) => {
  let db: Db;
  let register: Enrolled;
  useSyncPool(open, async (pool) => {
    ({ db, register } = pool);
    register.journal.openShift();
    for (let sales = 0; sales < SOLD / 2; sales += 1) register.journal.sell([['A', 2]]);
    await push(db, register, register.journal.operations);
    await shiftOpened(new Date().toISOString());
    await hear();
  });

  const hear = () => answerPulls(db, [{ registerId: register.registerId, storeId: 'S1', checkpoint: {}, limit: 1 }]);
  const silentFor = (days: number) =>
    db
      .updateTable('locations')
      .set({ last_heard_at: sql`now() - make_interval(secs => ${days * 86_400}::float8)` })
      .where('id', '=', 'S1')
      .execute();
  const shiftOpened = (at: string) =>
    db
      .updateTable('shifts')
      .set({ body: sql`jsonb_set(body, '{openedAt}', ${JSON.stringify(at)}::jsonb)` })
      .execute();
  /** It has been heard for a while, and is heard again. */
  const hearOn = async () => {
    await silentFor(10 / 86_400);
    return hear();
  };
  const sweep = () => distrustSilentStores(db, 0);
  const levels = (storeId = 'S1') =>
    db
      .selectFrom('stock_levels')
      .select(['sku', 'on_hand', 'reserved', 'staleness_buffer as buffer', 'available'])
      .where('location_id', '=', storeId)
      .orderBy('sku')
      .execute();
  const levelOfA = async () => (await levels())[0];
  const heads = () => db.selectFrom('scope_heads').select(['scope', 'seq']).orderBy('scope').execute();
  const movements = () => db.selectFrom('stock_movements').select(['id', 'on_hand', 'reserved']).orderBy('id').execute();
  const promised = async () =>
    (await db.selectFrom('fulfillment_orders').select('location_id').orderBy('placed_at').orderBy('id').execute()).map(
      (row) => row.location_id,
    );
  const order = (number: string, units: number) => takeOrder(db, { idempotencyKey: number, order: shipOrder(number, [['A', units]]) });
  const bufferAfter = (silentDays: number, risk = 0.05) =>
    stalenessBuffer({ soldUnits: SOLD, watchedDays: WATCHED_DAYS, silentDays, risk, onHand: LEFT });

  it(
    '[P5] [P2] promises less of what it sells, the longer it is silent; nothing else of its stock changes, and the feed is ' +
      'told of what does alone',
    async () => {
      const before = { movements: await movements(), replica: await pullAll(db, register) };
      let last = 0;
      for (const days of [0.5, 2, 5]) {
        await silentFor(days);
        expect(await sweep()).toBe(1);
        const buffer = bufferAfter(days);
        expect(buffer).toBeGreaterThan(last);
        last = buffer;
        expect(await levels()).toMatchObject([
          { sku: 'A', on_hand: LEFT, reserved: 0, buffer, available: LEFT - buffer },
          { sku: 'B', buffer: 0, available: 100 },
          { sku: 'C', buffer: 0, available: 100 },
        ]);
        expect((await readAvailability(db, ['A'])).find((item) => item.locationId === 'S1')?.available).toBe(LEFT - buffer);
      }
      expect(await movements()).toEqual(before.movements);
      expect((await levels('S2')).map((level) => level.buffer)).toEqual([0, 0, 0]);
      const told = (await pullAll(db, register, { ...before.replica, seen: [] })).seen;
      expect(told.map(({ scope, kind, id }) => [scope, kind, id])).toEqual([['store:S1', 'stock_page', String(stockPageOf('A'))]]);
      expect(told[0]?.body).toMatchObject({ levels: [{ sku: 'A', stalenessBuffer: last }] });
      const quiet = await heads();
      expect(await sweep()).toBe(0);
      expect(await heads()).toEqual(quiet);
      expect(await disagreements(db)).toEqual([]);
    },
  );

  it(
    '[P5] is asked for nothing of it after a long silence, and is trusted again when it is heard on: at first its sales are ' +
      'only on their way',
    async () => {
      await silentFor(14);
      await sweep();
      expect(await levelOfA()).toMatchObject({ buffer: LEFT, available: 0 });
      await order('W-1', 1);
      await takeOrder(db, { idempotencyKey: 'W-2', order: pickupOrder('W-2', 'S1', [['A', 1]]) });
      expect(await promised()).toEqual(['S2']);
      expect((await hear())[0]?.ok).toBe(true);
      expect((await hear())[0]?.ok).toBe(true);
      expect(await levelOfA()).toMatchObject({ buffer: LEFT, available: 0 });
      const before = await pullAll(db, register);
      expect((await hearOn())[0]?.ok).toBe(true);
      expect(await levelOfA()).toMatchObject({ buffer: 0, available: LEFT });
      const told = (await pullAll(db, register, { ...before, seen: [] })).seen;
      expect(told.find(({ kind }) => kind === 'stock_page')?.body).toMatchObject({ levels: [{ sku: 'A', stalenessBuffer: 0 }] });
      expect(await sourceBackorders(db)).toBe(1);
      await order('W-3', 1);
      expect((await promised()).sort()).toEqual(['S1', 'S1', 'S2']);
      expect(await sweep()).toBe(0);
      expect(await disagreements(db)).toEqual([]);
    },
  );

  it('[P5] [P4] keeps the promises it has, and its sales are taken as ever', async () => {
    await order('W-1', 40);
    expect(await promised()).toEqual(['S1']);
    await silentFor(14);
    await sweep();
    expect(await levelOfA()).toMatchObject({ reserved: 40, buffer: LEFT, available: -40 });
    const from = register.journal.operations.length;
    register.journal.sell([['A', 2]]);
    const results = await push(db, register, register.journal.operations.slice(from));
    expect(results.map((one) => one.outcome)).toEqual(['applied']);
    expect(await levelOfA()).toMatchObject({ on_hand: LEFT - 2, reserved: 40 });
    expect(await db.selectFrom('exceptions').selectAll().execute()).toEqual([]);
    expect(await promised()).toEqual(['S1']);
    await sweep();
    expect(await levelOfA()).toMatchObject({ buffer: LEFT - 2 });
    expect(await disagreements(db)).toEqual([]);
  });

  it.each([
    ['silent for a few minutes', () => silentFor(10 / (24 * 60))],
    [
      'silent over night, with its drawers closed',
      async () => {
        const from = register.journal.operations.length;
        register.journal.record({ type: 'shift_closed', payload: { countedMinor: 40_240, expectedMinor: 40_240 } });
        expect(await push(db, register, register.journal.operations.slice(from))).toMatchObject([{ outcome: 'applied' }]);
        await silentFor(11 / 24);
      },
    ],
    [
      'silent over night, with a drawer that nobody closed for days',
      async () => {
        await shiftOpened('2020-01-01T08:00:00.000Z');
        await silentFor(11 / 24);
      },
    ],
    [
      'silent over night, with a drawer that was opened in a year that the database does not know',
      async () => {
        await shiftOpened(BEFORE_ALL_CALENDARS);
        await silentFor(11 / 24);
      },
    ],
    ['never heard', () => db.updateTable('locations').set({ last_heard_at: null }).execute()],
    [
      'no store but a warehouse',
      async () => {
        await silentFor(14);
        await db.updateTable('locations').set({ kind: 'warehouse' }).where('id', '=', 'S1').execute();
      },
    ],
  ])('[P5] is trusted as ever when it is %s', async (_what, prepare) => {
    await prepare();
    expect(await sweep()).toBe(0);
    expect(await levelOfA()).toMatchObject({ buffer: 0, available: LEFT });
  });

  it('[P5] is trusted less from a quarter of an hour on', async () => {
    await saveSetting(db, silentStores, { level: 'company', id: 'company', value: { risk: 0.01 } }, actorNamed('test'));
    for (const [minutes, buffer] of [
      [14.7, 0],
      [15.2, 1],
    ] as const) {
      await silentFor(minutes / (24 * 60));
      await sweep();
      expect(await levelOfA()).toMatchObject({ buffer });
    }
  });

  it('[P5] is trusted at the risk that the company has chosen', async () => {
    await saveSetting(db, silentStores, { level: 'company', id: 'company', value: { risk: 0.4 } }, actorNamed('test'));
    await silentFor(2);
    await sweep();
    expect(await levelOfA()).toMatchObject({ buffer: bufferAfter(2, 0.4) });
    expect(bufferAfter(2, 0.4)).toBeLessThan(bufferAfter(2));
  });

  it('[P5] is reckoned once, however many servers look at once, and however it is heard meanwhile', async () => {
    await silentFor(2);
    const changed = await Promise.all(Array.from({ length: 6 }, () => distrustSilentStores(db, 60_000)));
    expect(changed.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await levelOfA()).toMatchObject({ buffer: bufferAfter(2) });
    for (let round = 0; round < 5; round += 1) {
      await silentFor(2);
      await Promise.all([sweep(), hear(), sweep(), hear(), order(`W-${round}`, 1)]);
      await hearOn();
      expect(await levelOfA()).toMatchObject({ buffer: 0 });
    }
    expect(await disagreements(db)).toEqual([]);
  });

  // The embedded database has one connection, on which nobody holds anything up.
  if (name === 'PostgreSQL') {
    it(
      '[P5] is answered at once while another server reckons it or trusts it again, and is trusted again at the latest when it ' +
        'is heard after that',
      async () => {
        await silentFor(2);
        await sweep();
        await silentFor(10 / 86_400);
        await db.transaction().execute(async (tx) => {
          await tx.selectFrom('locations').select('id').where('id', '=', 'S1').forNoKeyUpdate().execute();
          expect((await hear())[0]?.ok).toBe(true);
          expect(await levelOfA()).toMatchObject({ buffer: bufferAfter(2) });
        });
        await hear();
        expect(await levelOfA()).toMatchObject({ buffer: 0 });
      },
    );
  }
});
