import { keepSweeping } from '../base/sweep.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import type { Ports } from '../outbound/ports.ts';
import { mostAttempts } from './back-off.ts';
import type { Job, JobOutcome } from './define-job.ts';
import { endJob, failJob } from './end-job.ts';
import { errorCode, isFinalFailure, JobFailed } from './error-code.ts';
import { prepareJobs } from './prepare-jobs.ts';
import { holdJob, type Taken, takeJob } from './take-job.ts';

/** For so long (milliseconds) a job is its server's. Then others take it, unless its transaction is still open. */
const LEASE_MS = 30_000;
/** How often (milliseconds) it is looked whether all recurring jobs are there: somebody may have emptied the table. */
const PREPARE_EVERY_MS = 60_000;

export interface JobsOptions {
  /** Milliseconds from one look for jobs to the next. */
  readonly everyMs: number;
  readonly leaseMs?: number;
  /** The ways to the outside world. */
  readonly ports: Ports;
  /** Called when a job has changed something. */
  readonly onChanged: () => void;
  /** A job failed. It is tried again later, unless it was given up. */
  readonly onFailed: (error: unknown, kind: string, givenUp: boolean) => void;
  /** Jobs could not be looked for. The next look tries again. */
  readonly onError: (error: unknown) => void;
}

/** Ends a job by what it writes. @returns how much that changed; 0 when it was another server's by then. */
function settle(db: Db, job: Job, taken: Taken, write: (tx: Tx) => Promise<JobOutcome>): Promise<number> {
  return transact(db, async (tx) => {
    if (!(await holdJob(tx, taken))) return 0;
    const { changed, next } = await write(tx);
    await endJob(tx, job, taken, next);
    return changed;
  });
}

async function carryOut(db: Db, job: Job, taken: Taken, ports: Ports): Promise<number> {
  const { work } = job;
  if (work.where === 'database') return settle(db, job, taken, (tx) => work.run(tx, taken.payload));
  const write = await work.call(taken.payload, {
    idempotencyKey: `${taken.kind}:${taken.key}`,
    signal: AbortSignal.timeout(work.timeoutMs),
    ports,
    db,
  });
  return settle(db, job, taken, async (tx) => ({ changed: await write(tx) }));
}

/**
 * Carries out the next job that is due, if any (rule E1).
 * @returns how much it changed; null when none is due.
 */
async function carryOutNext(db: Db, jobs: readonly Job[], { leaseMs = LEASE_MS, ports, onFailed }: JobsOptions): Promise<number | null> {
  const taken = await takeJob(db, jobs, leaseMs);
  const job = jobs.find(({ kind }) => kind === taken?.kind);
  if (taken === null || job === undefined) return null;
  try {
    // Its server was gone after the last attempt too, so that nobody could give it up.
    if (taken.attempts > mostAttempts(job.work.where)) throw new JobFailed('server_gone');
    return await carryOut(db, job, taken, ports);
  } catch (error) {
    const failed = await failJob(db, job, taken, errorCode(error), isFinalFailure(error));
    if (failed !== null) onFailed(error, job.kind, failed.givenUp);
    return failed?.changed ?? 0;
  }
}

/**
 * Starts to carry out jobs; those that call the outside have a loop of their own.
 * @returns a function that stops it and waits for the last job.
 */
export function startJobs(db: Db, jobs: readonly Job[], options: JobsOptions): () => Promise<void> {
  const { everyMs, onChanged, onError } = options;
  let stopping = false;
  let preparedAt = Number.NEGATIVE_INFINITY;
  async function prepare(): Promise<void> {
    if (Date.now() - preparedAt < PREPARE_EVERY_MS) return;
    await prepareJobs(db, jobs);
    preparedAt = Date.now();
  }
  const loops = (['database', 'outside'] as const).flatMap((where) => {
    const kinds = jobs.filter(({ work }) => work.where === where);
    const look = async (): Promise<number> => {
      await prepare();
      for (let all = 0; ; ) {
        const changed = stopping ? null : await carryOutNext(db, kinds, options);
        if (changed === null) return all;
        if (changed > 0) onChanged();
        all += changed;
      }
    };
    return kinds.length === 0 ? [] : [keepSweeping(look, { everyMs, onMoved: () => undefined, onError })];
  });
  return async () => {
    stopping = true;
    await Promise.all(loops.map((stop) => stop()));
  };
}
