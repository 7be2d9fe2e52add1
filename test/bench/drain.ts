import type { Operation } from '../../domain/registry/operations.ts';
import { openJournal } from '../../src-renderer/journal/journal.ts';
import { keyStoreKeys } from '../../src-renderer/register/register-key.ts';
import { journalKey } from '../../src-renderer/storage/register-database.ts';
import { createConnectionState } from '../../src-renderer/sync/connection-state.ts';
import { comparePlace } from '../../src-renderer/sync/compare-place.ts';
import { startOutbox } from '../../src-renderer/sync/outbox.ts';
import { createSigner, type SignBatch } from '../../src-renderer/sync/sign-batch.ts';
import { serverClient } from '../../src-renderer/sync/server-client.ts';
import { openDatabase } from '../../sync-server/db/open-database.ts';
import { acceptOperations } from '../../sync-server/intake/accept-operations.ts';
import { readSubmission } from '../../sync-server/intake/submission.ts';
import { JournalBuilder } from '../support/journal-builder.ts';
import { memoryDisk } from '../support/memory-databases.ts';
import { startPostgres } from '../tools/postgres.ts';
import { replayWrites, WriteCapture } from './bare-intake.ts';
import { inTemporaryFolder } from './browser.ts';
import { fillRegisters, type RegisterKeys } from './fill-registers.ts';
import { type Ground, onPGlite, onPostgres } from './ground.ts';
import { type BenchResult, summarize } from './result.ts';
import { fillScalePool } from './scale-pool.ts';
import { sized } from './sized.ts';
import { startProcess } from './start-process.ts';

const PENDING = sized(20_000, 500);
const RUNS = 3;
const PUSH = 500;
const GOAL_SECONDS = 20;

/** What a busy register records without a connection: sales of one to three lines, and now and then goods that come back. */
function recordPending(keys: RegisterKeys): Operation[] {
  const journal = new JournalBuilder(keys);
  journal.openShift();
  for (let n = 0; journal.operations.length < PENDING; n += 1) {
    const sale = journal.sell(Array.from({ length: 1 + (n % 3) }, (_, line) => [`SKU-${(n * 31 + line) % 1000}`, 1 + (line % 2)] as const));
    if (n % 10 === 0 && journal.operations.length < PENDING) journal.takeBack(sale, 1);
  }
  return journal.operations;
}

/** The app's outbox and journal, and a server in another process. @returns how long it took, in milliseconds. */
async function drainOnce(ground: Ground, keys: RegisterKeys, operations: readonly Operation[], sign: SignBatch): Promise<number> {
  const server = await startProcess('sync-server.ts', { database: await ground.copy(), port: 0 });
  const disk = await memoryDisk().open(keys.registerId);
  await disk.journal.bulkInsert(operations.map((operation) => ({ key: journalKey(operation.seq), operation })));
  const client = serverClient(await server.ask<string>('url'), keys.token);
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const link = createConnectionState(() => Date.now(), null);
    const journal = openJournal(disk.journal, () => undefined);
    const outbox = startOutbox({
      journal,
      client,
      sign,
      random: Math.random,
      confirmedSeq: 0,
      checkPlace: async (place) => (await comparePlace(journal, place, client.readBack)) === 'ours',
      onForked: () => reject(new Error('forked')),
      onFailed: () => undefined,
      // Whatever goes wrong here is tried again by a register, and is no measurement.
      link: { ...link, failed: reject, sendingFailed: reject },
      onConfirmed: (seq) => {
        if (seq < operations.length) return;
        outbox.stop();
        resolve();
      },
    });
  });
  const took = performance.now() - started;
  const errors = await server.ask<string[]>('errors');
  if (errors.length > 0) throw new Error(`The server logged errors: ${errors[0]}`);
  await disk.close();
  await server.stop();
  return took;
}

/** What the set-based statements write for the same requests. */
async function captureBare(ground: Ground, registerId: string, operations: readonly Operation[]) {
  const capture = new WriteCapture();
  const { db, close } = await openDatabase({ ...(await ground.copy()), onStatement: capture.onStatement });
  const writes = await capture.during(async () => {
    for (let from = 0; from < operations.length; from += PUSH) {
      const [intake] = await acceptOperations(db, [readSubmission({ registerId, operations: operations.slice(from, from + PUSH) })]);
      const wrong = intake?.ok === true ? intake.results.find((result) => result.outcome !== 'applied') : intake;
      if (wrong !== undefined) throw new Error(`An operation was not applied: ${JSON.stringify(wrong)}`);
    }
  });
  await close();
  return writes;
}

async function measure(ground: Ground): Promise<BenchResult> {
  let keys: RegisterKeys | undefined;
  const key = await keyStoreKeys({ load: () => Promise.resolve(null), store: () => Promise.resolve() }).make();
  await ground.fill(async (db) => {
    await fillScalePool(db, { stores: 1, products: 1_000, stocked: 1_000 });
    [keys] = await fillRegisters(db, ['S0'], 1, 'D');
    await db
      .updateTable('registers')
      .set({ public_key: JSON.stringify(key.publicKey) })
      .execute();
  });
  if (keys === undefined) throw new Error('There is no register.');
  const { registerId } = keys;
  const operations = recordPending(keys);
  const writes = await captureBare(ground, registerId, operations);
  const values: number[] = [];
  const baselines: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    values.push((operations.length / (await drainOnce(ground, keys, operations, createSigner(registerId, key.sign)))) * 1000);
    const bare = await openDatabase(await ground.copy());
    baselines.push((operations.length / (await replayWrites(bare.db, writes))) * 1000);
    await bare.close();
  }
  return summarize({
    name: `drain ${ground.name}`,
    unit: 'operations/s',
    values,
    baselines,
    goal: `one register sends ${PENDING} pending operations in at most ${GOAL_SECONDS} s`,
    met: ({ p99 }) => PENDING / p99 <= GOAL_SECONDS,
  });
}

/** A register with 20,000 pending operations signs and sends them all, batch after batch; the baseline is the bare SQL of the same rows. */
export async function drain(): Promise<BenchResult[]> {
  const server = await startPostgres();
  try {
    const postgres = await measure(onPostgres(server));
    return [await inTemporaryFolder((folder) => measure(onPGlite(folder))), postgres];
  } finally {
    await server.stop();
  }
}
