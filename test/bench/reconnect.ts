import type { Operation } from '../../domain/registry/operations.ts';
import { serverClient } from '../../src-renderer/sync/server-client.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { openDatabase } from '../../sync-server/db/open-database.ts';
import { JournalBuilder } from '../support/journal-builder.ts';
import { startPostgres } from '../tools/postgres.ts';
import { checkpointOf, fillRegisters, type RegisterKeys } from './fill-registers.ts';
import { type Ground, onPostgres } from './ground.ts';
import { type BenchResult, summarize } from './result.ts';
import { fillScalePool, storeIdsOf } from './scale-pool.ts';
import { sized } from './sized.ts';
import { sharedNow, startProcess } from './start-process.ts';

const REGISTERS = sized(500, 20);
const STORES = sized(50, 4);
const PENDING = 5;
const RUNS = 3;
const OUTAGE_MS = 5_000;
/** All come back within so long. */
const SECOND_MS = 1_000;
const CALLERS = 8;
const GOAL_MS = 15_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function recordSome(keys: RegisterKeys): readonly Operation[] {
  const journal = new JournalBuilder(keys);
  journal.openShift();
  while (journal.operations.length < PENDING)
    journal.sell([
      ['SKU-1', 1],
      [`SKU-${(journal.operations.length * 7) % 50}`, 2],
    ]);
  return journal.operations;
}

/** Every operation is in the pool, applied, once, and nothing of it is in quarantine or parked. */
async function checkNothingIsLost(db: Db, registers: readonly RegisterKeys[], recorded: number): Promise<void> {
  const applied = await db
    .selectFrom('operations')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('outcome', '=', 'applied')
    .executeTakeFirstOrThrow();
  const behind = await db
    .selectFrom('registers')
    .select('id')
    .where('applied_seq', '!=', recorded / registers.length)
    .execute();
  if (applied.count !== recorded || behind.length > 0)
    throw new Error(`Of ${recorded} operations ${applied.count} are applied; ${behind.length} registers are behind.`);
}

/** The same requests by a few callers who wait for nothing but the answers: one push and one pull of each register. */
async function sendBare(ground: Ground, registers: readonly RegisterKeys[]): Promise<number> {
  const database = await ground.copy();
  const server = await startProcess('sync-server.ts', { database, port: 0 });
  const url = await server.ask<string>('url');
  const { db, close } = await openDatabase(database);
  const days = await Promise.all(
    registers.map(async (keys) => ({ keys, checkpoint: await checkpointOf(db, keys), operations: recordSome(keys) })),
  );
  const started = performance.now();
  await Promise.all(
    Array.from({ length: CALLERS }, async (_, caller) => {
      for (const { keys, checkpoint, operations } of days.filter((__, n) => n % CALLERS === caller)) {
        const client = serverClient(url, keys.token);
        await client.push(operations);
        await client.pull(checkpoint, 200);
      }
    }),
  );
  const took = performance.now() - started;
  await checkNothingIsLost(db, registers, registers.length * PENDING);
  await close();
  await server.stop();
  return took;
}

interface Returned {
  /** Milliseconds from the server's return until the last register had sent and pulled everything. */
  readonly took: number;
  /** Why people were told of trouble after their register was online again. */
  readonly troubles: readonly string[];
}

/** Kills the server under its registers, lets them work, and starts it again: they all come back in the same second. */
async function outage(ground: Ground, keys: readonly RegisterKeys[]): Promise<Returned> {
  const database = await ground.copy();
  const { db, close } = await openDatabase(database);
  const first = await startProcess('sync-server.ts', { database, port: 0 });
  const url = await first.ask<string>('url');
  const registers = await Promise.all(keys.map(async (one) => ({ keys: one, checkpoint: await checkpointOf(db, one) })));
  const clients = await startProcess('registers.ts', { url, registers });
  await clients.ask('connect');
  await first.kill();
  await clients.ask('offline');
  await clients.ask('work', PENDING);
  await pause(OUTAGE_MS);
  const second = await startProcess('sync-server.ts', { database, port: Number(new URL(url).port) });
  const returnedAt = sharedNow();
  const { settledAt, troubles } = await clients.ask<{ settledAt: number; troubles: readonly string[] }>('comeBack', SECOND_MS);
  await clients.stop();
  await checkNothingIsLost(db, keys, keys.length * PENDING);
  const errors = await second.ask<string[]>('errors');
  if (errors.length > 0) throw new Error(`The server logged errors: ${errors[0]}`);
  await close();
  await second.stop();
  return { took: settledAt - returnedAt, troubles };
}

/**
 * 500 registers lose their server, go on working, and come back in the same second, with the app's own loops: until all have
 * sent and pulled everything. The baseline is the same requests without those loops.
 */
export async function reconnect(): Promise<BenchResult[]> {
  const postgres = await startPostgres();
  try {
    const ground = onPostgres(postgres);
    let keys: RegisterKeys[] = [];
    await ground.fill(async (db) => {
      await fillScalePool(db, { stores: STORES, products: 1_000, stocked: 50 });
      keys = await fillRegisters(db, storeIdsOf(STORES), REGISTERS, 'B');
    });
    const returned: Returned[] = [];
    const baselines: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      returned.push(await outage(ground, keys));
      baselines.push(await sendBare(ground, keys));
    }
    const troubles = returned.flatMap((one) => one.troubles);
    return [
      summarize({
        name: 'reconnect',
        unit: 'ms',
        values: returned.map((one) => one.took),
        baselines,
        goal:
          `${REGISTERS} registers with ${PENDING} pending each: all settled in at most ${GOAL_MS / 1000} s, nothing lost, no ` +
          `person told of trouble (${troubles.length} were${troubles[0] === undefined ? '' : `: ${troubles[0]}`})`,
        met: ({ p99 }) => p99 <= GOAL_MS && troubles.length === 0,
      }),
    ];
  } finally {
    await postgres.stop();
  }
}
