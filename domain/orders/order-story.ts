import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';

/** As many entries as a story has at most: the newest. */
export const STORY_ENTRIES = 1000;

const storyEntry = z.discriminatedUnion('kind', [
  /** The pool took it. */
  z.strictObject({ kind: z.literal('placed'), at: instant }),
  /** Units of it were promised at a location, as a fulfillment order of its own. */
  z.strictObject({
    kind: z.literal('sourced'),
    at: instant,
    fulfillmentOrderId: entityId,
    locationId: entityId,
    units: z.number().int(),
  }),
  /** Somebody in a store, or the head office in its place, did something with a part of it. */
  z.strictObject({
    kind: z.literal('operation'),
    at: instant,
    id: entityId,
    /** When the server heard of it: later than `at` where the register had no network. */
    arrivedAt: instant,
    /** The type of the operation; text, so that whoever reads an older description reads newer ones too. */
    type: text,
    /** Whether it had its effect; one in quarantine waits for a person. */
    outcome: z.enum(['applied', 'quarantined']),
    fulfillmentOrderIds: z.array(entityId),
    storeId: entityId,
    registerId: entityId,
    associateId: entityId.nullable(),
    /** Null where nobody is known by that id any more. */
    associateName: text.nullable(),
    /** What the operation says: ids, codes and numbers. */
    payload: z.record(z.string(), z.unknown()),
  }),
  /** Something happened that no operation says: the name of the event, as in `GET /v1/event-log`. */
  z.strictObject({ kind: z.literal('event'), at: instant, event: text, fulfillmentOrderId: entityId.nullable() }),
  /** A person at the head office changed it. */
  z.strictObject({
    kind: z.literal('office'),
    at: instant,
    /** As in `GET /v1/actions`. */
    action: text,
    by: text,
    /** The store that it was moved to; null for anything else. */
    storeId: entityId.nullable(),
  }),
  /** The customer was told by mail that a pickup is ready. */
  z.strictObject({ kind: z.literal('told'), at: instant, fulfillmentOrderId: entityId }),
]);

/** `GET /v1/orders/NUMBER/story`: what happened to an order, the oldest first. */
export const orderStory = z.strictObject({
  items: z.array(storyEntry),
  /** Whether it begins here; false where more happened than an answer has. */
  complete: z.boolean(),
});

export type OrderStory = z.infer<typeof orderStory>;
export type OrderStoryEntry = OrderStory['items'][number];
