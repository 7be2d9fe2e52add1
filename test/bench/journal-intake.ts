import type { Db } from '../../sync-server/db/database.ts';
import { openDatabase } from '../../sync-server/db/open-database.ts';
import { acceptOperations } from '../../sync-server/intake/accept-operations.ts';
import { type Intake, type ReadSubmission, readSubmission } from '../../sync-server/intake/submission.ts';
import { batch } from '../../sync-server/base/batch.ts';
import { startPostgres } from '../tools/postgres.ts';
import { replayWrites, WriteCapture } from './bare-intake.ts';
import { inTemporaryFolder } from './browser.ts';
import { type Ground, onPGlite, onPostgres } from './ground.ts';
import { fillPool, type RecordedDay, recordDays } from './journal-pool.ts';
import { type Pgbench, preparePgbench } from './pgbench.ts';
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

interface Day {
  readonly registerId: string;
  /** JSON texts, as they come over the wire. */
  readonly requests: readonly string[];
}

/** Every register sends its requests one after another, all registers at once. @returns how long it took, in milliseconds. */
async function sendDays(db: Db, days: readonly Day[], parallel: number): Promise<number> {
  const submit = batch<ReadSubmission, Intake>({
    run: (submissions) => acceptOperations(db, submissions),
    weightOf: (one) => one.readings.length,
    maxWeight: 500,
    waitMs: 3,
    parallel,
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

function toDays(recorded: readonly RecordedDay[]): { warmUp: Day[]; measured: Day[]; count: number } {
  const days = recorded.map(({ registerId, operations }) => ({
    registerId,
    requests: Array.from({ length: Math.ceil(operations.length / CHUNK) }, (_, index) =>
      JSON.stringify({ operations: operations.slice(index * CHUNK, (index + 1) * CHUNK) }),
    ),
  }));
  return {
    warmUp: days.map((day) => ({ ...day, requests: day.requests.slice(0, WARM_UP) })),
    measured: days.map((day) => ({ ...day, requests: day.requests.slice(WARM_UP) })),
    count: recorded.reduce((sum, day) => sum + Math.max(0, day.operations.length - WARM_UP * CHUNK), 0),
  };
}

/** @param betweenRuns does more on the same machine, at the same time of day. */
async function measure(
  ground: Ground,
  betweenRuns: () => Promise<void>,
): Promise<{ readonly values: number[]; readonly baselines: number[] }> {
  let recorded: RecordedDay[] = [];
  await ground.fill(async (db) => {
    await fillPool(db);
    recorded = await recordDays(db);
  });
  const { warmUp, measured, count } = toDays(recorded);
  const capture = new WriteCapture();
  const captured = await openDatabase({ ...(await ground.copy()), onStatement: capture.onStatement });
  const warmUpWrites = await capture.during(() => sendDays(captured.db, warmUp, 1));
  const measuredWrites = await capture.during(() => sendDays(captured.db, measured, 1));
  await captured.close();
  const values: number[] = [];
  const baselines: number[] = [];
  const perSecond = (milliseconds: number): number => (count / milliseconds) * 1000;
  for (let run = 0; run < RUNS; run += 1) {
    const checked = await openDatabase(await ground.copy());
    await sendDays(checked.db, warmUp, 2);
    values.push(perSecond(await sendDays(checked.db, measured, 2)));
    await checked.close();
    const bare = await openDatabase(await ground.copy());
    await replayWrites(bare.db, warmUpWrites);
    baselines.push(perSecond(await replayWrites(bare.db, measuredWrites)));
    await bare.close();
    await betweenRuns();
  }
  return { values, baselines };
}

function againstBareSql(ground: string, measured: Awaited<ReturnType<typeof measure>>): BenchResult {
  return summarize({
    name: `journal-intake ${ground}`,
    unit: 'operations/s',
    ...measured,
    goal: `at least ${GOAL_PER_SECOND}/s and a third of the bare SQL`,
    met: ({ p50, ratio }) => p50 >= GOAL_PER_SECOND && ratio >= GOAL_RATIO,
  });
}

function againstPgbench(pgbench: Pgbench | null, values: readonly number[], transactions: readonly number[]): BenchResult {
  return summarize({
    name: 'journal-intake-pgbench',
    unit: 'operations/s',
    values,
    baselines: transactions,
    goal:
      pgbench === null
        ? 'none: this PostgreSQL came without pgbench to compare with'
        : 'at least as many a second as pgbench does TPC-B transactions',
    met: ({ ratio }) => pgbench === null || ratio >= 1,
  });
}

/**
 * Journal intake of mixed operations with everything checked, on both databases with a real fsync, against the bare SQL; and
 * against pgbench's own transaction on the same PostgreSQL.
 */
export async function journalIntake(): Promise<BenchResult[]> {
  const server = await startPostgres();
  try {
    const pgbench = await preparePgbench(await server.createDatabase());
    const transactions: number[] = [];
    const ground = onPostgres(server);
    const postgres = await measure(ground, async () => {
      if (pgbench !== null) transactions.push(await pgbench.measure());
    });
    const pglite = await inTemporaryFolder((folder) => measure(onPGlite(folder), () => Promise.resolve()));
    return [
      againstBareSql('on PGlite', pglite),
      againstBareSql(ground.name, postgres),
      againstPgbench(pgbench, postgres.values, transactions),
    ];
  } finally {
    await server.stop();
  }
}
