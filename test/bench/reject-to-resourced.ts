import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { rejectOrder } from '../../domain/fulfillment/reject-order.ts';
import type { Checkpoint } from '../../domain/protocol/protocol.ts';
import { documentsOf } from '../../src-renderer/kit/register-services.ts';
import type { RunningRegister } from '../../src-renderer/register/register.ts';
import { serverClient } from '../../src-renderer/sync/server-client.ts';
import { openDatabase } from '../../sync-server/db/open-database.ts';
import { hintServers } from '../../sync-server/feed/other-servers.ts';
import { takeOrders } from '../../sync-server/orders/take-order.ts';
import { shipOrder } from '../contract/support/order-pool.ts';
import { JournalBuilder } from '../support/journal-builder.ts';
import { memoryDisk } from '../support/memory-databases.ts';
import { startPostgres } from '../tools/postgres.ts';
import { checkpointOf, fillRegisters, type RegisterKeys } from './fill-registers.ts';
import { type BenchResult, percentile, summarize } from './result.ts';
import { runRegister } from './run-register.ts';
import { change, fillScalePool, storeIdsOf } from './scale-pool.ts';
import { sized } from './sized.ts';
import { startProcess } from './start-process.ts';

const STORES = 3;
const PRODUCTS = sized(20_000, 1_000);
const REJECTS = sized(100, 5);
const GOAL_MS = 1_000;
const REASON = 'too_busy';

const openIn = ({ services }: RunningRegister): FulfillmentOrder[] =>
  [...documentsOf(services.view.getState(), fulfillmentOrderDocument).values()].filter(({ state }) => state.status !== 'rejected');

/** Resolves as soon as something holds for what a register shows. */
function shows(register: RunningRegister, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = register.services.view.subscribe(() => look());
    const look = (): void => {
      if (!holds()) return;
      stop();
      resolve();
    };
    look();
  });
}

/** Rejects order after order at one register. @returns milliseconds until another store's register shows each. */
async function rejectAll(at: RunningRegister, others: readonly RunningRegister[], numbers: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const number of numbers) {
    await shows(at, () => openIn(at).some(({ orderNumber }) => orderNumber === number));
    const order = openIn(at).find(({ orderNumber }) => orderNumber === number);
    if (order === undefined) throw new Error(`The first store has no order ${number}.`);
    const started = performance.now();
    const shown = Promise.race(others.map((one) => shows(one, () => openIn(one).some(({ orderNumber }) => orderNumber === number))));
    const recorded = await at.services.record(() => rejectOrder(order, REASON));
    if (!recorded.ok) throw new Error(`Order ${number} was not rejected: ${recorded.refusal}.`);
    await shown;
    times.push(performance.now() - started);
  }
  return times;
}

/** The same by bare requests: one that sends the rejection, and then one after another that asks for what is new. */
async function rejectBare(url: string, from: RegisterKeys, asking: RegisterKeys, start: Checkpoint, orders: readonly FulfillmentOrder[]) {
  const sender = serverClient(url, from.token);
  const reader = serverClient(url, asking.token);
  const journal = new JournalBuilder(from);
  let checkpoint = start;
  const times: number[] = [];
  for (const order of orders) {
    const started = performance.now();
    await sender.push([journal.reject(order, REASON)]);
    for (let isThere = false; !isThere; ) {
      const pulled = await reader.pull(checkpoint, 200);
      checkpoint = pulled.checkpoint;
      isThere = pulled.changes.some((one) => JSON.stringify(one).includes(`"${order.orderNumber}"`));
    }
    times.push(performance.now() - started);
  }
  return times;
}

/**
 * A store rejects an order, and another one shows it: from the tap to the other register's list, over the real loops, event streams and
 * jobs. The baseline is bare requests that ask again and again.
 */
export async function rejectToResourced(): Promise<BenchResult[]> {
  const postgres = await startPostgres();
  try {
    const database = { databaseUrl: await postgres.createDatabase() };
    const { db, close } = await openDatabase(database);
    await fillScalePool(db, { stores: STORES, products: PRODUCTS, stocked: REJECTS * 2 });
    const keys = await fillRegisters(db, storeIdsOf(STORES), STORES, 'R');
    const [bareFrom] = await fillRegisters(db, storeIdsOf(1), 1, 'B');
    const server = await startProcess('sync-server.ts', { database, port: 0 });
    const url = await server.ask<string>('url');
    const databases = await Promise.all(keys.map((one) => memoryDisk().open(one.registerId)));
    const registers = await Promise.all(keys.map((one, index) => runRegister(databases[index] as (typeof databases)[number], one, url)));
    await Promise.all(registers.map((one) => shows(one, () => one.services.view.getState().complete)));
    const numbers = Array.from({ length: REJECTS * 2 }, (_, n) => `W-${n}`);
    const requests = numbers.map((number, n) => ({ idempotencyKey: number, order: shipOrder(number, [[`SKU-${n}`, 1]]) }));
    await change(db, (tx, items) => takeOrders(tx, requests, items));
    await hintServers(db);
    const [first, ...others] = registers;
    const [, second] = keys;
    if (first === undefined || second === undefined || bareFrom === undefined) throw new Error('There are too few registers.');
    await shows(first, () => openIn(first).length === numbers.length);

    const ours = await rejectAll(first, others, numbers.slice(0, REJECTS));
    const left = openIn(first);
    const bare = await rejectBare(url, bareFrom, second, await checkpointOf(db, second), left);
    for (const one of registers) one.stop();
    await Promise.all(databases.map((one) => one.close()));
    await server.stop();
    await close();
    const p95 = percentile(ours, 0.95);
    return [
      summarize({
        name: 'reject-to-resourced',
        unit: 'ms',
        values: ours,
        baselines: bare,
        goal: `another store's register shows it: p95 at most ${GOAL_MS} ms (measured ${p95.toFixed(0)})`,
        met: () => p95 <= GOAL_MS,
      }),
    ];
  } finally {
    await postgres.stop();
  }
}
