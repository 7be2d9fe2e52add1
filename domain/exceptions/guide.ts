import type { ChoiceId, ExceptionKind } from './exception.ts';

/** What a choice asks the person for. */
export type ChoiceInput = 'sku' | 'quantity' | 'note';

/**
 * What a choice does to the stock of the store: nothing; the exception's goods leave the books, or come back to them;
 * units of a SKU that the person names leave the books, or do so instead of the exception's own goods, or come back instead of them, or
 * come back.
 */
export type StockCorrection =
  | 'none'
  | 'goods_leave'
  | 'goods_return'
  | 'named_leave'
  | 'named_return'
  | 'named_instead'
  | 'named_back_instead';

/** One way to resolve an exception. Its sentence is in the catalogs of the screens. */
export interface ExceptionChoice {
  readonly id: ChoiceId;
  readonly needs: readonly ChoiceInput[];
  readonly stock: StockCorrection;
}

/** What can be done about a kind of disagreement. What it is called and what it means is in the catalogs of the screens. */
export interface ExceptionGuide {
  readonly choices: readonly ExceptionChoice[];
}

function choice(id: ChoiceId, stock: StockCorrection = 'none', needs: readonly ChoiceInput[] = []): ExceptionChoice {
  return { id, stock, needs };
}

const NAMED: readonly ChoiceInput[] = ['sku', 'quantity'];
/** Nothing here charges anybody: what a person chooses is what a person has done. */
const KEEPS: readonly ExceptionChoice[] = [choice('customer_keeps'), choice('paid_again', 'none', ['note'])];
/** For what a person had already taken off the books when the goods turned out to have left. */
const BOOKED = choice('booked_before', 'goods_return');
const FOUND_OUT = choice('looked_up', 'none', ['note']);

/** Every kind of disagreement (rule J5). */
export const EXCEPTION_GUIDE: Record<ExceptionKind, ExceptionGuide> = {
  handed_over_after_end: {
    choices: [...KEEPS, choice('goods_back', 'goods_return'), BOOKED],
  },
  handed_over_twice: {
    choices: [choice('left_once'), choice('left_twice', 'goods_leave')],
  },
  handed_over_too_many: {
    choices: [choice('acknowledged'), choice('goods_back', 'goods_return')],
  },
  handed_over_on_withdrawn_code: {
    choices: [choice('acknowledged'), choice('accept_loss'), FOUND_OUT],
  },
  shipped_after_end: {
    choices: [...KEEPS, choice('goods_back', 'goods_return'), BOOKED],
  },
  shipped_twice: {
    choices: [choice('left_once'), choice('left_twice', 'goods_leave')],
  },
  shipped_too_many: {
    choices: [choice('acknowledged'), choice('goods_back', 'goods_return')],
  },
  picked_after_end: {
    choices: [choice('put_back'), choice('goods_gone', 'named_leave', NAMED)],
  },
  picked_too_many: {
    choices: [choice('put_back'), choice('goods_gone', 'named_leave', NAMED)],
  },
  picked_by_two: {
    choices: [choice('put_back'), choice('goods_gone', 'named_leave', NAMED)],
  },
  returned_more_than_bought: {
    choices: [choice('accept_loss'), choice('paid_back', 'none', ['note']), choice('entered_twice', 'goods_leave')],
  },
  unknown_fulfillment_order: {
    choices: [choice('looked_up', 'none', ['note']), choice('goods_gone', 'named_leave', NAMED)],
  },
  unknown_receipt: {
    choices: [choice('looked_up', 'none', ['note']), choice('accept_loss'), choice('not_returned', 'goods_leave')],
  },
  unknown_sku: {
    choices: [choice('catalog_added'), choice('other_product', 'named_instead', NAMED)],
  },
  pickup_moved: {
    choices: [choice('acknowledged')],
  },
  promise_moved: {
    choices: [choice('acknowledged')],
  },
  returned_other_goods: {
    choices: [choice('acknowledged'), choice('other_product', 'named_back_instead', NAMED), choice('not_returned', 'goods_leave')],
  },
  cash_not_in_drawer: {
    choices: [FOUND_OUT, choice('accept_loss')],
  },
  card_not_covered: {
    choices: [FOUND_OUT, choice('paid_again', 'none', ['note']), choice('accept_loss')],
  },
  card_money_doubtful: {
    choices: [FOUND_OUT, choice('paid_back', 'none', ['note']), choice('paid_again', 'none', ['note']), choice('accept_loss')],
  },
  stored_value_not_covered: {
    choices: [FOUND_OUT, choice('paid_again', 'none', ['note']), choice('accept_loss')],
  },
  account_not_covered: {
    choices: [choice('acknowledged'), choice('paid_again', 'none', ['note']), FOUND_OUT],
  },
  points_not_covered: {
    choices: [choice('acknowledged'), choice('paid_again', 'none', ['note']), choice('accept_loss')],
  },
  coupon_used_too_often: {
    choices: [choice('paid_again', 'none', ['note']), choice('acknowledged'), choice('accept_loss')],
  },
  other_currency: {
    choices: [choice('acknowledged'), FOUND_OUT],
  },
  shift_not_closed: {
    choices: [FOUND_OUT],
  },
  unknown_associate: {
    choices: [FOUND_OUT],
  },
  not_allowed: {
    choices: [choice('acknowledged'), FOUND_OUT],
  },
  approved_by_badge: {
    choices: [choice('acknowledged'), FOUND_OUT],
  },
  empties_off_catalog: {
    choices: [choice('acknowledged'), choice('accept_loss'), FOUND_OUT],
  },
  no_receipt_off_policy: {
    choices: [choice('acknowledged'), choice('accept_loss'), FOUND_OUT],
  },
  order_not_placed: {
    choices: [choice('paid_back', 'none', ['note']), FOUND_OUT],
  },
  order_waits: {
    choices: [choice('acknowledged'), choice('paid_back', 'none', ['note'])],
  },
  rules_ask_nobody: {
    choices: [choice('acknowledged'), choice('paid_back', 'none', ['note'])],
  },
  refunded_after_departure: {
    choices: [choice('paid_again', 'none', ['note']), FOUND_OUT, choice('accept_loss')],
  },
  business_date_off: {
    choices: [choice('acknowledged'), FOUND_OUT],
  },
  count_wanted: {
    choices: [choice('count_agrees'), choice('count_fewer', 'named_leave', NAMED), choice('count_more', 'named_return', NAMED)],
  },
};

/** The choice of a kind that has this id; undefined when it is none of that kind's. */
export function choiceOf(kind: ExceptionKind, id: ChoiceId): ExceptionChoice | undefined {
  return EXCEPTION_GUIDE[kind].choices.find((one) => one.id === id);
}
