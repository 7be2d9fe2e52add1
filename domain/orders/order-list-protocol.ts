import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { channelCode } from './channel-fields.ts';
import { orderStatus } from './order-intake.ts';

/** One value, or many: `status=open&status=ready`. */
const oneOrMany = <T extends z.ZodType>(one: T) => z.union([one.transform((value) => [value]), z.array(one).min(1).max(20)]);

/** `GET /v1/orders`: which orders are asked for. An order is listed that fits all that is given. */
export const orderListQuery = z.strictObject({
  /** May be given many times: an order has one of them. */
  status: oneOrMany(orderStatus).optional(),
  kind: z.enum(['pickup', 'ship']).optional(),
  /** As the order was sent with it. */
  channel: channelCode.optional(),
  /** The id of a location: an order is to be fetched there, or a part of it is or was there and was not rejected. */
  store: entityId.optional(),
  /** The id of a customer of the tills. */
  customer: entityId.optional(),
  /** The beginning of its number, of words of its customer's name, their mail address, or a part of their phone number. */
  text: text.max(200).optional(),
  placedFrom: instant.optional(),
  /** Placed before this moment. */
  placedBefore: instant.optional(),
  /** `true`: promised for a moment that has passed, and not all of it has left. */
  late: z.enum(['true', 'false']).optional(),
  /**
   * `placed`: the newest first, to read once. `changed`: in the order in which they were changed, to follow them: ask again and again with
   * `next` of the answer before.
   */
  sort: z.enum(['placed', 'changed']).default('placed'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the answer before, as it was. */
  after: text.max(500).optional(),
});

export const listedOrder = z.strictObject({
  orderId: entityId,
  number: text,
  kind: z.enum(['pickup', 'ship']),
  /** Where it was placed; null where nobody said. */
  channel: channelCode.nullable(),
  status: orderStatus,
  /** Where it is to be fetched, and the locations that have or had a part of it and did not reject it. */
  stores: z.array(entityId),
  customerName: text,
  /** The id of the customer of the tills who bought it; null where a web shop sent it. */
  customerId: entityId.nullable(),
  placedAt: instant,
  /** By when it was promised; null where nobody promised anything. */
  promisedAt: instant.nullable(),
  /** Whether that moment has passed and not all of it has left. */
  isLate: z.boolean(),
  /** What was paid for its lines and its delivery, tax included, in minor units of its currency. */
  totalMinor: z.number(),
  currency: text,
  /** The number of the last event that names it, as in `/v1/event-log`; 0 where it is older than the list. */
  seq: z.number(),
});

export const orderPage = z.strictObject({
  items: z.array(listedOrder),
  /** Where the next answer begins, as `after`; null when this was the last of what was placed. */
  next: z.string().nullable(),
  /** Whether there is more by now. */
  more: z.boolean(),
  /** False while the server still lists the orders that were there before the list was. */
  complete: z.boolean(),
});

export type OrderListQuery = z.infer<typeof orderListQuery>;
export type ListedOrder = z.infer<typeof listedOrder>;
export type OrderPage = z.infer<typeof orderPage>;
