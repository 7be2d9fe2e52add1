import { CompiledQuery, type LogEvent } from 'kysely';
import type { Db } from '../../sync-server/db/database.ts';

/** What one transaction wrote: its statements with their parameters. */
export type Batch = { readonly sql: string; readonly parameters: readonly unknown[] }[];

/** Listens to the statements of a database and keeps what its transactions write. */
export class WriteCapture {
  private batches: Batch[] = [];

  readonly onStatement = ({ level, query: { sql, parameters } }: LogEvent): void => {
    if (level !== 'query' || !/^\s*(insert|update|delete|with)\b/i.test(sql)) return;
    this.batches.at(-1)?.push({ sql, parameters });
    // The operations are the last thing that a transaction writes.
    if (/^\s*insert into operations\b/i.test(sql)) this.batches.push([]);
  };

  /** What is written while the work is done, transaction by transaction. */
  async during(work: () => Promise<unknown>): Promise<Batch[]> {
    this.batches = [[]];
    await work();
    const captured = this.batches.filter((batch) => batch.length > 0);
    this.batches = [];
    return captured;
  }
}

/** Writes the very same rows by the very same set-based statements, with nothing read and nothing checked. @returns milliseconds. */
export async function replayWrites(db: Db, batches: readonly Batch[]): Promise<number> {
  const started = performance.now();
  for (const batch of batches) {
    await db.transaction().execute(async (tx) => {
      for (const { sql, parameters } of batch) await tx.executeQuery(CompiledQuery.raw(sql, [...parameters]));
    });
  }
  return performance.now() - started;
}
