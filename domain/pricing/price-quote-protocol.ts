import { z } from 'zod';
import { adjustment, priceSource } from '../base/adjustment.ts';
import { businessDate, entityId, quantity } from '../base/envelope.ts';
import { currency, minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';
import { MOST_CODES } from '../promotions/coupon.ts';
import { saidOfPromotions } from '../promotions/promotion-protocol.ts';
import { clockTime } from '../promotions/promotion.ts';
import { MISSED_REASONS } from '../promotions/run-promotions.ts';
import { lineTax } from '../tax/tax.ts';

/** How many lines one question has at most. */
const MOST_LINES = 500;

/** Where the goods go: it decides about taxes, and about the prices and promotions of a store. */
const quotedFulfillment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pickup'), storeId: entityId }),
  z.strictObject({
    kind: z.literal('ship'),
    shipTo: z.strictObject({ country: text.min(1).max(80), region: text.max(120).nullable().default(null) }),
  }),
]);

/** `POST /v1/price-quotes`: what a cart costs. */
export const priceQuoteRequest = z.strictObject({
  lines: z
    .array(z.strictObject({ sku: entityId.describe('The SKU or the barcode (GTIN) of the product.'), quantity }))
    .min(1, 'A cart has at least one line.')
    .max(MOST_LINES),
  fulfillment: quotedFulfillment,
  customerId: entityId.nullable().default(null),
  codes: z.array(entityId).max(MOST_CODES).default([]).describe('Coupons, as the customer typed them.'),
  on: businessDate.optional().describe('The calendar day in the store, or of the company for a parcel; today unless told.'),
  time: clockTime.optional().describe('The time there, HH:MM; now unless told.'),
});

const quotedLine = z.strictObject({
  lineNo: z.number().int(),
  sku: entityId,
  name: text,
  quantity,
  unitPrice: text.describe('Decimal text in units of the currency: "12.50".'),
  priceSource,
  grossMinor: minorAmount,
  adjustments: z.array(adjustment),
  taxes: z.array(lineTax),
  taxMinor: minorAmount,
  totalMinor: minorAmount,
});

const quotedCoupon = z.strictObject({
  code: text,
  status: z.enum(['used', 'not_used', 'unknown']),
  promotions: z.array(
    z.strictObject({
      promotionId: entityId,
      amountMinor: minorAmount.nullable().describe('What it takes off; null where it takes nothing off.'),
      reason: z.enum(MISSED_REASONS).nullable().describe('Why it takes nothing off; null also where none of its goods are in the cart.'),
    }),
  ),
});

export const priceQuote = z.strictObject({
  currency,
  pricesIncludeTax: z.boolean(),
  on: businessDate,
  time: clockTime,
  lines: z.array(quotedLine),
  totalMinor: minorAmount,
  taxMinor: minorAmount,
  taxExemptionId: entityId.nullable().describe('The certificate by which the customer has no taxes; null where they pay them.'),
  ...saidOfPromotions.shape,
  coupons: z.array(quotedCoupon),
});

export type PriceQuoteRequest = z.infer<typeof priceQuoteRequest>;
export type PriceQuote = z.infer<typeof priceQuote>;
