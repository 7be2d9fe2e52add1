import { z } from 'zod';
import { currency, minorAmount } from '../base/money.ts';
import { entityId, instant } from '../base/envelope.ts';
import { facts } from '../base/facts.ts';
import { text } from '../base/text.ts';

/** The disagreements between a fact and what the pool believed that need a person (rule J5). */
export const exceptionKind = z.enum([
  'handed_over_after_end',
  'handed_over_twice',
  'handed_over_too_many',
  'handed_over_on_withdrawn_code',
  'shipped_after_end',
  'shipped_twice',
  'shipped_too_many',
  'picked_after_end',
  'picked_too_many',
  'picked_by_two',
  'returned_more_than_bought',
  'unknown_fulfillment_order',
  'unknown_receipt',
  'unknown_sku',
  'promise_moved',
  'pickup_moved',
  'returned_other_goods',
  'cash_not_in_drawer',
  'card_not_covered',
  'card_money_doubtful',
  'stored_value_not_covered',
  'account_not_covered',
  'points_not_covered',
  'coupon_used_too_often',
  'other_currency',
  'shift_not_closed',
  'unknown_associate',
  'order_not_placed',
  'order_waits',
  'rules_ask_nobody',
  'refunded_after_departure',
  'business_date_off',
  'count_wanted',
  'not_allowed',
  'approved_by_badge',
  'empties_off_catalog',
  'no_receipt_off_policy',
]);

export type ExceptionKind = z.infer<typeof exceptionKind>;

/** What a person can say about an exception. Which of them fit is told by `EXCEPTION_GUIDE`, kind by kind. */
export const choiceId = z.enum([
  'customer_keeps',
  'paid_again',
  'booked_before',
  'count_agrees',
  'count_fewer',
  'count_more',
  'goods_back',
  'left_once',
  'left_twice',
  'put_back',
  'goods_gone',
  'accept_loss',
  'paid_back',
  'entered_twice',
  'looked_up',
  'not_returned',
  'catalog_added',
  'other_product',
  'acknowledged',
]);

export type ChoiceId = z.infer<typeof choiceId>;

/** Who resolved it: somebody in the store, or the head office under the name of its API key. */
export const resolvedBy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('store'), associateId: entityId.nullable() }),
  z.strictObject({ kind: z.literal('head_office'), name: text.min(1).max(120) }),
]);

/** What was decided, by whom, and the operation that says so. */
export const resolved = z.strictObject({
  choice: choiceId,
  note: text.max(500),
  at: instant,
  by: resolvedBy,
  operationId: entityId,
});

/** Units whose place is in question. They add up over several tellings, so there is no upper bound. */
export const goods = z.strictObject({ sku: entityId, quantity: z.number().int().min(1) });

export const exception = z.strictObject({
  /** Derived from what it is about, so that the same disagreement opens one exception however often it is seen. */
  id: text.min(1).max(200),
  storeId: entityId,
  kind: exceptionKind,
  operationId: entityId.nullable(),
  /** The order number, receipt number or SKU that a person would look up. */
  subject: text.max(200),
  /** What happened, by name: see `FactsOf`. Null in what was written before there were facts. */
  facts: facts.nullable().default(null),
  /** What happened, in an English sentence of the time before there were facts; empty since. */
  explanation: text.max(1000).default(''),
  openedAt: instant,
  /** What the disagreement moved, or failed to move; empty where nobody can tell. */
  goods: z.array(goods),
  /** Cash that is in question, in minor units by currency; negative where it was paid out. */
  cash: z.record(currency, minorAmount).optional(),
  resolved: resolved.nullable(),
});

export type Exception = z.infer<typeof exception>;
export type Goods = z.infer<typeof goods>;
export type ResolvedBy = z.infer<typeof resolvedBy>;
