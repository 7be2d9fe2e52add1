import { z } from 'zod';
import { priceSource } from '../../../domain/base/adjustment.ts';
import { quantityDecimals, unit } from '../../../domain/base/measure.ts';
import { minorAmount } from '../../../domain/base/money.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import { catalogPriceOf } from '../../../domain/price-lists/price-lines.ts';
import { lineBundle } from '../../../domain/pricing/line-bundle.ts';
import type { CartLine, DecidedDiscount } from '../../../domain/pricing/cart-line.ts';
import { MOST_CODES, usedCoupon } from '../../../domain/promotions/coupon.ts';
import { ageCheck } from '../../../domain/sale/check-age.ts';
import { isQuoted, withoutQuote } from '../../../domain/pricing/quoted-lines.ts';
import { quotedPrice } from '../../../domain/pricing/quoted-price.ts';
import { saleLineKind } from '../../../domain/pricing/sale-line.ts';
import { lineWeighing } from '../../../domain/weighing/line-weighing.ts';
import { saleOrder } from '../../../domain/sale-orders/sale-order.ts';
import { saleCompletedPayload } from '../../../domain/sale/sale.ts';
import { exchangeDraft } from '../returns/return-draft.ts';

/** The largest quantity of a line and the most lines of a sale; the schema of a sale allows no more. */
export const MAX_QUANTITY = 1_000_000;
export const MAX_LINES = 2000;

/** A line on the counter. `id` names it as long as the sale lasts, whatever becomes of its price. */
export interface CounterLine extends CartLine {
  readonly id: string;
}

export type CartLines = readonly CounterLine[];

/** What a label says about a line, in place of one piece at the catalog's price. */
export type LabelLine = Partial<
  Pick<CartLine, 'quantity' | 'unit' | 'quantityDecimals' | 'weighing' | 'unitPrice' | 'priceSource' | 'serialNumbers'>
>;

/** Whether goods with one of these serial numbers stand on the counter already: each is there once. */
export function hasSerialNumber(lines: CartLines, { serialNumbers = [] }: LabelLine): boolean {
  return lines.some((line) => line.serialNumbers?.some((one) => serialNumbers.includes(one)));
}

/**
 * Whether units of these goods come onto that line. Goods whose price changed in the middle of a sale stand on a line of their own,
 * and so do weighed goods, goods at the price of their label, each one with a serial number, the goods of a bundle, and what a person
 * has changed.
 */
function comesOnto(line: CartLine, added: CartLine): boolean {
  const isTakenAlong = (line.order ?? null) === null;
  const isCounted = (line.quantityDecimals ?? 0) === 0;
  const isPlain =
    isTakenAlong &&
    isCounted &&
    line.bundle === undefined &&
    added.bundle === undefined &&
    !isQuoted(line) &&
    line.override === undefined &&
    line.discount === undefined &&
    (line.note ?? null) === null;
  const keyOf = (one: CartLine) => {
    const { kind = 'goods', sku, name, unit = 'piece', priceSource = 'catalog', serialNumbers = [], reference } = one;
    // What a list says is the same for all units of an article.
    const source = priceSource === 'price_list' ? 'catalog' : priceSource;
    return JSON.stringify([
      kind,
      sku,
      source === 'entered' ? name : '',
      catalogPriceOf(one),
      unit,
      source,
      serialNumbers,
      reference ?? null,
    ]);
  };
  return isPlain && line.sku === added.sku && keyOf(line) === keyOf(added);
}

/** The id of the next new line. */
export function nextId(lines: CartLines): string {
  return String(1 + lines.reduce((most, { id }) => Math.max(most, Number(id) || 0), 0));
}

/** Puts goods on the counter: onto their line where there is one, else onto a new last line. */
export function addLine(lines: CartLines, added: CartLine): CartLines {
  const onto = lines.find((line) => comesOnto(line, added));
  if (onto !== undefined) return setQuantity(lines, onto.id, Math.min(MAX_QUANTITY, onto.quantity + added.quantity));
  return lines.length >= MAX_LINES ? lines : [...lines, { ...added, id: nextId(lines) }];
}

/** Lines that had no names, as the lines of a sale. */
export function withIds(lines: readonly CartLine[]): CounterLine[] {
  return lines.map((line, index) => ({ ...line, id: String(index + 1) }));
}

