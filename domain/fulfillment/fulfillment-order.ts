import { z } from 'zod';
import { currency, minorAmount, unitPrice } from '../base/money.ts';
import { entityId, instant, quantity } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { toteCode } from './tote.ts';

const count = z.number().int().min(0).max(1_000_000);

/** Why goods that the book shows could not be picked. */
export const shortPickReason = z.enum(['not_found', 'damaged', 'sold_in_store']);

/** Why a store cannot fulfill an order. A reject sends it elsewhere; it does not end the sale (that is a cancel). */
export const rejectReason = z.enum(['out_of_stock', 'not_found', 'damaged', 'too_busy', 'closed']);

/** An article that the customer takes where the ordered one is missing. What one unit of it costs the customer, tax included. */
export const substitute = z.strictObject({
  sku: entityId,
  gtin: text.nullable(),
  name: text.max(500),
  /** In minor units; both left out where it costs what was ordered. Nobody ever pays more than that. */
  price: z.strictObject({ totalMinor: minorAmount.min(0), taxMinor: minorAmount.min(0) }).exactOptional(),
});

/** How many substitutes one line may name. */
export const SUBSTITUTE_LIMIT = 8;

export const fulfillmentLine = z.strictObject({
  /** The line number of the online order. */
  lineNo: z.number().int().min(1).max(99_999),
  sku: entityId,
  gtin: text.nullable(),
  name: text.max(500),
  quantity,
  unitPrice,
  /** What the customer paid for these units, tax included: the order line's amount, allocated (rules M1, J9). */
  totalMinor: minorAmount.min(0),
  /** The tax within `totalMinor`. */
  taxMinor: minorAmount.min(0),
  picked: count,
  /** Units that the customer does not get from here: the pool sources them elsewhere, or the customer did not take them. */
  short: count,
  /** Of `short`: units that the pool moved elsewhere because the book held fewer; the store never said they were missing. */
  moved: count.optional(),
  /** Units that the customer refused at the counter: they go back to the shelf. Left out where there are none. */
  refused: count.optional(),
  /** Units that were found broken at the counter: they left the book. Left out where there are none. */
  damaged: count.optional(),
  /** Of `short`: units not taken or not fetched, whose money is to be given back. Left out where there are none. */
  toRefund: count.optional(),
  /** Of `toRefund`: units swapped at the counter, and how much of their money paid for other goods. Left out where there are none. */
  settled: z.strictObject({ quantity: count, amountMinor: minorAmount.min(0) }).exactOptional(),
  /** Units of it that customers brought back, or are said to have: more than were bought are a fact too (rule J5). */
  returned: z.number().int().min(0),
  /** What the customer takes instead, the most welcome first; left out where nothing is. */
  substitutes: z.array(substitute).min(1).max(SUBSTITUTE_LIMIT).exactOptional(),
  /** The line whose units these replace, and their share of what was paid for it; left out where the line is what was ordered. */
  insteadOf: z
    .strictObject({
      lineNo: z.number().int().min(1).max(9_999),
      totalMinor: minorAmount.min(0),
      taxMinor: minorAmount.min(0),
      /** Of the ordered units, those that left the book because they were missing or broken. */
      writtenOff: count,
    })
    .exactOptional(),
});

/** Goods that were picked for an ended order and that nobody got are not back on the shelf yet. `stagingLocation` is where they were. */
const putBack = z.strictObject({ stagingLocation: text.max(40).nullable() });

/** When it ended, or what was picked was put back; left out of what was written before it was kept. */
const endedAt = instant.optional();

/** Where a fulfillment order stands; each state carries only what belongs to it. */
export const fulfillmentState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open') }),
  /** A register of the store has it. */
  z.strictObject({ status: z.literal('acknowledged') }),
  z.strictObject({ status: z.literal('picking'), waveId: entityId }),
  z.strictObject({ status: z.literal('picked') }),
  z.strictObject({ status: z.literal('packed') }),
  z.strictObject({ status: z.literal('ready'), stagingLocation: text.min(1).max(40), at: instant }),
  z.strictObject({ status: z.literal('handed_over'), putBack: putBack.optional(), at: instant }),
  z.strictObject({ status: z.literal('shipped'), trackingNumber: text.min(1).max(80), at: instant }),
  z.strictObject({ status: z.literal('rejected'), reason: text.max(80), putBack: putBack.optional(), at: endedAt }),
  z.strictObject({ status: z.literal('cancelled'), putBack: putBack.optional(), at: endedAt }),
  /** Nobody fetched it in time. */
  z.strictObject({ status: z.literal('expired'), putBack: putBack.optional(), at: endedAt }),
]);

export const customer = z.strictObject({
  name: text.min(1).max(200),
  email: text.max(320).nullable(),
  phone: text.max(40).nullable(),
});

export const shipTo = z.strictObject({
  line1: text.max(200),
  city: text.max(120),
  region: text.max(120),
  postalCode: text.max(20),
  country: text.max(80),
});

