import { sql } from 'kysely';
import { z } from 'zod';
import { EVENTS } from '../../domain/registry/registry.ts';
import { defineJob } from '../jobs/define-job.ts';

/** Deletes, every night, the events that have been kept as long as their kind says. */
export const deleteOldEventsJob = defineJob({
  kind: 'delete_old_events',
  schema: z.strictObject({}),
  recurs: { daily: '0 3 * * *', payload: {} },
  async run(tx) {
    const kept = EVENTS.map(({ event, keptDays }) => ({ event, days: keptDays }));
    await sql`
      delete from events e using jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as k(event text, days int)
      where e.event = k.event and e.at < now() - make_interval(days => k.days)`.execute(tx);
    return { changed: 0 };
  },
});
