import { performance } from 'node:perf_hooks';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { type ImportFacts, type ImportFault, type ImportFaultCode, importFaultOf } from '../../domain/office/import-fault.ts';
import { type ReadRows, readRows, type Row } from './read-rows.ts';
import { type RefusedRow, RefusedRows } from './refused-rows.ts';

/** What is wrong with a row, before it is known where it stands. */
export type Fault = ImportFault;

/** What an import did. Rows are those of the file without its header and without what was not asked for. */
export interface ImportReport {
  readonly rows: number;
  readonly accepted: number;
  readonly refused: number;
  readonly seconds: number;
}

export interface Importer {
  /** Takes a row that could be taken apart: refuses it, leaves it out as not asked for, or keeps it until `flush`. */
  readonly take: (row: Row) => Fault | 'left_out' | null;
  /** Whether enough is kept for a batch. */
  readonly isFull: () => boolean;
  /** Writes what is kept. @param last whether nothing more comes. @returns rows that were refused while writing. */
  readonly flush: (last: boolean) => Promise<readonly RefusedRow[]>;
}

/** A fault of one field. */
export function fault<C extends ImportFaultCode>(field: string, code: C, facts: ImportFacts<C>): Result<never, Fault> {
  return refuse(importFaultOf(field, code, facts));
}

/** Reads a text that is asked for: without white space around it, not empty, not too long, without control characters. */
export function readText(row: Row, column: string, most: number, least = 1): Result<string, Fault> {
  const text = row.get(column).trim();
  if (text.length < least) return fault(column, 'empty', {});
  if (text.length > most) return fault(column, 'too_long', { most });
  if (/[\u0000-\u001f\u007f]/.test(text) || /\p{Surrogate}/u.test(text)) return fault(column, 'not_text', {});
  return accept(text);
}

/** Streams a file through an importer, in batches, and reports what became of its rows. */
export async function importRows(
  options: ReadRows & { readonly report: string },
  importer: Importer,
): Promise<{ report: ImportReport; refused: RefusedRows }> {
  const start = performance.now();
  const refused = new RefusedRows(options.report);
  let rows = 0;
  const flush = async (last: boolean): Promise<void> => {
    for (const row of await importer.flush(last)) await refused.add(row);
  };
  try {
    for await (const row of readRows(options)) {
      const wrong = 'broken' in row ? row.broken : importer.take(row);
      if (wrong === 'left_out') continue;
      rows += 1;
      if (wrong !== null) await refused.add({ line: row.line, ...wrong, text: row.text });
      if (importer.isFull()) await flush(false);
    }
    await flush(true);
  } finally {
    await refused.close();
  }
  const seconds = Math.round((performance.now() - start) / 10) / 100;
  return { report: { rows, accepted: rows - refused.count, refused: refused.count, seconds }, refused };
}
