import { dateInZone } from '../../domain/base/zoned-date.ts';
import type { Db } from '../db/database.ts';
import type { Importer } from './import-rows.ts';
import { InvoiceGroups } from './invoice-groups.ts';
import { readEarlierLines } from './read-earlier-lines.ts';
import { readDate, readInvoiceRow } from './read-invoice-row.ts';
import type { Row } from './read-rows.ts';
import type { RefusedRow } from './refused-rows.ts';
import { ReturnMatcher } from './return-matcher.ts';
import { writeInvoices } from './write-invoices.ts';
import { importedBefore, writeReturns } from './write-returns.ts';

/** How many invoices are written at once. */
const BATCH = 200;
/** How many invoices stay open, because the file may come back to them. */
const OPEN = 20;

export interface OrderOptions {
  /** First and last day (YYYY-MM-DD) that is imported; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of the invoices' prices: ISO 4217. */
  readonly currency: string;
  /** Whether goods that were sold are taken to have been there: see {@link writeInvoices}. */
  readonly openingStock: boolean;
}

/**
 * Imports invoices as online orders, and invoices that begin with C as returns of earlier orders. Rows out of the
 * asked-for days are left out without being refused.
 * @returns the importer, and how many rows were out of those days.
 */
export function orderImporter(db: Db, options: OrderOptions): Importer & { readonly leftOut: () => number } {
  const groups = new InvoiceGroups();
  let leftOut = 0;
  const outside = (row: Row): boolean => {
    const date = readDate(row);
    if (!date.ok) return false;
    const day = dateInZone(new Date(date.value), 'UTC');
    return (options.from !== null && day < options.from) || (options.to !== null && day > options.to);
  };
  return {
    leftOut: () => leftOut,
    take: (row) => {
      if (outside(row)) {
        leftOut += 1;
        return 'left_out';
      }
      const read = readInvoiceRow(row, options.currency);
      return read.ok ? groups.add(read.value, row.text) : read.refusal;
    },
    isFull: () => groups.size >= BATCH + OPEN,
    flush: async (last) => {
      const invoices = groups.takeOldest(last ? groups.size : BATCH);
      const refused: RefusedRow[] = await writeInvoices(
        db,
        invoices.filter((invoice) => !invoice.isReturn),
        options,
      );
      const returns = invoices.filter((invoice) => invoice.isReturn);
      const earlier = await readEarlierLines(
        db,
        returns.flatMap((invoice) => invoice.rows),
      );
      const done = await importedBefore(db, returns, earlier);
      const [before, matcher] = [new ReturnMatcher(earlier, true), new ReturnMatcher(earlier)];
      const matched = returns.map((invoice) => (done.has(invoice.number) ? before : matcher).match(invoice));
      refused.push(...matched.flatMap((one) => one.refused));
      refused.push(
        ...(await writeReturns(
          db,
          matched.filter((one) => one.lines.length > 0 && !done.has(one.number)),
        )),
      );
      return refused;
    },
  };
}
