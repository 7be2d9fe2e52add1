import type { Checkpoint } from '../../domain/protocol/protocol.ts';
import { upsertProducts } from '../../sync-server/catalog/upsert-products.ts';
import { openDatabase } from '../../sync-server/db/open-database.ts';
import { hintServers } from '../../sync-server/feed/other-servers.ts';
import { startPostgres } from '../tools/postgres.ts';
import { checkpointOf, fillRegisters, type RegisterKeys } from './fill-registers.ts';
import type { Reached } from './processes/registers.ts';
import { type BenchResult, summarize } from './result.ts';
import { change, fillScalePool, productAt, storeIdsOf } from './scale-pool.ts';
import { sized } from './sized.ts';
import { type HelperProcess, sharedNow, startProcess } from './start-process.ts';

const REGISTERS = sized(1_000, 20);
const STORES = sized(50, 4);
const PRODUCTS = sized(20_000, 1_000);
const ROUNDS = sized(10, 3);
const GOAL_MS = 500;
/** Everybody asks for the page with the new price at once; a register shows the old one for so long at most. */
const GOAL_PULLED_MS = 10_000;
const GOAL_KB = 32;

type Connected = { readonly keys: RegisterKeys; readonly checkpoint: Checkpoint }[];

interface Measured {
  /** Milliseconds, of every register in every round. */
  readonly told: number[];
  readonly pulled: number[];
  /** What the server holds for each of them. */
  readonly kilobytes: number;
}

/**
 * Lets the registers hear of a change, several times; the first is a warm-up.
 * @param cause makes one and gives its number and when it began.
 */
async function measure(
  server: HelperProcess,
  registers: Connected,
  cause: (round: number) => Promise<{ seq: number; at: number }>,
): Promise<Measured> {
  const before = await server.ask<number>('memory');
  const clients = await startProcess('registers.ts', { url: await server.ask('url'), registers });
  await clients.ask('connect');
  const kilobytes = ((await server.ask<number>('memory')) - before) / 1024 / REGISTERS;
  await clients.ask('hold');
  const measured: Measured = { told: [], pulled: [], kilobytes };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { seq, at } = await cause(round);
    const { told, pulled } = await clients.ask<Reached>('reached', seq);
    if (round === 0) continue;
    measured.told.push(...told.map((time) => time - at));
    measured.pulled.push(...pulled.map((time) => time - at));
  }
  await clients.stop();
  return measured;
}

async function measureBare(registers: Connected): Promise<Measured> {
  const server = await startProcess('bare-stream.ts', null);
  const measured = await measure(server, registers, () => server.ask('sendToAll'));
  await server.stop();
  return measured;
}

/**
 * A new price, written by another process as an import does it, until 1,000 registers with their event streams to one server have
 * heard of it, and until they have pulled it. The baseline is a server that does nothing but write a line to each.
 */
export async function fanOut(): Promise<BenchResult[]> {
  const postgres = await startPostgres();
  try {
    const database = { databaseUrl: await postgres.createDatabase() };
    const { db, close } = await openDatabase(database);
    await fillScalePool(db, { stores: STORES, products: PRODUCTS, stocked: 50 });
    const keys = await fillRegisters(db, storeIdsOf(STORES), REGISTERS, 'F');
    const registers: Connected = [];
    for (const one of keys) registers.push({ keys: one, checkpoint: await checkpointOf(db, one) });

    const server = await startProcess('sync-server.ts', { database, port: 0 });
    const ours = await measure(server, registers, async (round) => {
      const at = sharedNow();
      const seq = await change(db, (tx, items) => upsertProducts(tx, [{ ...productAt(0), unitPrice: 2_000_000 + round }], items));
      await hintServers(db);
      return { seq, at };
    });
    const errors = await server.ask<string[]>('errors');
    if (errors.length > 0) throw new Error(`The server logged errors: ${errors[0]}`);
    await server.stop();
    await close();
    const bare = await measureBare(registers.map((one) => ({ ...one, checkpoint: { all: 0 } })));
    return [
      summarize({
        name: 'fan-out told',
        unit: 'ms',
        values: ours.told,
        baselines: bare.told,
        goal: `a change is told to ${REGISTERS} registers: p99 at most ${GOAL_MS} ms`,
        met: ({ p99 }) => p99 <= GOAL_MS,
      }),
      summarize({
        name: 'fan-out pulled',
        unit: 'ms',
        values: ours.pulled,
        baselines: bare.pulled,
        goal: `they have pulled it: p99 at most ${GOAL_PULLED_MS} ms`,
        met: ({ p99 }) => p99 <= GOAL_PULLED_MS,
      }),
      summarize({
        name: 'memory per register',
        unit: 'KB',
        values: [ours.kilobytes],
        baselines: [bare.kilobytes],
        goal: `at most ${GOAL_KB} KB of the server's heap a connected register`,
        met: ({ p50 }) => p50 <= GOAL_KB,
      }),
    ];
  } finally {
    await postgres.stop();
  }
}
