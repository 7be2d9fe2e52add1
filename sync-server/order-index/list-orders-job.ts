import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Tx } from '../db/database.ts';
import { type JobOf, defineJob } from '../jobs/define-job.ts';
import { makeJobs } from '../jobs/make-jobs.ts';
import { relistOrders } from './note-orders.ts';

/** How many orders one transaction lists. It holds the lock of the log meanwhile. */
const BATCH = 500;

const payload = z.object({ after: z.string() });

/** Lists all orders anew, in the order of their ids: those that were there before the list was, or on request. */
export const listOrdersJob: JobOf<z.infer<typeof payload>> = defineJob({
  kind: 'list_orders',
  schema: payload,
  async run(tx, { after }) {
    const { rows } = await sql<{ id: string }>`select id from orders where id > ${after} order by id limit ${BATCH}`.execute(tx);
    const last = rows.at(-1);
    if (last !== undefined) await makeJobs(tx, [listOrdersJob.make('all', { after: last.id })]);
    await relistOrders(
      tx,
      rows.map(({ id }) => id),
    );
    return { changed: 0 };
  },
});

/** Has all orders listed anew in the background. */
export async function relistAll(tx: Tx): Promise<void> {
  await makeJobs(tx, [listOrdersJob.make('all', { after: '' })]);
}

/** Whether the list has every order: not while they are being listed. */
export async function isListComplete(db: Db): Promise<boolean> {
  const { rows } = await sql`select from jobs where kind = ${listOrdersJob.kind} limit 1`.execute(db);
  return rows.length === 0;
}
