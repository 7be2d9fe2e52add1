import { NO_PORTS } from '../support/no-ports.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, vi } from 'vitest';
import { type DatabaseOptions, type OpenDatabase, openDatabase } from '../../sync-server/db/open-database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { makeJobs } from '../../sync-server/jobs/make-jobs.ts';
import { startJobs } from '../../sync-server/jobs/start-jobs.ts';
import { longTest } from '../support/long-test.ts';
import { createDatabase, ofThisRun } from '../tools/test-database.ts';
import { countJob } from './support/count-job.ts';
import { fillSyncPool } from './support/sync-pool.ts';

const WORKER = fileURLToPath(new URL('support/job-worker.ts', import.meta.url));
const JOBS = 60;
const HANG_AT = 25;

const folders: string[] = [];
const places = ofThisRun([
  [
    'PGlite',
    async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'outpost-jobs-'));
      folders.push(dataDir);
      return { dataDir: join(dataDir, 'pglite') };
    },
  ],
  ['PostgreSQL', async () => ({ databaseUrl: await createDatabase() })],
] as const satisfies readonly (readonly [string, () => Promise<DatabaseOptions>])[]);

describe.each(places)('servers that are killed in the middle of a job, on %s', { timeout: 240_000 }, (name, make) => {
  let workers: ChildProcess[] = [];
  let opened: OpenDatabase | undefined;
  let stop: () => Promise<void> = () => Promise.resolve();
  const count = countJob();
  afterEach(async () => {
    for (const worker of workers.filter((one) => one.exitCode === null && one.signalCode === null)) {
      worker.kill('SIGKILL');
      await once(worker, 'exit');
    }
    workers = [];
    await stop();
    await opened?.close();
    opened = undefined;
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Starts a server process; resolves with what it says once it says a line. */
  function start(place: DatabaseOptions, hangAt?: number) {
    const worker = spawn(process.execPath, ['--import', 'tsx', WORKER], {
      env: {
        ...process.env,
        ...('databaseUrl' in place ? { DATABASE_URL: place.databaseUrl } : { DATA_DIR: place.dataDir }),
        ...(hangAt === undefined ? {} : { HANG_AT: String(hangAt) }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    workers.push(worker);
    const said: string[] = [];
    createInterface(worker.stdout).on('line', (line) => said.push(line));
    return { worker, says: (line: string) => vi.waitFor(() => expect(said).toContain(line), { timeout: 60_000 }) };
  }

  longTest('[E1] have the effect of each job once', async () => {
    const place: DatabaseOptions = await make();
    opened = await openDatabase(place);
    await fillSyncPool(opened.db);
    const jobs = Array.from({ length: JOBS }, (_, n) => count.make(String(n), { n }));
    await transact(opened.db, (tx) => makeJobs(tx, jobs));
    // One process at a time may have the folder of the embedded database.
    if (name === 'PGlite') {
      await opened.close();
      opened = undefined;
    }
    const first = start(place, HANG_AT);
    await first.says('hangs');
    if (name === 'PostgreSQL') await start(place).says('works');
    first.worker.kill('SIGKILL');
    await once(first.worker, 'exit');
    opened ??= await openDatabase(place);

    const { db } = opened;
    const errors: unknown[] = [];
    const onError = (error: unknown) => errors.push(error);
    stop = startJobs(db, [count], { everyMs: 5, leaseMs: 500, ports: NO_PORTS, onChanged: () => undefined, onFailed: onError, onError });
    await vi.waitFor(async () => expect(await db.selectFrom('jobs').selectAll().execute()).toEqual([]), { timeout: 60_000, interval: 50 });
    const done = await db.selectFrom('stock_movements').select('cause_id').where('cause_id', 'like', 'job %').execute();
    expect(done.map((row) => row.cause_id).sort()).toEqual(Array.from({ length: JOBS }, (_, n) => `job ${n}`).sort());
    expect(errors).toEqual([]);
  });
});
