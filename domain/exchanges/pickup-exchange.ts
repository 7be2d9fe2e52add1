import { z } from 'zod';
import type { Recorded } from '../base/define-operation.ts';
import { currency } from '../base/money.ts';
import { orderHandedOverPayload } from '../fulfillment/payloads.ts';
import { receiptNumber } from '../sale/sale.ts';
import { goodsExchangedPayload } from './exchange.ts';

/**
 * A pickup was handed over, and other goods were sold with it on one receipt. What the customer did not take of the pickup pays for them by
 * tenders `exchange`, which stand in both parts alike.
 */
export const pickupExchangedPayload = z.strictObject({
  receiptNumber,
  currency,
  handover: orderHandedOverPayload,
  /** What was not taken, as the money of it was settled here: none of it has left. Null where the customer took something more alone. */
  back: goodsExchangedPayload.shape.back.nullable(),
  sold: goodsExchangedPayload.shape.sold,
});

export type PickupExchanged = z.infer<typeof pickupExchangedPayload>;
export type PickupExchangeOperation = Recorded<'pickup_exchanged', PickupExchanged>;
