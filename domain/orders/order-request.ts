import { z } from 'zod';
import { priceText } from '../base/decimal-text.ts';
import { isKnownCurrency } from '../base/iso-4217.ts';
import { currency, minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';
import { MOST_ORDERED_MINOR } from '../base/limits.ts';
import { fulfillmentOrder } from '../fulfillment/fulfillment-order.ts';
import { orderIntake, type OrderIntake, orderIntakeLine, orderView, type OrderView } from './order-intake.ts';

export const PRICE =
  'A price is decimal text in units of the currency, such as "12.50", with at most 12 digits before the point, or ' +
  '{"minor": 1250, "currency": "USD"}.';

/** A price as machines send it: never a bare number, which everybody reads in another unit (rule M1). */
export const wirePrice = z
  .union(
    [
      text
        .regex(/^\d{1,12}(\.\d{1,7})?$/, PRICE)
        .describe('Decimal text in units of the order\'s currency, with up to three digits beyond its own decimals: "12.50".'),
      z
        .strictObject({ minor: minorAmount.min(0).max(MOST_ORDERED_MINOR), currency })
        .describe('Whole minor units (cents) and their currency: {"minor": 1250, "currency": "USD"}.'),
    ],
    { error: PRICE },
  )
  .describe(PRICE);

export const orderRequestLine = orderIntakeLine.extend({
  unitPrice: wirePrice,
  totalMinor: orderIntakeLine.shape.totalMinor.describe(
    "What the customer paid for the line, tax included, in whole minor units of the order's currency.",
  ),
  taxMinor: orderIntakeLine.shape.taxMinor.describe("The tax within totalMinor, in whole minor units of the order's currency."),
  substitutes: orderIntakeLine.shape.substitutes
    .unwrap()
    .describe(
      'SKUs that the customer takes instead where a picker cannot find the article, the most welcome first. May be left out: then ' +
        'nothing is taken instead. price is what one unit costs, tax included, in minor units; left out, it costs what was ordered.',
    )
    .exactOptional(),
});

export const orderTime = z.iso.datetime({
  offset: true,
  error: 'A time is written in ISO 8601 with its offset: 2026-01-31T12:00:00Z or 2026-01-31T07:00:00-05:00.',
});

/** `POST /v1/orders`: a paid online order as the web shop sends it. */
export const orderRequest = orderIntake.extend({
  placedAt: orderTime.describe('When the customer ordered: at most five years ago, and at most one day ahead of the server.'),
  promisedAt: orderTime
    .describe('By when the customer was promised the goods, at most a year after `placedAt`. May be left out.')
    .exactOptional(),
  priority: orderIntake.shape.priority.unwrap().describe('How urgent it is, 9 the most. May be left out, which is 0.').exactOptional(),
  shippingMethod: orderIntake.shape.shippingMethod
    .unwrap()
    .describe('How it is sent, in your own words: a carrier or a kind of service. May be left out.')
    .exactOptional(),
  giftMessage: orderIntake.shape.giftMessage
    .unwrap()
    .describe('What the customer wrote to whoever gets the goods. It is printed on the packing slip. May be left out.')
    .exactOptional(),
  currency: currency
    .refine(isKnownCurrency, 'ISO 4217 has no such currency.')
    .describe('ISO 4217: that of the company, or one for which the setting `cash.foreign` has a rate.'),
  lines: z.array(orderRequestLine).min(1, 'An order has at least one line.').max(2000),
});

export type OrderRequestBody = z.infer<typeof orderRequest>;

/** What `GET /v1/orders/:number` and its siblings answer: the order, with prices as decimal text. */
export const orderAnswer = orderView.extend({
  fulfillmentOrders: z.array(
    fulfillmentOrder.extend({
      lines: z.array(
        fulfillmentOrder.shape.lines.element.extend({
          unitPrice: text.describe('Decimal text in units of the order\'s currency: "12.50".'),
        }),
      ),
    }),
  ),
});

export type OrderAnswer = z.infer<typeof orderAnswer>;

/** An order as it is answered. */
export function writeOrderAnswer(view: OrderView): OrderAnswer {
  const fulfillmentOrders = view.fulfillmentOrders.map((order) => ({
    ...order,
    lines: order.lines.map((line) => ({ ...line, unitPrice: priceText(line.unitPrice, order.currency) })),
  }));
  return { ...view, fulfillmentOrders };
}

/** `POST /v1/orders/:number/cancel`: an empty body, or none. */
export const cancelRequest = z
  .strictObject({}, { error: 'A cancellation takes no fields: it cancels everything that has not left the stores.' })
  .nullish();

/** An order as it is sent. */
export function writeOrderRequest(order: OrderIntake): OrderRequestBody {
  return { ...order, lines: order.lines.map((line) => ({ ...line, unitPrice: priceText(line.unitPrice, order.currency) })) };
}
