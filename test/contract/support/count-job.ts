import { z } from 'zod';
import { defineJob, type JobOf, type JobOutcome } from '../../../sync-server/jobs/define-job.ts';

/** A job that leaves one stock movement for each number. @param inTheMiddle is waited for once the job has written, before it ends. */
export function countJob(inTheMiddle: (n: number) => Promise<void> = () => Promise.resolve()): JobOf<{ n: number }> {
  return defineJob({
    kind: 'count',
    schema: z.object({ n: z.number() }),
    async run(tx, { n }): Promise<JobOutcome<{ n: number }>> {
      await tx
        .insertInto('stock_movements')
        .values({ location_id: 'S1', sku: 'A', on_hand: 1, reserved: 0, cause: 'import', cause_id: `job ${n}` })
        .execute();
      await inTheMiddle(n);
      return { changed: 0 };
    },
  });
}
