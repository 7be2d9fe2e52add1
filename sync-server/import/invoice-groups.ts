import { importFaultOf } from '../../domain/office/import-fault.ts';
import type { Fault } from './import-rows.ts';
import type { InvoiceRow } from './read-invoice-row.ts';

/** All rows of one invoice, in the order of the file. */
export interface Invoice {
  readonly number: string;
  readonly isReturn: boolean;
  readonly rows: InvoiceRow[];
}

/** An order has at most this many lines. */
const MOST_LINES = 2_000;

interface Open extends Invoice {
  /** The whole text of each row, and its line in the file. */
  readonly texts: Map<string, number>;
}

/** Puts the rows of invoices together, also where the file mixes a few of them. */
export class InvoiceGroups {
  readonly #open = new Map<string, Open>();
  readonly #closed = new Set<string>();

  get size(): number {
    return this.#open.size;
  }

  /** Adds a row to its invoice. @param text the whole row: an exact repetition is refused. */
  add(row: InvoiceRow, text: string): Fault | null {
    if (this.#closed.has(row.invoice)) return importFaultOf('InvoiceNo', 'too_far_below', {});
    const invoice: Open = this.#open.get(row.invoice) ?? { number: row.invoice, isReturn: row.isReturn, rows: [], texts: new Map() };
    const same = invoice.texts.get(text);
    if (same !== undefined) return importFaultOf('', 'repeats', { line: same });
    if (invoice.rows.length === MOST_LINES) return importFaultOf('InvoiceNo', 'too_many_lines', { most: MOST_LINES });
    invoice.texts.set(text, row.line);
    invoice.rows.push(row);
    this.#open.set(row.invoice, invoice);
    return null;
  }

  /** Closes the invoices that were begun first. */
  takeOldest(count: number): Invoice[] {
    const taken = [...this.#open.values()].slice(0, count);
    for (const { number } of taken) {
      this.#open.delete(number);
      this.#closed.add(number);
    }
    return taken;
  }
}
