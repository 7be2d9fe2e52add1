import { z } from 'zod';
import { priceText, readPriceText } from '../base/decimal-text.ts';
import { currencyDecimals, isKnownCurrency } from '../base/iso-4217.ts';
import { currency, minorAmount, UNIT_PRICE_SCALE } from '../base/money.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { text } from '../base/text.ts';
import type { AmountError } from './check-order.ts';
import { fulfillmentOrder } from '../fulfillment/fulfillment-order.ts';
import { orderIntake, type OrderIntake, orderIntakeLine, orderView, type OrderView } from './order-intake.ts';

const PRICE = 'A price is decimal text in units of the currency, such as "12.50", or {"minor": 1250, "currency": "USD"}.';

/** A price as machines send it: never a bare number, which everybody reads in another unit (rule M1). */
export const wirePrice = z
  .union(
    [
      text
        .regex(/^\d{1,12}(\.\d{1,7})?$/, PRICE)
        .describe('Decimal text in units of the order\'s currency, with up to three digits beyond its own decimals: "12.50".'),
      z
        .strictObject({ minor: minorAmount.min(0), currency })
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

const time = z.iso.datetime({
  offset: true,
  error: 'A time is written in ISO 8601 with its offset: 2026-01-31T12:00:00Z or 2026-01-31T07:00:00-05:00.',
});

/** `POST /v1/orders`: a paid online order as the web shop sends it. */
export const orderRequest = orderIntake.extend({
  placedAt: time,
  promisedAt: time.describe('By when the customer was promised the goods. May be left out.').exactOptional(),
  priority: orderIntake.shape.priority.unwrap().describe('How urgent it is, 9 the most. May be left out, which is 0.').exactOptional(),
  shippingMethod: orderIntake.shape.shippingMethod
    .unwrap()
    .describe('How it is sent, in your own words: a carrier or a kind of service. May be left out.')
    .exactOptional(),
  giftMessage: orderIntake.shape.giftMessage
    .unwrap()
    .describe('What the customer wrote to whoever gets the goods. It is printed on the packing slip. May be left out.')
    .exactOptional(),
  currency: currency.refine(isKnownCurrency, 'ISO 4217 has no such currency.'),
  lines: z.array(orderRequestLine).min(1, 'An order has at least one line.').max(2000),
});

export type OrderRequestBody = z.infer<typeof orderRequest>;

const NO_SUCH_YEAR = 'In UTC this time has no year from 1 to 9999.';
/** A time in a year that the database and every reader can write: offsets lead out of the four digits. */
const CALENDAR = /^(?!0000)\d{4}-/;

function readWirePrice(price: z.infer<typeof wirePrice>, orderCurrency: string): number | string {
  if (typeof price === 'string') {
    return (
      readPriceText(price, orderCurrency) ??
      `${orderCurrency} has ${currencyDecimals(orderCurrency)} decimals, and a price at most three more.`
    );
  }
  if (price.currency !== orderCurrency) return `The price is in ${price.currency}, the order in ${orderCurrency}.`;
  const unitPrice = price.minor * UNIT_PRICE_SCALE;
  return Number.isSafeInteger(unitPrice) ? unitPrice : 'The price is too large.';
}

/** Reads what was sent: prices into thousandths of a minor unit, the time into UTC. Or the first field that is wrong. */
export function readOrderRequest(request: OrderRequestBody): Result<OrderIntake, AmountError> {
  const lines: OrderIntake['lines'] = [];
  for (const [index, line] of request.lines.entries()) {
    const unitPrice = readWirePrice(line.unitPrice, request.currency);
    if (typeof unitPrice === 'string') return refuse({ field: `lines.${index}.unitPrice`, message: unitPrice, fix: PRICE });
    lines.push({ ...line, unitPrice });
  }
  const { placedAt: placed, promisedAt: promised, ...rest } = request;
  const placedAt = new Date(placed).toISOString();
  if (!CALENDAR.test(placedAt))
    return refuse({ field: 'placedAt', message: NO_SUCH_YEAR, fix: 'Send the time at which the customer ordered.' });
  if (promised === undefined) return accept({ ...rest, placedAt, lines });
  const promisedAt = new Date(promised).toISOString();
  if (!CALENDAR.test(promisedAt) || promisedAt < placedAt)
    return refuse({
      field: 'promisedAt',
      message: CALENDAR.test(promisedAt) ? 'Nothing is promised before it was ordered.' : NO_SUCH_YEAR,
      fix: 'Send the time by which the customer was promised the goods, or leave the field out.',
    });
  return accept({ ...rest, placedAt, promisedAt, lines });
}

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
