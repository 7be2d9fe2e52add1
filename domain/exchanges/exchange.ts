import { z } from 'zod';
import type { Recorded } from '../base/define-operation.ts';
import { currency } from '../base/money.ts';
import { goodsReturnedPayload } from '../returns/return.ts';
import { receiptNumber, saleCompletedPayload } from '../sale/sale.ts';

/** What both parts have in common stands once. */
const IN_COMMON = { receiptNumber: true, currency: true } as const;

/**
 * Goods came back and others were taken home, on one receipt. Each part is a whole return and a whole sale. What the goods that came back
 * were worth pays for the others by tenders `exchange`, which stand in both parts alike.
 */
export const goodsExchangedPayload = z.strictObject({
  receiptNumber,
  currency,
  back: goodsReturnedPayload.omit(IN_COMMON),
  sold: saleCompletedPayload.omit(IN_COMMON),
});

export type GoodsExchanged = z.infer<typeof goodsExchangedPayload>;
export type ExchangeOperation = Recorded<'goods_exchanged', GoodsExchanged>;