/** How urgent an order is, 9 the most. */
export const orderPriority = z.number().int().min(0).max(9);

/** How an order is sent, as the web shop calls it: a carrier, or a kind of service. */
export const shippingMethod = text.trim().min(1).max(40);

/** What the customer wrote to whoever gets the goods, line breaks too. */
export const giftMessage = text.trim().min(1).max(500);

/** The part of an online order that one location is to fulfill. */
export const fulfillmentOrder = z.strictObject({
  id: entityId,
  orderId: entityId,
  orderNumber: entityId,
  locationId: entityId,
  kind: z.enum(['pickup', 'ship']),
  customer,
  shipTo: shipTo.nullable(),
  /** SHA-256 of `orderNumber:code` for pickups, so that a register checks the code offline without showing it. */
  pickupCodeHash: text.nullable(),
  /** The signed pickup code that was given out last, by its id; left out where none was. */
  pickupCodeId: entityId.exactOptional(),
  /** The signed pickup code against which it was handed over, by its id; left out where there was none. */
  usedCodeId: entityId.exactOptional(),
  placedAt: instant,
  /** By when it was promised to be ready; left out where nobody promised anything. */
  promisedAt: instant.exactOptional(),
  /** Since when its customer waits outside, in which bay, and in which car, as the web shop told it; left out while nobody does. */
  arrival: z.strictObject({ at: instant, bay: text.max(20).nullable(), car: text.max(80).nullable() }).exactOptional(),
  /** When somebody in the store said that they have seen it, and who; left out where nobody did. */
  acknowledged: z.strictObject({ at: instant, by: entityId.nullable() }).exactOptional(),
  /** Until when it waits for its customer at least, because somebody in the store said so; left out where nobody did. */
  keepUntil: instant.exactOptional(),
  /** When its customer was told by mail that it is ready; left out where nobody was. */
  toldAt: instant.exactOptional(),
  /**
   * When somebody last had the mail sent again, who, for which time, and what became of it; left out where nobody did. `reason` is a code
   * of why it failed.
   */
  mailAgain: z
    .strictObject({
      at: instant,
      by: entityId.nullable(),
      times: z.number().int().min(1).max(100),
      state: z.enum(['waiting', 'sent', 'failed']),
      reason: text.max(80).exactOptional(),
    })
    .exactOptional(),
  /** How urgent it is, 9 the most; left out where nobody said, which counts as 0. */
  priority: orderPriority.exactOptional(),
  /** How it is sent, in the word of the web shop; left out where nobody said. */
  shippingMethod: shippingMethod.exactOptional(),
  /** What lies in its parcel as a message to whoever gets it; left out where it is no gift, empty once its person is erased. */
  giftMessage: text.max(500).exactOptional(),
  currency,
  lines: z.array(fulfillmentLine).min(1).max(2000),
  /** The totes in which its picked goods lie, mostly one; left out where they lie in none. */
  totes: z.array(toteCode).min(1).max(100).exactOptional(),
  state: fulfillmentState,
});

export type Substitute = z.infer<typeof substitute>;
export type FulfillmentLine = z.infer<typeof fulfillmentLine>;
export type FulfillmentState = z.infer<typeof fulfillmentState>;
export type FulfillmentStatus = FulfillmentState['status'];
export type FulfillmentOrder = z.infer<typeof fulfillmentOrder>;
export type ShortPickReason = z.infer<typeof shortPickReason>;
export type RejectReason = z.infer<typeof rejectReason>;

/** What is still to be done, from the least work done to the most: the statuses of all that has not ended. */
export const UNDER_WAY: readonly FulfillmentStatus[] = ['open', 'acknowledged', 'picking', 'picked', 'packed', 'ready'];

/** The states from which nothing more happens in this store. */
export const ENDED: readonly FulfillmentStatus[] = ['handed_over', 'shipped', 'rejected', 'cancelled', 'expired'];

export function hasEnded(order: Pick<FulfillmentOrder, 'state'>): boolean {
  return ENDED.includes(order.state.status);
}

/** When nothing was left to do with an order in its store, an instant; null before. Without a time, it is when the order was placed. */
export function endOfOrder({ state, placedAt }: FulfillmentOrder): string | null {
  switch (state.status) {
    case 'shipped':
      return state.at;
    case 'handed_over':
      return state.putBack === undefined ? state.at : null;
    case 'rejected':
    case 'cancelled':
    case 'expired':
      return state.putBack === undefined ? (state.at ?? placedAt) : null;
    default:
      return null;
  }
}

/** Units of a line that are still reserved at the location: asked for, not given up as short, order not ended. */
export function reservedUnits(order: FulfillmentOrder, line: FulfillmentLine): number {
  return hasEnded(order) ? 0 : line.quantity - line.short;
}

/** Units of a line that a picker still has to find. */
export function unitsToPick(line: FulfillmentLine): number {
  return line.quantity - line.picked - line.short;
}
