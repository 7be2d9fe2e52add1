import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { CompiledQuery, type LogEvent } from 'kysely';
import pg from 'pg';
import type { Db } from '../../sync-server/db/database.ts';
import { openDatabase, type OpenDatabase } from '../../sync-server/db/open-database.ts';
import { acceptOperations, type Intake, type ReadSubmission, readSubmission } from '../../sync-server/sync/accept-operations.ts';
import { gather } from '../../sync-server/sync/gather.ts';
import { startPostgres } from '../tools/postgres.ts';
import { inTemporaryFolder } from './browser.ts';
import { fillPool, type RecordedDay, recordDays } from './journal-pool.ts';
import { type BenchResult, summarize } from './result.ts';

const RUNS = 5;
const CHUNK = 50;
/**
 * Requests of each register that come before what is measured. A fresh copy has a cold cache, and after a checkpoint
 * PostgreSQL logs every page whole that is touched for the first time: a server at work has that behind it.
 */
const WARM_UP = 3;
const GOAL_PER_SECOND = 2_000;
const GOAL_RATIO = 1 / 3;

/** A kind of database: `fork` makes a fresh copy of the filled one. */
interface Ground {
  readonly name: string;
  fill(work: (db: Db) => Promise<void>): Promise<void>;
  fork(onStatement?: (event: LogEvent) => void): Promise<OpenDatabase>;
}

interface Day {
  readonly registerId: string;
  /** JSON texts, as they come over the wire. */
  readonly requests: readonly string[];
}

/** Every register sends its requests one after another, all registers at once. @returns how long it took, in milliseconds. */
async function sendDays(db: Db, days: readonly Day[], parallel: number): Promise<number> {
  const submit = gather<ReadSubmission, Intake>({
    run: (submissions) => acceptOperations(db, submissions), weightOf: (one) => one.readings.length, maxWeight: 500, waitMs: 3, parallel,
  });
  const started = performance.now();
  await Promise.all(
    days.map(async ({ registerId, requests }) => {
      for (const request of requests) {
        const { operations } = JSON.parse(request) as { operations: unknown[] };
        const intake = await submit(readSubmission({ registerId, operations }));
        const wrong = intake.ok ? intake.results.find((result) => result.outcome !== 'applied') : intake;
        if (wrong !== undefined) throw new Error(`An operation was not applied: ${JSON.stringify(wrong)}`);
      }
    }),
  );
  return performance.now() - started;
}

type Batch = { sql: string; parameters: readonly unknown[] }[];

/** Runs once and keeps what was written, transaction by transaction. */
async function captureWrites(ground: Ground, parts: readonly (readonly Day[])[]): Promise<Batch[][]> {
  let batches: Batch[] | undefined;
  const database = await ground.fork(({ level, query: { sql, parameters } }) => {
    if (level !== 'query' || !/^\s*(insert|update|delete|with)\b/i.test(sql)) return;
    batches?.at(-1)?.push({ sql, parameters });
    // The operations are the last thing that a transaction writes.
    if (/^\s*insert into operations\b/i.test(sql)) batches?.push([]);
  });
  const captured: Batch[][] = [];
  for (const part of parts) {
    batches = [[]];
    await sendDays(database.db, part, 1);
    captured.push(batches.filter((batch) => batch.length > 0));
  }
  await database.close();
  return captured;
}

/** The very same rows, written by the very same set-based statements, with nothing read and nothing checked. */
async function replayWrites(db: Db, batches: readonly Batch[]): Promise<number> {
  const started = performance.now();
  for (const batch of batches) {
    await db.transaction().execute(async (tx) => {
      for (const { sql, parameters } of batch) await tx.executeQuery(CompiledQuery.raw(sql, [...parameters]));
    });
  }
  return performance.now() - started;
}

function toDays(recorded: readonly RecordedDay[]): { warmUp: Day[]; measured: Day[]; count: number } {
  const days = recorded.map(({ registerId, operations }) => ({
    registerId,
    requests: Array.from({ length: Math.ceil(operations.length / CHUNK) }, (_, index) =>
      JSON.stringify({ operations: operations.slice(index * CHUNK, (index + 1) * CHUNK) })),
  }));
  return {
    warmUp: days.map((day) => ({ ...day, requests: day.requests.slice(0, WARM_UP) })),
    measured: days.map((day) => ({ ...day, requests: day.requests.slice(WARM_UP) })),
    count: recorded.reduce((sum, day) => sum + Math.max(0, day.operations.length - WARM_UP * CHUNK), 0),
  };
}

async function measure(ground: Ground): Promise<BenchResult> {
  let recorded: RecordedDay[] = [];
  await ground.fill(async (db) => {
    await fillPool(db);
    recorded = await recordDays(db);
  });
  const { warmUp, measured, count } = toDays(recorded);
  const [warmUpWrites = [], measuredWrites = []] = await captureWrites(ground, [warmUp, measured]);
  const values: number[] = [];
  const baselines: number[] = [];
  const perSecond = (milliseconds: number): number => (count / milliseconds) * 1000;
  for (let run = 0; run < RUNS; run += 1) {
    const checked = await ground.fork();
    await sendDays(checked.db, warmUp, 2);
    values.push(perSecond(await sendDays(checked.db, measured, 2)));
    await checked.close();
    const bare = await ground.fork();
    await replayWrites(bare.db, warmUpWrites);
    baselines.push(perSecond(await replayWrites(bare.db, measuredWrites)));
    await bare.close();
  }
  return summarize({
    name: `journal-intake ${ground.name}`, unit: 'operations/s', values, baselines,
    goal: `at least ${GOAL_PER_SECOND}/s and a third of the bare SQL`,
    met: ({ p50, ratio }) => p50 >= GOAL_PER_SECOND && ratio >= GOAL_RATIO,
  });
}

function onPGlite(folder: string): Ground {
  const filled = join(folder, 'filled');
  let forks = 0;
  return {
    name: 'on PGlite',
    fill: async (work) => {
      const database = await openDatabase({ dataDir: filled });
      await work(database.db);
      await database.close();
    },
    fork: async (onStatement) => {
      const dataDir = join(folder, `fork-${(forks += 1)}`);
      await cp(join(filled, 'pglite'), join(dataDir, 'pglite'), { recursive: true });
      return openDatabase({ dataDir, ...(onStatement === undefined ? {} : { onStatement }) });
    },
  };
}

function onPostgres(server: { readonly url: string; createDatabase(): Promise<string> }): Ground {
  let filled = '';
  let forks = 0;
  return {
    name: 'on PostgreSQL',
    fill: async (work) => {
      filled = await server.createDatabase();
      const database = await openDatabase({ databaseUrl: filled });
      await work(database.db);
      await database.close();
    },
    fork: async (onStatement) => {
      const name = `fork_${(forks += 1)}`;
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`create database ${name} template ${new URL(filled).pathname.slice(1)}`);
      // So that no checkpoint of the copy falls into what is measured.
      await client.query('checkpoint');
      await client.end();
      const own = new URL(filled);
      own.pathname = `/${name}`;
      return openDatabase({ databaseUrl: own.href, ...(onStatement === undefined ? {} : { onStatement }) });
    },
  };
}

/** Journal intake of mixed operations with everything checked, on both databases with a real fsync, against the bare SQL. */
export async function journalIntake(): Promise<BenchResult[]> {
  const server = await startPostgres();
  try {
    const postgres = await measure(onPostgres(server));
    const pglite = await inTemporaryFolder((folder) => measure(onPGlite(folder)));
    return [pglite, postgres];
  } finally {
    await server.stop();
  }
}
