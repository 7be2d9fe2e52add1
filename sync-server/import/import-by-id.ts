import type { Result } from '../../domain/base/result.ts';
import { importFaultOf } from '../../domain/office/import-fault.ts';
import type { Fault, Importer } from './import-rows.ts';
import type { Row } from './read-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

interface ImportById<T> {
  /** The column that holds the id. */
  readonly field: string;
  /** How many rows one transaction writes. */
  readonly batchSize: number;
  readonly read: (row: Row) => Result<T, Fault>;
  readonly idOf: (value: T) => string;
  /** Writes a batch. @returns rows that were refused while writing. */
  readonly write: (values: readonly T[]) => Promise<readonly RefusedRow[]>;
}

/** Imports rows that each have an id, a batch at a time. Of an id that stands twice the first row counts. */
export function importById<T>({ field, batchSize, read, idOf, write }: ImportById<T>): Importer {
  const lines = new Map<string, number>();
  let batch: T[] = [];
  return {
    take: (row) => {
      const found = read(row);
      if (!found.ok) return found.refusal;
      const id = idOf(found.value);
      const before = lines.get(id);
      if (before !== undefined) return importFaultOf(field, 'twice', { line: before });
      lines.set(id, row.line);
      batch.push(found.value);
      return null;
    },
    isFull: () => batch.length >= batchSize,
    flush: async () => {
      const taken = batch;
      batch = [];
      return taken.length === 0 ? [] : write(taken);
    },
  };
}
