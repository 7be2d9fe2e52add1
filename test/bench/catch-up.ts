import type { Checkpoint } from '../../domain/protocol/protocol.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { openDatabase } from '../../sync-server/db/open-database.ts';
import { pullChanges } from '../../sync-server/feed/pull-changes.ts';
import { type MemoryDisk, memoryDisk } from '../support/memory-databases.ts';
import { startPostgres } from '../tools/postgres.ts';
import { checkpointOf, fillRegisters, type RegisterKeys } from './fill-registers.ts';
import { type BenchResult, summarize } from './result.ts';
import { runRegister } from './run-register.ts';
import { fillScalePool } from './scale-pool.ts';
import { sized } from './sized.ts';
import { startProcess } from './start-process.ts';
import { DAYS, OPERATIONS_A_DAY, ORDERS_A_DAY, playTwoWeeks } from './two-weeks.ts';

const RUNS = 3;
const PRODUCTS = sized(20_000, 1_000);
const STOCKED = sized(5_000, 500);
const WORKING = 5;
const GOAL_MS = 15_000;

/** Starts the app on a disk and lets it run until it has everything. @returns milliseconds from the start. */
async function runUntilComplete(disk: MemoryDisk, keys: RegisterKeys, url: string): Promise<number> {
  const databases = await disk.open(keys.registerId);
  const started = performance.now();
  const startedAt = Date.now();
  const register = await runRegister(databases, keys, url);
  const { sync } = register.services;
  await new Promise<void>((resolve) => {
    const look = (): void => void ((sync.getState().replicaCompleteAt ?? 0) >= startedAt && resolve());
    sync.subscribe(look);
    look();
  });
  const took = performance.now() - started;
  register.stop();
  await databases.close();
  return took;
}

/** The same documents in one SQL statement, read as JSON. */
async function readBare(
  db: Db,
  { registerId, storeId }: RegisterKeys,
  checkpoint: Checkpoint,
): Promise<{ readonly took: number; readonly changes: number }> {
  const started = performance.now();
  const pulled = await pullChanges(db, { registerId, storeId, checkpoint, limit: 10_000_000 });
  if (!pulled.ok) throw new Error(pulled.refusal.code);
  const changes = JSON.parse(pulled.value.changesJson) as unknown[];
  return { took: performance.now() - started, changes: changes.length };
}

/**
 * A register that was away while its store worked for two weeks: from the start of the app until it has everything, with the
 * real replica on a disk in memory. The baseline is one SQL statement that reads the same documents as JSON.
 */
export async function catchUp(): Promise<BenchResult[]> {
  const postgres = await startPostgres();
  try {
    const database = { databaseUrl: await postgres.createDatabase() };
    const { db, close } = await openDatabase(database);
    await fillScalePool(db, { stores: 2, products: PRODUCTS, stocked: STOCKED });
    const working = await fillRegisters(db, ['S0'], WORKING, 'W');
    const away = await fillRegisters(db, ['S0'], RUNS, 'A');
    const server = await startProcess('sync-server.ts', { database, port: 0 });
    const url = await server.ask<string>('url');

    const disks: { readonly keys: RegisterKeys; readonly disk: MemoryDisk; readonly checkpoint: Checkpoint }[] = [];
    for (const keys of away) {
      const disk = memoryDisk();
      await runUntilComplete(disk, keys, url);
      disks.push({ keys, disk, checkpoint: await checkpointOf(db, keys) });
    }
    await playTwoWeeks(db, { storeId: 'S0', registers: working, products: PRODUCTS, stocked: STOCKED });

    const values: number[] = [];
    const baselines: number[] = [];
    let changes = 0;
    for (const { keys, disk, checkpoint } of disks) {
      const bare = await readBare(db, keys, checkpoint);
      baselines.push(bare.took);
      changes = bare.changes;
      values.push(await runUntilComplete(disk, keys, url));
    }
    await server.stop();
    await close();
    return [
      summarize({
        name: 'catch-up',
        unit: 'ms',
        values,
        baselines,
        goal:
          `${DAYS} days away, ${DAYS * OPERATIONS_A_DAY} operations and ${DAYS * ORDERS_A_DAY} orders, ${changes} documents: ` +
          `complete in at most ${GOAL_MS / 1000} s`,
        met: ({ p99 }) => p99 <= GOAL_MS,
      }),
    ];
  } finally {
    await postgres.stop();
  }
}
