import { saleLineKind } from '../pricing/sale-line.ts';
import { returnedPoints } from '../loyalty/points.ts';
import { refundTender } from '../payments/tender.ts';
import { lineTax } from '../tax/tax.ts';
import { quantityDecimals } from '../base/measure.ts';
import { unit } from '../base/measure.ts';
import { z } from 'zod';
import { currency, minorAmount } from '../base/money.ts';
import { entityId, instant, quantity } from '../base/envelope.ts';
import { receiptNumber } from '../sale/sale.ts';
import { text } from '../base/text.ts';
import { identityDocument } from '../fulfillment/identity.ts';
import { condition, disposition } from './disposition.ts';
import { allowedAgainst, waivedFee } from './return-terms.ts';
import { restockingFee } from './restocking-fee.ts';

export const returnLine = z.strictObject({
  /** The line of the sale or of the fulfillment order that the goods were bought on. */
  lineNo: z.number().int().min(1).max(99_999),
  /** For goods of an online order: the fulfillment order that delivered them. Null for a sale. */
  fulfillmentOrderId: entityId.nullable().default(null),
  /** Of goods that were ordered in the sale and have not left: they are cancelled there, and nothing comes onto this shelf. */
  orderId: entityId.nullable().default(null),
  sku: entityId,
  name: text.max(500),
  quantity,
  disposition,
  /** Left out where nobody looked. */
  condition: condition.exactOptional(),
  /** Exactly what was paid for these units, tax included (rule J9), before any fee. */
  refundMinor: minorAmount.min(0),
  /** The tax within `refundMinor`. */
  refundTaxMinor: minorAmount.min(0),
  kind: saleLineKind.default('goods'),
  unit: unit.default('piece'),
  quantityDecimals: quantityDecimals.default(0),
  /** The gift card that came back; null for most. */
  reference: entityId.nullable().default(null),
  serialNumbers: z.array(entityId).max(500).default([]),
  /** The taxes within `refundMinor`; empty where they are not known one by one. */
  taxes: z.array(lineTax).max(10).default([]),
  /** What the store keeps of `refundMinor`; left out where that is nothing. */
  fee: restockingFee.exactOptional(),
  /** The fee that somebody did not ask for; left out where that did not happen. */
  feeWaived: waivedFee.exactOptional(),
  /** Left out where the terms of the store take it back. */
  against: allowedAgainst.exactOptional(),
  /** Why it came back, or why the sale was voided: a code; null where nobody said. */
  reason: entityId.nullable().default(null),
});

export const returnOrigin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sale'), receiptNumber }),
  z.strictObject({ kind: z.literal('order'), orderNumber: entityId }),
  /** Empties: their deposit is given back without a receipt, to whoever brings them. */
  z.strictObject({ kind: z.literal('empties') }),
  /** Goods that no receipt was found for. Of the document that was shown only its kind is kept; null where none was asked for. */
  z.strictObject({ kind: z.literal('no_receipt'), document: identityDocument.nullable() }),
]);

export const goodsReturnedPayload = z.strictObject({
  receiptNumber,
  origin: returnOrigin,
  currency,
  lines: z.array(returnLine).min(1).max(2000),
  /** What the customer gets: that of the lines, less the fees. */
  refundMinor: minorAmount.min(0),
  customerId: entityId.nullable().default(null),
  /** What rounding for cash adds to (or, negative, takes off) the refund (rule M3). */
  roundingMinor: minorAmount.default(0),
  tenders: z.array(refundTender).min(1).max(20),
  /** What became of the points of the customer; null where nothing did. */
  points: returnedPoints.nullable().default(null),
  /** Whether the sale as a whole is taken back, as if it had not been: its customer is still there, and its drawer open. */
  isVoid: z.boolean().default(false),
  /** The receipt of the sale that the goods were exchanged for; null for a plain return. */
  exchangeReceiptNumber: receiptNumber.nullable().default(null),
  /** When the sale was made whose goods come back: its date stands on the receipt of the return. Null for online orders. */
  soldAt: instant.nullable().default(null),
});

export type ReturnLine = z.infer<typeof returnLine>;
export type GoodsReturned = z.infer<typeof goodsReturnedPayload>;
