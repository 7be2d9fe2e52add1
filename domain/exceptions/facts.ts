import type { Facts } from '../base/facts.ts';
import type { ExceptionKind } from './exception.ts';

type OfOrder = { readonly order: string };
type AfterEnd = OfOrder & { readonly status: string };

/** What became of the shift that an operation names. */
export type ShiftTrouble = 'unknown' | 'other_register' | 'closed' | 'too_much';

/** What is wrong with the card payment that a sale names. */
export type CardTrouble = 'unknown' | 'not_approved' | 'other_amount' | 'booked_before';

/** What is wrong with what was taken off a stored value. */
export type StoredValueTrouble = 'unknown' | 'balance' | 'blocked' | 'other_currency';

/** Why goods that a sale orders were not ordered. */
export type OrderTrouble = 'unknown_sku' | 'unknown_store' | 'order_taken' | 'customer_erased';

/** An order of a sale, and what its goods were paid with, as `12.50 USD`. */
type OfSale = OfOrder & { readonly receipt: string; readonly amount: string };

/** What each kind of disagreement tells, beside its subject, its goods and its cash. `what` is the type of an operation. */
export interface FactsOf extends Record<ExceptionKind, Facts> {
  handed_over_after_end: AfterEnd;
  /** `used` where both were handed over against one signed code; left out by older servers. */
  handed_over_twice: OfOrder & { readonly code: 'used' | 'other' };
  handed_over_too_many: OfOrder;
  shipped_after_end: AfterEnd;
  shipped_twice: OfOrder & { readonly tracking: string };
  handed_over_on_withdrawn_code: OfOrder & { readonly associate: string };
  shipped_too_many: OfOrder;
  picked_after_end: AfterEnd;
  picked_too_many: OfOrder & { readonly line: number; readonly known: 'yes' | 'no' };
  /** Two associates, the one who has goods to put back first; empty where nobody knows who. */
  picked_by_two: OfOrder & { readonly picker: string; readonly other: string };
  returned_more_than_bought: { readonly on: 'receipt' | 'order' | 'refund' | 'tender'; readonly number: string };
  unknown_fulfillment_order: { readonly what: string; readonly number: string };
  unknown_receipt: { readonly receipt: string };
  unknown_sku: { readonly receipt: string; readonly sku: string };
  pickup_moved: OfOrder & { readonly store: string };
  promise_moved: OfOrder & { readonly method: 'pickup' | 'ship' };
  returned_other_goods: { readonly line: number; readonly number: string; readonly bought: string; readonly returned: string };
  cash_not_in_drawer: { readonly receipt: string; readonly shift: ShiftTrouble };
  card_not_covered: { readonly receipt: string; readonly payment: string; readonly trouble: CardTrouble };
  card_money_doubtful: { readonly payment: string; readonly money: 'went_back' | 'stayed'; readonly terminal: 'silent' | 'disagrees' };
  stored_value_not_covered: { readonly receipt: string; readonly card: string; readonly trouble: StoredValueTrouble };
  account_not_covered: { readonly receipt: string; readonly account: string; readonly trouble: StoredValueTrouble };
  points_not_covered: { readonly receipt: string; readonly points: number; readonly trouble: StoredValueTrouble };
  coupon_used_too_often: {
    readonly receipt: string;
    readonly by: 'code' | 'customer' | 'amount';
    readonly coupon: string;
    readonly promotion: string;
    readonly uses: number;
    readonly most: number;
  };
  other_currency: { readonly receipt: string; readonly currency: string; readonly drawer: string };
  shift_not_closed: { readonly shift: ShiftTrouble };
  unknown_associate: { readonly what: string; readonly associate: string };
  order_not_placed: OfSale & { readonly trouble: OrderTrouble };
  order_waits: OfSale;
  /** The version of the rules of sourcing; `why` is whether none fits the order, or those that do ask nobody who has the goods. */
  rules_ask_nobody: OfOrder & { readonly version: number; readonly why: 'no_rule' | 'excluded' };
  refunded_after_departure: OfSale;
  business_date_off: { readonly what: string; readonly date: string; readonly today: string };
  count_wanted: OfOrder & { readonly reason: string; readonly sku: string };
  /** What was paid for empties, and what the catalog of the day makes of them, as `3.00 EUR`. */
  empties_off_catalog: { readonly receipt: string; readonly paid: string; readonly due: string };
  /** What was given without a receipt, and the most that the policy or the prices allowed, as `3.00 EUR`. */
  no_receipt_off_policy: {
    readonly receipt: string;
    readonly trouble: 'not_offered' | 'customer' | 'document' | 'return_limit' | 'customer_returns' | 'customer_limit' | 'price';
    readonly paid: string;
    readonly most: string;
  };
  approved_by_badge: { readonly what: string; readonly associate: string };
  not_allowed: { readonly what: string; readonly signedIn: 'yes' | 'no'; readonly associate: string; readonly role: string };
}
