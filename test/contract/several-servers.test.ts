import { insertKey } from '../support/api-keys.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../sync-server/db/open-database.ts';
import { chanceFrom } from '../../sync-server/sample/chance.ts';
import { hasPostgres } from '../tools/test-database.ts';
import { startPostgres, type TestPostgres } from '../tools/postgres.ts';
import { checkJournals, checkReplicas } from './support/check-books.ts';
import { Counter, type Way } from './support/counter.ts';
import { arrive, pickupOrder, shipOrder } from './support/order-pool.ts';
import { type ServerProcess, serverProcess } from './support/server-process.ts';
import { enrol, fillSyncPool } from './support/sync-pool.ts';
import { webShop, type WebShop } from './support/web-shop.ts';

const API_KEY = 'key-of-the-web-shop';
const WAYS: readonly Way[] = ['both', 'alternate', 'failover'];

/** A failure of the machine is waited out, not measured. */
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 50 });

describe.runIf(hasPostgres)('several servers on one PostgreSQL', { timeout: 180_000 }, () => {
  let postgres: TestPostgres;
  let opened: OpenDatabase;
  let servers: [ServerProcess, ServerProcess];
  let urls: string[];
  let counters: Counter[] = [];
  let shop: WebShop;
  let round = 0;

  beforeAll(async () => {
    postgres = await startPostgres();
    const databaseUrl = await postgres.createDatabase();
    opened = await openDatabase({ databaseUrl });
    await fillSyncPool(opened.db);
    for (const [store, units] of [
      ['S1', 200],
      ['S2', 120],
    ] as const)
      for (const sku of ['A', 'B']) await arrive(opened.db, store, sku, units);
    await insertKey(opened.db, 'web shop', 'everything', API_KEY);
    servers = [await serverProcess(databaseUrl), await serverProcess(databaseUrl)];
    urls = servers.map((server) => server.url);
    await Promise.all(servers.map((server) => server.start()));
  });
  afterEach(() => {
    for (const counter of counters) counter.stop();
    counters = [];
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await opened.close();
    await postgres.stop();
  });

  /** Opens counters in both stores, and the web shop. */
  async function openStores(ways: readonly Way[]): Promise<void> {
    round += 1;
    const { db } = opened;
    const registers = await Promise.all(
      ways.flatMap((way) => ['S1', 'S2'].map(async (storeId) => ({ way, register: await enrol(db, storeId) }))),
    );
    counters = registers.map(
      ({ way, register }, n) => new Counter({ register, urls, way, first: n, chance: chanceFrom(`counter ${round} ${n}`) }),
    );
    shop = webShop({ urls, apiKey: API_KEY, chance: chanceFrom(`shop ${round}`), name: `W${round}` });
  }

  /** Lets everybody work at the pace of the web shop until told to stop. */
  async function workWhile(happening: () => Promise<void>): Promise<void> {
    let open = true;
    const working = (async () => {
      while (open) {
        for (const counter of counters) counter.act();
        await Promise.all([shop.act(), new Promise((resolve) => setTimeout(resolve, 20))]);
      }
    })();
    await happening().finally(() => (open = false));
    // Not after a failure: then the web shop may be waiting for an answer for ever.
    await working;
  }

  const confirmed = () => counters.reduce((sum, counter) => sum + counter.confirmedSeq, 0);

  /** More of the counters' work has reached the pool since. */
  async function workGoesOn(): Promise<void> {
    const before = confirmed();
    await until(() => expect(confirmed()).toBeGreaterThan(before + 40));
  }

  async function settle(): Promise<void> {
    await until(() => expect(counters.filter((counter) => !counter.isSettled)).toEqual([]));
  }

  async function checkAll(): Promise<void> {
    // What others did last, and what servers did about it, may still be on its way.
    await until(() => {
      for (const counter of counters) counter.kick();
      return checkReplicas(opened.db, counters);
    });
    registers.push(...counters.map((counter) => counter.register));
    await checkJournals(opened.db, registers);
    expect(shop.faults).toEqual([]);
    orders.push(...shop.taken);
    expect((await opened.db.selectFrom('orders').select('number').execute()).map((order) => order.number).sort()).toEqual(
      [...orders].sort(),
    );
  }
  const registers: Counter['register'][] = [];
  const orders: string[] = [];

  it('[J3] [R2] [P2] apply once what is sent to all of them, and give each the whole feed', async () => {
    await openStores(WAYS);
    await workWhile(async () => {
      await until(() => expect(confirmed()).toBeGreaterThan(300));
    });
    await settle();
    await checkAll();
  });

  it('[R2] tell a register of what was written through the other one', async () => {
    await openStores(['failover']);
    const [first, second] = counters;
    await settle();
    if (first === undefined || second === undefined) throw new Error('There are two counters.');
    // Sooner than a register would ask by itself, which is every half minute.
    const quickly = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 10 });
    for (let n = 0; n < 5; n += 1) {
      const stood = second.storeSeq;
      await shop.order(pickupOrder(`HINT-${n}`, second.register.storeId, [['A', 1]]));
      await quickly(() => expect(second.storeSeq).toBeGreaterThan(stood));
    }
    await settle();
    await checkAll();
  });

  it('[P3] promise no unit twice between them', async () => {
    await openStores([]);
    const free = await opened.db
      .selectFrom('stock_levels')
      .select((of) => of.fn.sum<string>('available').as('units'))
      .where('sku', '=', 'C')
      .executeTakeFirstOrThrow();
    const wanted = Math.max(0, Number(free.units)) + 10;
    await Promise.all(Array.from({ length: Math.ceil(wanted / 2) }, (_, n) => shop.order(shipOrder(`LAST-${n}`, [['C', 2]]))));
    const levels = await opened.db.selectFrom('stock_levels').select(['on_hand', 'reserved', 'available']).where('sku', '=', 'C').execute();
    for (const level of levels) expect(level.available).toBe(0);
    const backordered = await opened.db
      .selectFrom('order_lines')
      .innerJoin('orders', 'orders.id', 'order_lines.order_id')
      .select((of) => of.fn.sum<string>('backordered').as('units'))
      .where('orders.number', 'like', 'LAST-%')
      .executeTakeFirstOrThrow();
    expect(Number(backordered.units)).toBe(Math.ceil(wanted / 2) * 2 - Number(free.units));
    await checkAll();
  });

  it('[J3] [R2] lose nothing and double nothing when one is killed under load, and then the other', async () => {
    await openStores(['failover', 'failover']);
    const [first, second] = servers;
    await workWhile(async () => {
      await workGoesOn();
      await first.kill();
      await workGoesOn();
      await first.start();
      await workGoesOn();
      await second.kill();
      await workGoesOn();
      await second.start();
    });
    await settle();
    expect(counters.some((counter) => counter.failures > 0)).toBe(true);
    expect(counters.filter((counter) => counter.startedOver > 0)).toEqual([]);
    await checkAll();
  });

  it('[J3] [R2] outlive a PostgreSQL that is killed under load, and come back by themselves', async () => {
    await openStores(['failover', 'failover']);
    const { db } = opened;
    const epochs = async () => (await db.selectFrom('pool_epochs').select('id').execute()).length;
    const before = await epochs();
    const status = async (path: string) => (await Promise.all(urls.map((url) => fetch(url + path)))).map((response) => response.status);
    await workWhile(async () => {
      await workGoesOn();
      await postgres.crash();
      await until(async () => expect(await status('/readyz')).toEqual([503, 503]));
      expect(await status('/healthz')).toEqual([200, 200]);
      const stood = confirmed();
      await until(() => expect(counters.every((counter) => counter.failures > 0)).toBe(true));
      expect(confirmed()).toBe(stood);
      await postgres.restart();
      await until(async () => expect(await status('/readyz')).toEqual([200, 200]));
      await workGoesOn();
      await postgres.crash();
      await postgres.restart();
      await workGoesOn();
    });
    await settle();
    expect(
      counters.filter((counter) => counter.startedOver > 0),
      'a crash sets nothing back',
    ).toEqual([]);
    expect(await epochs()).toBeGreaterThan(before);
    await checkAll();
    for (const server of servers) {
      const said = (await server.log()).map((line) => line.msg);
      expect(said).toContain('event streams wait for the database');
      expect(said).toContain('event streams go on');
      await until(async () => expect((await server.log()).map((line) => line.msg)).toContain('hints come from other servers again'));
      expect((await server.log()).filter((line) => line.level >= 50).map((line) => line.msg)).toEqual([]);
    }
    expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0]);
  });
});
