import { importFaultOf } from '../../domain/office/import-fault.ts';
import type { Invoice } from './invoice-groups.ts';
import type { InvoiceRow } from './read-invoice-row.ts';
import type { RefusedRow } from './refused-rows.ts';

/** Units that came back, and the order line on which they were bought. */
export interface MatchedLine {
  readonly line: number;
  /** The row as it stands in the file. */
  readonly text: string;
  readonly orderNumber: string;
  readonly lineNo: number;
  readonly quantity: number;
}

/** A return with the order lines that its goods were bought on. */
export interface MatchedReturn {
  readonly number: string;
  readonly at: string;
  readonly lines: readonly MatchedLine[];
  readonly refused: readonly RefusedRow[];
}

/** A line of an order that an import wrote. */
export interface EarlierLine {
  readonly customer: string;
  readonly sku: string;
  readonly orderNumber: string;
  readonly lineNo: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly quantity: number;
  /** How many of them came back already. */
  readonly returned: number;
}

interface Bought {
  readonly orderNumber: string;
  readonly lineNo: number;
  readonly at: string;
  left: number;
}

function nameOf(row: Pick<InvoiceRow, 'customer' | 'sku'>): string {
  return `${row.customer}\n${row.sku}`;
}

/** Finds for goods that came back on which order the same customer bought them: the newest first, never more than was bought. */
export class ReturnMatcher {
  readonly #bought = new Map<string, Bought[]>();

  /**
   * @param lines all that could come back, the oldest first.
   * @param isDone whether what came back of them is what will be matched, because it was imported before.
   */
  constructor(lines: readonly EarlierLine[], isDone = false) {
    for (const { customer, sku, orderNumber, lineNo, at, quantity, returned } of lines) {
      const bought = this.#bought.get(nameOf({ customer, sku })) ?? [];
      bought.push({ orderNumber, lineNo, at, left: isDone ? quantity : quantity - returned });
      this.#bought.set(nameOf({ customer, sku }), bought);
    }
  }

  match({ number, rows }: Invoice): MatchedReturn {
    const lines: MatchedLine[] = [];
    const refused: RefusedRow[] = [];
    for (const row of rows) {
      const earlier = (this.#bought.get(nameOf(row)) ?? []).filter((one) => one.left > 0 && one.at <= row.at);
      const there = earlier.reduce((sum, one) => sum + one.left, 0);
      if (row.customer === '') {
        refused.push({ line: row.line, text: row.text, ...importFaultOf('CustomerID', 'nobody_returned', {}) });
      } else if (there < row.quantity) {
        const wrong =
          there === 0
            ? importFaultOf('StockCode', 'not_bought', {})
            : importFaultOf('StockCode', 'returned_too_many', { is: row.quantity, most: there });
        refused.push({ line: row.line, text: row.text, ...wrong });
      } else {
        let open = row.quantity;
        for (const one of earlier.reverse()) {
          const quantity = Math.min(open, one.left);
          if (quantity > 0) lines.push({ line: row.line, text: row.text, orderNumber: one.orderNumber, lineNo: one.lineNo, quantity });
          one.left -= quantity;
          open -= quantity;
        }
      }
    }
    return { number, at: rows[0]?.at ?? '', lines, refused };
  }
}
