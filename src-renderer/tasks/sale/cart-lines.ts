import { z } from 'zod';
import { priceSource } from '../../../domain/base/adjustment.ts';
import { quantityDecimals, unit } from '../../../domain/base/measure.ts';
import { minorAmount } from '../../../domain/base/money.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import type { CartLine } from '../../../domain/pricing/cart-line.ts';
import { saleCompletedPayload } from '../../../domain/sale/sale.ts';

/** The largest quantity of a line and the most lines of a sale; the schema of a sale allows no more. */
export const MAX_QUANTITY = 1_000_000;
export const MAX_LINES = 2000;

export type CartLines = readonly CartLine[];

/** What a label says about a line, in place of one piece at the catalog's price. */
export type LabelLine = Partial<Pick<CartLine, 'quantity' | 'unit' | 'quantityDecimals' | 'unitPrice' | 'priceSource' | 'serialNumbers'>>;

/** Whether goods with one of these serial numbers stand on the counter already: each is there once. */
export function hasSerialNumber(lines: CartLines, { serialNumbers = [] }: LabelLine): boolean {
  return lines.some((line) => line.serialNumbers?.some((one) => serialNumbers.includes(one)));
}

type KeyedLine = Pick<CartLine, 'sku' | 'unitPrice' | 'unit' | 'priceSource' | 'serialNumbers'>;

/**
 * What names a line on the counter. Goods whose price changed in the middle of a sale stand on a line of their own, and so do
 * weighed goods, goods at the price of their label, and each one with a serial number.
 */
export function lineKey({ sku, unitPrice, unit = 'piece', priceSource = 'catalog', serialNumbers = [] }: KeyedLine): string {
  const label = [unit === 'piece' ? [] : unit, priceSource === 'catalog' ? [] : priceSource, serialNumbers].flat(2);
  return [sku, unitPrice, ...label].join(' ');
}

/** Puts units of a product on the counter, as its label says: onto its line where there is one, else onto a new last line. */
export function addProduct(lines: CartLines, product: Product, quantity = 1, label: LabelLine = {}): CartLines {
  const { sku, gtin, name, unitPrice, taxClass, category, brand } = product;
  const added: CartLine = { sku, gtin, name, quantity, unitPrice, taxClass, category, brand, ...label };
  const key = lineKey(added);
  if (lines.some((line) => lineKey(line) === key)) {
    return lines.map((line) =>
      lineKey(line) === key ? { ...line, quantity: Math.min(MAX_QUANTITY, line.quantity + added.quantity) } : line,
    );
  }
  if (lines.length >= MAX_LINES) return lines;
  return [...lines, added];
}

/** Sets the quantity of a line. Zero takes the line away; what is no whole number in range leaves it as it is. */
export function setQuantity(lines: CartLines, key: string, quantity: number): CartLines {
  if (!Number.isSafeInteger(quantity) || quantity < 0 || quantity > MAX_QUANTITY) return lines;
  if (quantity === 0) return lines.filter((line) => lineKey(line) !== key);
  return lines.map((line) => (lineKey(line) === key && line.quantity !== quantity ? { ...line, quantity } : line));
}

const cartLine = z.strictObject({
  sku: z.string(),
  gtin: z.string().nullable(),
  name: z.string(),
  quantity: z.number().int().min(1).max(MAX_QUANTITY),
  unitPrice: z.number().int().min(0),
  taxClass: z.string(),
  category: z.string().nullish(),
  brand: z.string().nullish(),
  unit: unit.exactOptional(),
  quantityDecimals: quantityDecimals.exactOptional(),
  serialNumbers: z.array(z.string()).readonly().exactOptional(),
  priceSource: priceSource.exactOptional(),
});

/** What a sale comes to, as it was priced when its payment began: prices may change in between. */
const paidSum = z.strictObject({ lines: saleCompletedPayload.shape.lines, totalMinor: minorAmount, taxMinor: minorAmount });

/** A sale in progress as it is found again after a crash. */
export const saleDraft = z.strictObject({
  lines: z.array(cartLine).max(MAX_LINES),
  /** The `seq` of the register's last operation when the draft was saved: a sale after it was this one. */
  afterSeq: z.number().int().min(0),
  /** Who began it, and when (epoch milliseconds); null in a draft of an app that did not note it. */
  begun: z.strictObject({ associateId: z.string().nullable(), at: z.number() }).nullable().default(null),
  /** By which its payments know it; null in a draft of an app that gave none. */
  id: z.string().nullable().default(null),
  /** What is being paid: it changes no more, whatever is scanned. Null until money may have moved. */
  paying: z
    .strictObject({ lines: z.array(cartLine).max(MAX_LINES), sum: paidSum })
    .nullable()
    .default(null),
});

export type SaleDraft = z.infer<typeof saleDraft>;

/** Reads a draft; anything that is none reads as an empty sale. */
export function readSaleDraft(draft: unknown): SaleDraft {
  const read = saleDraft.safeParse(draft);
  return read.success ? read.data : { lines: [], afterSeq: 0, begun: null, id: null, paying: null };
}

/** What is left on the counter when the recorded lines are taken away: what was scanned while they were being recorded. */
export function withoutRecorded(lines: CartLines, recorded: CartLines): CartLines {
  const sold = new Map(recorded.map((line) => [lineKey(line), line.quantity]));
  return lines.flatMap((line) => {
    const quantity = line.quantity - (sold.get(lineKey(line)) ?? 0);
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
}
