import type { Db, Tx } from '../../sync-server/db/database.ts';
import type { Job, JobOutcome } from '../../sync-server/jobs/define-job.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { type BackorderLook, FIRST_LOOK, lookForBackorders, sourceBatch } from '../../sync-server/sourcing/source-backorders.ts';
import {
  distrustSilentStoresJob,
  distrustStore,
  distrustStoreJob,
  findSilentStores,
} from '../../sync-server/stock/distrust-silent-stores.ts';

/** Sources all backorders that can be. @returns the units that found a location. */
export async function sourceBackorders(db: Db): Promise<number> {
  for (let total = 0; ; ) {
    const units = await transact(db, (tx) => sourceBatch(tx, null));
    total += units;
    if (units === 0) return total;
  }
}

/** Looks for backorders as the job does, each time from where it stood. @returns the look, which gives the units that found a location. */
export function createBackorderLook(db: Db): () => Promise<number> {
  let standing: BackorderLook = FIRST_LOOK;
  return async () => {
    for (let total = 0; ; ) {
      const { changed, next } = await transact(db, (tx) => lookForBackorders(tx, standing));
      total += changed;
      standing = next?.payload ?? standing;
      if (changed === 0) return total;
    }
  };
}

/** Reckons what all silent stores are trusted with, as the jobs do. @returns the levels of which another number is held back now. */
export async function distrustSilentStores(db: Db, everyMs: number): Promise<number> {
  let changed = 0;
  for (const id of await transact(db, (tx) => findSilentStores(tx, everyMs)))
    changed += await transact(db, (tx) => distrustStore(tx, id, everyMs));
  return changed;
}

/** Does what a job does, in the caller's transaction. */
export function carryOut(tx: Tx, { kind, work }: Job, payload: unknown = {}): Promise<JobOutcome> {
  if (work.where !== 'database') throw new Error(`${kind} calls the outside.`);
  return work.run(tx, payload);
}

/** One look of the job for silent stores, with the jobs that it makes. @returns the levels of which another number is held back now. */
export function lookForSilentStores(db: Db): Promise<number> {
  return transact(db, async (tx) => {
    await carryOut(tx, distrustSilentStoresJob);
    // In the same transaction, so that no server carries them out.
    const made = await tx.deleteFrom('jobs').where('kind', '=', distrustStoreJob.kind).returning('payload').execute();
    let changed = 0;
    for (const { payload } of made) changed += (await carryOut(tx, distrustStoreJob, payload)).changed;
    return changed;
  });
}
