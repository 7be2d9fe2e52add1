import { z } from 'zod';
import { priceSource } from '../base/adjustment.ts';
import { entityId, instant, quantity } from '../base/envelope.ts';
import { quantityDecimals, unit } from '../base/measure.ts';
import { currency, minorAmount, unitPrice } from '../base/money.ts';
import { text } from '../base/text.ts';
import { lineBundle } from '../pricing/line-bundle.ts';
import type { CartLine, DecidedDiscount } from '../pricing/cart-line.ts';
import { decidedOf } from '../pricing/decided.ts';
import { enteredCoupon, MOST_CODES, type EnteredCoupon } from '../promotions/coupon.ts';
import { saleOrder } from '../sale-orders/sale-order.ts';
import { quotedPrice } from '../pricing/quoted-price.ts';
import { lineWeighing } from '../weighing/line-weighing.ts';
import { saleLineKind } from '../pricing/sale-line.ts';

/** Whether a badge showed who approved it; left out where a PIN did. */
const byBadge = z.literal(true).exactOptional();

const basisPoints = z.number().int().min(0).max(10_000);

/** What a person takes off: a percentage or an amount, the other is null. */
const heldDiscount = z.strictObject({
  basisPoints: basisPoints.nullable().default(null),
  amountMinor: minorAmount.min(0).nullable().default(null),
  reason: entityId.nullable().default(null),
  approvedBy: entityId.nullable().default(null),
  byBadge,
});

const heldOverride = z.strictObject({
  unitPrice,
  reason: entityId.nullable().default(null),
  approvedBy: entityId.nullable().default(null),
  byBadge,
});

/** A line as it lay on the counter. It has all that another register needs to go on with it. */
const heldLine = z.strictObject({
  kind: saleLineKind.default('goods'),
  sku: entityId,
  gtin: text.nullable().default(null),
  name: text.max(500),
  quantity,
  unit: unit.default('piece'),
  quantityDecimals: quantityDecimals.default(0),
  weighing: lineWeighing.exactOptional(),
  serialNumbers: z.array(entityId).max(500).default([]),
  unitPrice,
  priceSource: priceSource.default('catalog'),
  taxClass: entityId,
  minimumAge: z.number().int().min(1).max(99).nullable().default(null),
  category: text.max(200).nullable().default(null),
  brand: text.max(200).nullable().default(null),
  override: heldOverride.nullable().default(null),
  discount: heldDiscount.nullable().default(null),
  note: text.max(300).nullable().default(null),
  reference: entityId.nullable().default(null),
  /** How it is delivered, where it is ordered. Who goes on with the sale gives the order an id of its own. */
  order: saleOrder.nullable().default(null),
  quoted: quotedPrice.nullable().default(null),
  /** The bundle that it is part of; left out where it is part of none. */
  bundle: lineBundle.exactOptional(),
});

/** What lay on the counter. */
export const heldGoods = z.strictObject({
  currency,
  lines: z.array(heldLine).min(1).max(2000),
  saleDiscount: heldDiscount.nullable().default(null),
  /** Codes that were entered. */
  coupons: z
    .array(enteredCoupon)
    .max(MOST_CODES * 10)
    .default([]),
});

/** Points of its customer that shall take something off, at most; left out where none shall. */
export const heldPoints = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).exactOptional();

/** A sale that was put aside, until a register goes on with it. */
export const heldSale = heldGoods.extend({
  id: entityId,
  storeId: entityId,
  registerId: entityId,
  /** Of the register's receipts: by it people know which one it is. */
  prefix: text.max(8),
  associateId: entityId.nullable(),
  /** Who buys; null where nobody has said who they are. */
  customerId: entityId.nullable().default(null),
  points: heldPoints,
  at: instant,
  /** Which registers took it up, the first one first. Two did where they could not hear of each other. */
  taken: z.array(z.strictObject({ registerId: entityId, prefix: text.max(8), associateId: entityId.nullable(), at: instant })),
});

export type HeldDiscount = z.infer<typeof heldDiscount>;
export type HeldGoods = z.infer<typeof heldGoods>;
export type HeldSale = z.infer<typeof heldSale>;

function heldDiscountOf(discount: DecidedDiscount | null | undefined): HeldDiscount | null {
  if (discount == null) return null;
  return {
    basisPoints: 'basisPoints' in discount ? discount.basisPoints : null,
    amountMinor: 'amountMinor' in discount ? discount.amountMinor : null,
    ...decidedOf(discount),
  };
}

function discountOfHeld(discount: HeldDiscount | null): DecidedDiscount | null {
  if (discount === null) return null;
  const { basisPoints: percent, amountMinor } = discount;
  return { ...(percent === null ? { amountMinor: amountMinor ?? 0 } : { basisPoints: percent }), ...decidedOf(discount) };
}

/** Lines on the counter, as an operation keeps them. */
export function heldGoodsOf(
  lines: readonly CartLine[],
  saleDiscount: DecidedDiscount | null,
  inCurrency: string,
  coupons: readonly EnteredCoupon[] = [],
): HeldGoods {
  return {
    currency: inCurrency,
    lines: lines.map((line) => ({
      kind: line.kind ?? 'goods',
      sku: line.sku,
      gtin: line.gtin,
      name: line.name,
      quantity: line.quantity,
      unit: line.unit ?? 'piece',
      quantityDecimals: line.quantityDecimals ?? 0,
      ...(line.weighing !== undefined && { weighing: line.weighing }),
      serialNumbers: [...(line.serialNumbers ?? [])],
      unitPrice: line.unitPrice,
      priceSource: line.priceSource ?? 'catalog',
      taxClass: line.taxClass,
      minimumAge: line.minimumAge ?? null,
      category: line.category ?? null,
      brand: line.brand ?? null,
      override: line.override ?? null,
      discount: heldDiscountOf(line.discount),
      note: line.note ?? null,
      reference: line.reference ?? null,
      order: line.order ?? null,
      quoted: line.quoted ?? null,
      ...(line.bundle !== undefined && { bundle: line.bundle }),
    })),
    saleDiscount: heldDiscountOf(saleDiscount),
    coupons: [...coupons],
  };
}

/** The lines of a held sale, to be put on a counter again. */
export function cartOfHeld({ lines, saleDiscount }: Pick<HeldGoods, 'lines' | 'saleDiscount'>): {
  readonly lines: CartLine[];
  readonly saleDiscount: DecidedDiscount | null;
} {
  return {
    lines: lines.map(({ override, discount, ...line }): CartLine => {
      const off = discountOfHeld(discount);
      return { ...line, ...(override !== null && { override }), ...(off !== null && { discount: off }) };
    }),
    saleDiscount: discountOfHeld(saleDiscount),
  };
}
