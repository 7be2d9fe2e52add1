import type { Catalog } from '../../kit/register-services.ts';
import type { CartLines, CounterLine } from './cart-lines.ts';

/** What a line needs before it can be paid. */
export interface Lack {
  readonly what: 'price' | 'serial';
  readonly line: CounterLine;
}

/** The first line that lacks what its article asks for: the price of an open-price article, the serial number of a piece. */
export function firstLack(lines: CartLines, catalog: Pick<Catalog, 'product'>): Lack | null {
  for (const line of lines) {
    const { terms } = catalog.product(line.sku) ?? {};
    if (terms === undefined) continue;
    const { priceSource = 'catalog', serialNumbers = [], order = null, quoted = null, override } = line;
    const hasPrice = priceSource !== 'catalog' || quoted !== null || override !== undefined;
    if (terms.openPrice === true && !hasPrice) return { what: 'price', line };
    // What is ordered leaves another shelf: nobody here has the piece.
    if (terms.asksSerial === true && serialNumbers.length < line.quantity && order === null) return { what: 'serial', line };
  }
  return null;
}

/** Whether each piece of an article is a line of its own, because the till asks each for something. */
export function isOnePiece({ sku }: Pick<CounterLine, 'sku'>, catalog: Pick<Catalog, 'product'>): boolean {
  const terms = catalog.product(sku)?.terms;
  return terms?.asksSerial === true || terms?.openPrice === true;
}