/** Puts units of a product on the counter, as its label says. Each piece that asks for something is a line of its own. */
export function addProduct(lines: CartLines, product: Product, quantity = 1, label: LabelLine = {}): CartLines {
  const line = lineOf(product, quantity, label);
  if (product.terms?.asksSerial !== true && product.terms?.openPrice !== true) return addLine(lines, line);
  const pieces = Array.from({ length: Math.min(line.quantity, MAX_LINES - lines.length) });
  return pieces.reduce((before: CartLines) => [...before, { ...line, quantity: 1, id: nextId(before) }], lines);
}

function lineOf(product: Product, quantity: number, label: LabelLine | Pick<CartLine, 'bundle'>): CartLine {
  const { sku, gtin, name, unitPrice, taxClass, category, brand, minimumAge, terms } = product;
  return {
    ...(terms?.kind !== undefined && { kind: terms.kind }),
    sku,
    gtin,
    name,
    quantity,
    unitPrice,
    taxClass,
    category,
    brand,
    ...(minimumAge !== null && { minimumAge }),
    ...label,
  };
}

/**
 * Puts bundles on the counter: the goods that are in them, a line each, which bear the price of the bundle.
 * @param find finds an article of the catalog; the lines stay as they are where one is missing.
 */
export function addBundle(lines: CartLines, product: Product, quantity: number, find: (sku: string) => Product | undefined): CartLines {
  const key = String(lines.reduce((most, line) => Math.max(most, Number(line.bundle?.key) || 0), Number(nextId(lines))) + 1);
  const bundle = { key, sku: product.sku, name: product.name, unitPrice: product.unitPrice, quantity };
  const parts = (product.terms?.components ?? []).map((part) => ({ part, goods: find(part.sku) }));
  const known = parts.flatMap(({ part, goods }) => (goods === undefined ? [] : [lineOf(goods, part.quantity * quantity, { bundle })]));
  const isTooMuch = lines.length + parts.length > MAX_LINES || known.some((line) => line.quantity > MAX_QUANTITY);
  return known.length < parts.length || isTooMuch ? lines : known.reduce(addLine, lines);
}

/** The lines of the bundle that a line is part of; the line alone where it is part of none. */
export function sameBundle(lines: CartLines, line: CounterLine): CartLines {
  return line.bundle === undefined ? [line] : lines.filter(({ bundle }) => bundle?.key === line.bundle?.key);
}

/** How many pieces of each SKU are on the counter; weighed goods count as one a line. */
export function countsOf(lines: CartLines): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { sku, quantity, quantityDecimals = 0 } of lines) {
    counts.set(sku, (counts.get(sku) ?? 0) + (quantityDecimals > 0 ? 1 : quantity));
  }
  return counts;
}

/** The line that goods came onto; null where they came onto none. */
export function touchedBy(before: CartLines, after: CartLines): string | null {
  return after.find((line, index) => line !== before[index])?.id ?? null;
}

/** Sets the quantity of a line. Zero takes the line away; what is no whole number in range leaves it as it is. */
export function setQuantity(lines: CartLines, id: string, quantity: number): CartLines {
  if (!Number.isSafeInteger(quantity) || quantity < 0 || quantity > MAX_QUANTITY) return lines;
  if (quantity === 0) return lines.filter((line) => line.id !== id);
  // What a quote promises, it promises for the units that it names.
  return lines.map((line) => (line.id === id && line.quantity !== quantity ? { ...withoutQuote(line), quantity } : line));
}

const decided = { reason: z.string().nullable(), approvedBy: z.string().nullable(), byBadge: z.literal(true).exactOptional() };

const discount = z.union([
  z.strictObject({ basisPoints: z.number().int().min(0).max(10_000), ...decided }),
  z.strictObject({ amountMinor: z.number().int().min(0), ...decided }),
]);

