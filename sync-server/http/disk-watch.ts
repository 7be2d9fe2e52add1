import { randomBytes } from 'node:crypto';
import type { Db } from '../db/database.ts';
import { isDiskFull, isNearlyFull } from '../db/disk-full.ts';

/** Knows whether the database can write. */
export interface DiskWatch {
  /** Something has failed with this. @returns whether because a disk is full. */
  failed(error: unknown): boolean;
  /** Whether nothing can be written now. */
  isFull(): Promise<boolean>;
}

/** With less room (bytes) than this, hardly anything can be written. */
const LEAST_ROOM = 256 * 1024;
/** So much (bytes) is written to see whether there is room again: more than what is free in a page that is there already. */
const PROBE = 64 * 1024;

/** @param dataDir the folder of the embedded database; of a PostgreSQL elsewhere only its answers tell. */
export function watchDisk(db: Db, dataDir: string | undefined): DiskWatch {
  let wasFull = false;
  return {
    failed(error) {
      const full = isDiskFull(error);
      wasFull ||= full;
      return full;
    },
    async isFull() {
      if (dataDir !== undefined && (await isNearlyFull(dataDir, LEAST_ROOM))) return true;
      if (!wasFull) return false;
      try {
        const value = JSON.stringify(randomBytes(PROBE).toString('base64'));
        await db
          .insertInto('settings')
          .values({ key: 'disk_probe', value })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
          .execute();
        await db.deleteFrom('settings').where('key', '=', 'disk_probe').execute();
        wasFull = false;
        return false;
      } catch (error) {
        if (isDiskFull(error)) return true;
        throw error;
      }
    },
  };
}
