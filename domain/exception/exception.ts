import { z } from 'zod';
import { entityId, instant } from '../operation/envelope.ts';

/** The disagreements between a fact and what the pool believed that need a person (rule J5). */
export const exceptionKind = z.enum([
  'handed_over_after_end',
  'handed_over_twice',
  'shipped_after_end',
  'shipped_twice',
  'picked_after_end',
  'picked_too_many',
  'returned_more_than_bought',
  'unknown_fulfillment_order',
  'unknown_receipt',
  'unknown_sku',
  'promise_moved',
]);

export type ExceptionKind = z.infer<typeof exceptionKind>;

export const exception = z.strictObject({
  /** Derived from what it is about, so that the same disagreement opens one exception however often it is seen. */
  id: z.string().min(1).max(200),
  storeId: entityId,
  kind: exceptionKind,
  operationId: entityId.nullable(),
  /** The order number, receipt number or SKU that a person would look up. */
  subject: z.string().max(200),
  /** One or two plain sentences: what happened. */
  explanation: z.string().max(1000),
  openedAt: instant,
});

export type Exception = z.infer<typeof exception>;

/** What a person can do about each kind, spelled out. */
export const EXCEPTION_CHOICES: Record<ExceptionKind, readonly string[]> = {
  handed_over_after_end: ['Let the customer keep the goods and charge the order again', 'Ask for the goods back'],
  handed_over_twice: ['The goods left once: nothing to do', 'The goods left twice: count the stock'],
  shipped_after_end: ['Let the customer keep the goods and charge the order again', 'Call the parcel back'],
  shipped_twice: ['One parcel left: nothing to do', 'Two parcels left: call one back'],
  picked_after_end: ['Put the goods back on the shelf'],
  picked_too_many: ['Put the extra goods back on the shelf'],
  returned_more_than_bought: ['Accept the loss', 'Ask the customer about the earlier return'],
  unknown_fulfillment_order: ['Look the order up with the head office'],
  unknown_receipt: ['Look the receipt up with the head office'],
  unknown_sku: ['Add the product to the catalog', 'Correct the stock of the product that was meant'],
  promise_moved: ['Nothing to do: another location has the order now'],
};
