import { z } from 'zod';
import {
  customer,
  fulfillmentOrder,
  giftMessage,
  orderPriority,
  shippingMethod,
  shipTo,
  substitute,
  SUBSTITUTE_LIMIT,
} from '../fulfillment/fulfillment-order.ts';
import { currency, minorAmount, unitPrice } from '../base/money.ts';
import { entityId, instant, quantity } from '../base/envelope.ts';
import { sale } from '../sale/sale.ts';
import {
  backorderPolicy,
  channelCode,
  channelFields,
  customerLanguage,
  freeFields,
  orderPayment,
  orderRemark,
  shippingCost,
} from './channel-fields.ts';
import { orderRefund } from './refunds.ts';
import { text } from '../base/text.ts';

/** What the web shop calls an order, as people write it: `W-1`, `#1001`, `S/2026/0001`. */
export const orderNumber = text
  .trim()
  .regex(/^(?=.*[\p{L}\p{N}])[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,40}$/u, 'An order number has up to 40 letters, digits and signs.');

/** What the customer takes instead of an article that is missing. What one unit costs, tax included, where it is less than was ordered. */
export const orderSubstitute = z.strictObject({ sku: entityId, price: substitute.shape.price });

export const orderIntakeLine = z.strictObject({
  sku: entityId,
  quantity,
  unitPrice,
  /** What the customer paid for the line, tax included. */
  totalMinor: minorAmount.min(0),
  /** The tax within `totalMinor`. */
  taxMinor: minorAmount.min(0),
  /** What the customer takes instead, the most welcome first; left out where nothing is. */
  substitutes: z.array(orderSubstitute).min(1).max(SUBSTITUTE_LIMIT).exactOptional(),
  fields: channelFields.fields,
});

/** Who ordered, as a channel sends it. */
export const orderCustomer = z.strictObject({
  name: customer.shape.name,
  email: customer.shape.email.default(null).describe('May be left out.'),
  phone: customer.shape.phone.default(null).describe('May be left out.'),
});

/** Where a parcel goes, as a channel sends it. What a country needs of it is checked beside the schema: `addressFaults`. */
export const orderAddress = z.strictObject({
  line1: shipTo.shape.line1.regex(/\S/, 'An address has a first line, such as "11 Wall Street".'),
  city: shipTo.shape.city.default('').describe('Required wherever an address has one.'),
  region: shipTo.shape.region.default('').describe('The state or province. May be left out.'),
  postalCode: shipTo.shape.postalCode.default('').describe('Required where the country delivers by postal codes.'),
  country: text
    .regex(/^[A-Z]{2}$/, 'A country is two capital letters (ISO 3166), such as US.')
    .describe('The two letters of ISO 3166: "US".'),
});

/** How the customer gets the goods. */
export const orderFulfillment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pickup'), storeId: entityId, pickupCode: text.trim().min(4).max(20) }),
  z.strictObject({
    kind: z.literal('ship'),
    shipTo: orderAddress,
    position: z
      .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
      .nullable()
      .default(null)
      .describe('Where the parcel goes, in degrees, for the nearest store. Null or left out when it is not known.'),
  }),
]);

/** `POST /v1/orders/:number/fulfillment`: the customer chose another way for what waits for stock. */
export const fulfillmentChange = z.strictObject({ fulfillment: orderFulfillment });

/** `POST /v1/orders`: a paid online order from the web shop. */
export const orderIntake = z.strictObject({
  number: orderNumber,
  placedAt: instant,
  /** By when the customer was promised it; the setting `pickup.promise_minutes` counts for a pickup that names nothing. */
  promisedAt: instant.exactOptional(),
  priority: orderPriority.exactOptional(),
  shippingMethod: shippingMethod.exactOptional(),
  giftMessage: giftMessage.exactOptional(),
  ...channelFields,
  currency,
  customer: orderCustomer,
  fulfillment: orderFulfillment,
  lines: z.array(orderIntakeLine).min(1, 'An order has at least one line.').max(2000),
});

/** `POST /v1/orders/:number/pickup-code`: another code, because the one before came into other hands. */
export const pickupCodeRequest = z.strictObject({
  /** Another short code, too; left out where that one stays. */
  pickupCode: text.trim().min(4).max(20).exactOptional(),
});

/** `POST /v1/orders/:number/arrival`: the customer of a pickup waits outside. */
export const arrivalRequest = z.strictObject({
  /** Where they stand, in the word of the store: `3`, say. */
  bay: text.trim().min(1).max(20).exactOptional(),
  /** What they came in, as they say it. It is personal: it stands in no operation, and is emptied with the person. */
  car: text.trim().min(1).max(80).exactOptional(),
});