const counterLine = z.strictObject({
  /** Missing in a draft of an app whose lines had no names. */
  id: z.string().default(''),
  kind: saleLineKind.exactOptional(),
  sku: z.string(),
  gtin: z.string().nullable(),
  name: z.string(),
  quantity: z.number().int().min(1).max(MAX_QUANTITY),
  unitPrice: z.number().int().min(0),
  taxClass: z.string(),
  minimumAge: z.number().int().nullable().exactOptional(),
  category: z.string().nullish(),
  brand: z.string().nullish(),
  unit: unit.exactOptional(),
  quantityDecimals: quantityDecimals.exactOptional(),
  weighing: lineWeighing.exactOptional(),
  serialNumbers: z.array(z.string()).readonly().exactOptional(),
  priceSource: priceSource.exactOptional(),
  catalogPrice: z.number().int().min(0).exactOptional(),
  override: z.strictObject({ unitPrice: z.number().int().min(0), ...decided }).exactOptional(),
  discount: discount.exactOptional(),
  note: z.string().nullable().exactOptional(),
  reference: z.string().nullable().exactOptional(),
  order: saleOrder.nullable().exactOptional(),
  quoted: quotedPrice.nullable().exactOptional(),
  bundle: lineBundle.exactOptional(),
});

const counterLines = z
  .array(counterLine)
  .max(MAX_LINES)
  .transform((lines) => lines.map((line, index) => ({ ...line, id: line.id || String(index + 1) })));

/** What a sale comes to, as it was priced when its payment began: prices may change in between. */
const paidSum = z.strictObject({
  lines: saleCompletedPayload.shape.lines,
  totalMinor: minorAmount,
  taxMinor: minorAmount,
  coupons: z.array(usedCoupon).default([]),
  /** The points that took something off. */
  usedPoints: z.number().int().min(0).default(0),
  /** The certificate by which it has no taxes. */
  taxExemptionId: z.string().nullable().default(null),
});

/** A sale in progress as it is found again after a crash. */
export const saleDraft = z.strictObject({
  lines: counterLines,
  /** The `seq` of the register's last operation when the draft was saved: a sale after it was this one. */
  afterSeq: z.number().int().min(0),
  /** Who began it, and when (epoch milliseconds); null in a draft of an app that did not note it. */
  begun: z.strictObject({ associateId: z.string().nullable(), at: z.number() }).nullable().default(null),
  /** By which its payments know it; null in a draft of an app that gave none. */
  id: z.string().nullable().default(null),
  /** What is taken off the whole sale. */
  saleDiscount: discount.nullable().default(null),
  /** That the customer is old enough. */
  ageCheck: ageCheck.nullable().default(null),
  /** The held sale that it was. */
  heldSaleId: z.string().nullable().default(null),
  /** Codes of coupons that were entered. */
  codes: z.array(z.string()).max(MOST_CODES).default([]),
  /** Points of the customer that take something off, at most. */
  points: z.number().int().min(1).nullable().default(null),
  /** Who buys. */
  customerId: z.string().nullable().default(null),
  /** What comes back for it in an exchange. */
  exchange: exchangeDraft.nullable().default(null),
  /** What is being paid: it changes no more, whatever is scanned. Null until money may have moved. */
  paying: z.strictObject({ lines: counterLines, sum: paidSum }).nullable().default(null),
});

export type SaleDraft = z.infer<typeof saleDraft>;

/** A sale that is kept beside the one on the counter. */
export const keptSale = saleDraft.omit({ afterSeq: true }).extend({ id: z.string() });

export type KeptSale = z.infer<typeof keptSale>;

/** Reads a draft; anything that is none reads as an empty sale. */
export function readSaleDraft(draft: unknown): SaleDraft {
  const read = saleDraft.safeParse(draft);
  return read.success ? read.data : saleDraft.parse({ lines: [], afterSeq: 0 });
}

/** An amount that somebody approved is another part of fewer goods: it is not approved for them (rule A1). A percentage stays one. */
export function forFewerGoods<D extends DecidedDiscount | null | undefined>(discount: D): D {
  if (discount == null || 'basisPoints' in discount) return discount;
  const { byBadge: _, ...plain } = discount;
  return { ...plain, approvedBy: null } as D;
}

/** What is left on the counter when the recorded lines are taken away: what was scanned while they were being recorded. */
export function withoutRecorded(lines: CartLines, recorded: CartLines): CartLines {
  return lines.flatMap((line) => {
    const sold = recorded.find(({ id, sku }) => id === line.id && sku === line.sku)?.quantity ?? 0;
    return line.quantity > sold ? [{ ...line, quantity: line.quantity - sold }] : [];
  });
}
