import { NO_PORTS } from '../../support/no-ports.ts';
import { openDatabase } from '../../../sync-server/db/open-database.ts';
import { startJobs } from '../../../sync-server/jobs/start-jobs.ts';
import { countJob } from './count-job.ts';

/**
 * A server process that does nothing but carry out jobs, in the database that the environment names. It stops for good in the
 * middle of the job `HANG_AT`, and says so.
 */
const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, HANG_AT: hangAt } = process.env;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const count = countJob(async (n) => {
  if (String(n) !== hangAt) return;
  say('hangs');
  await new Promise(() => setInterval(() => undefined, 60_000));
});
const { db } = await openDatabase({ databaseUrl, dataDir });
const onError = (error: unknown): void => say(`error ${String(error)}`);
startJobs(db, [count], { everyMs: 5, leaseMs: 500, ports: NO_PORTS, onChanged: () => undefined, onFailed: onError, onError });
say('works');
