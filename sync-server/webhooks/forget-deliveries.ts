import { sql } from 'kysely';
import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';

/** How many days the log keeps what was sent, and how it fared. */
const KEPT_DAYS = 30;

/** Deletes, every night, messages from the log that are old, also those that never got through. */
export const forgetDeliveriesJob = defineJob({
  kind: 'forget_webhook_deliveries',
  schema: z.strictObject({}),
  recurs: { daily: '20 3 * * *', payload: {} },
  async run(tx) {
    await sql`delete from webhook_deliveries where at < now() - make_interval(days => ${KEPT_DAYS}::int)`.execute(tx);
    return { changed: 0 };
  },
});