/** `POST /v1/orders/:number/store`: the customer fetches a pickup at another store. */
export const moveRequest = z.strictObject({
  storeId: entityId,
  /** By when it is promised to be ready there; left out where nobody promises anything. */
  promisedAt: instant.exactOptional(),
});

/** Derived from the lines, never stored (rule P6). */
export const orderStatus = z.enum(['backordered', 'open', 'in_progress', 'ready', 'fulfilled', 'cancelled']);

export const orderView = z.strictObject({
  orderId: entityId,
  number: text,
  status: orderStatus,
  kind: z.enum(['pickup', 'ship']),
  placedAt: instant,
  /** By when it was promised; null where nobody promised anything. */
  promisedAt: instant.nullable(),
  currency: text,
  /** What was paid for its lines and its delivery, tax included, in minor units of its currency. */
  totalMinor: z.number(),
  /** Who ordered; emptied once the person is erased. */
  customer: customer.extend({ name: text }),
  /** Where its parcels go; null for a pickup. */
  shipTo: shipTo.nullable(),
  lines: z.array(
    z.strictObject({
      ...{ lineNo: z.number(), sku: text, name: text, quantity: z.number(), backordered: z.number(), cancelled: z.number() },
      /** What was paid for the line, tax included, and the tax within it, in minor units. */
      ...{ totalMinor: z.number(), taxMinor: z.number() },
      /** What was picked instead, and is not given up; left out where nothing was. */
      substituted: z.array(z.strictObject({ sku: text, quantity: z.number() })).exactOptional(),
      /** As they were sent; left out where none were. */
      fields: freeFields.exactOptional(),
    }),
  ),
  /** Where it was placed; null where nobody said. */
  channel: channelCode.nullable(),
  /** What the customer wrote about it; null where they did not, or were erased. */
  note: orderRemark.nullable(),
  /** What the customer reads; null where nobody said. */
  language: customerLanguage.nullable(),
  /** What was paid for the delivery; null where nobody said. */
  shipping: shippingCost.nullable(),
  /** What paid for it, as it was sent; empty once its person is erased. */
  payments: z.array(orderPayment),
  /** As they were sent; empty once its person is erased. */
  fields: freeFields,
  /** What was to happen where not all of it was there when it was placed. */
  backorder: backorderPolicy,
  fulfillmentOrders: z.array(fulfillmentOrder),
  /**
   * The text of the QR code with which the customer shows that a pickup is theirs; null where nothing is fetched. It is signed: a register
   * checks it without a network.
   */
  pickupQr: text.nullable(),
  /**
   * What is to be given back for its lines, by whoever took the money: what customers did not take, and what was cancelled. What was
   * cancelled of an order of a sale is left out: a store gives that back.
   */
  refunds: z.array(orderRefund),
  /** What is to be given back of `shipping`: all of it once all of the order is cancelled, else null. */
  shippingRefund: shippingCost.nullable(),
  /**
   * For a pickup of which something waits for stock: what the customer can be offered for that. Null where nothing waits,
   * or what waits is shipped as soon as some location has it.
   */
  offer: z
    .strictObject({
      /** The stores that have all of it now. */
      stores: z.array(z.strictObject({ storeId: entityId, name: text })),
      /** Whether all of it can be shipped now. */
      canShip: z.boolean(),
    })
    .nullable(),
});

/** Where an order of a sale stands. */
export const saleOrderState = z.strictObject({
  id: entityId,
  number: text,
  status: orderStatus,
  trackingNumbers: z.array(text),
  /**
   * `open` units have not left, and their money can be given back: also where they were cancelled and it was not yet. `departed` ones
   * are on their way or with the customer.
   */
  lines: z.array(
    z.strictObject({ lineNo: z.number(), open: z.number(), departed: z.number(), waiting: z.number(), cancelled: z.number() }),
  ),
});

/** `GET /v1/returnables/:number`: what a register cannot find in its own replica. */
export const returnable = z.discriminatedUnion('kind', [
  /** `orders` says where the goods are that it ordered; it is left out where there are none. */
  z.strictObject({ kind: z.literal('sale'), sale, orders: z.array(saleOrderState).exactOptional() }),
  z.strictObject({ kind: z.literal('order'), orderNumber: text, fulfillmentOrders: z.array(fulfillmentOrder) }),
]);

export type ArrivalRequest = z.infer<typeof arrivalRequest>;
export type MoveRequest = z.infer<typeof moveRequest>;
export type OrderIntake = z.infer<typeof orderIntake>;
export type OrderFulfillment = z.infer<typeof orderFulfillment>;
export type OrderStatus = z.infer<typeof orderStatus>;
export type OrderView = z.infer<typeof orderView>;
export type SaleOrderState = z.infer<typeof saleOrderState>;
export type Returnable = z.infer<typeof returnable>;
