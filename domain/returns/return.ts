import { z } from 'zod';
import { currency, minorAmount } from '../base/money.ts';
import { entityId, quantity } from '../base/envelope.ts';
import { receiptNumber } from '../sale/sale.ts';
import { text } from '../base/text.ts';

/** What becomes of goods that came back: on the shelf again, or written off. */
export const disposition = z.enum(['restock', 'damaged']);

export const returnLine = z.strictObject({
  /** The line of the sale or of the fulfillment order that the goods were bought on. */
  lineNo: z.number().int().min(1).max(99_999),
  /** For goods of an online order: the fulfillment order that delivered them. Null for a sale. */
  fulfillmentOrderId: entityId.nullable(),
  sku: entityId,
  name: text.max(500),
  quantity,
  disposition,
  /** Exactly what was paid for these units, tax included (rule J9). */
  refundMinor: minorAmount.min(0),
  /** The tax within `refundMinor`. */
  refundTaxMinor: minorAmount.min(0),
});

export const returnOrigin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sale'), receiptNumber }),
  z.strictObject({ kind: z.literal('order'), orderNumber: entityId }),
]);

/** How the money goes back: from the drawer, or by the web shop to the way the order was paid. */
export const refundTender = z.enum(['cash', 'original_payment']);

export const goodsReturnedPayload = z.strictObject({
  receiptNumber,
  origin: returnOrigin,
  currency,
  lines: z.array(returnLine).min(1).max(2000),
  refundMinor: minorAmount.min(0),
  refundTender,
});

export type Disposition = z.infer<typeof disposition>;
export type ReturnLine = z.infer<typeof returnLine>;
export type GoodsReturned = z.infer<typeof goodsReturnedPayload>;
