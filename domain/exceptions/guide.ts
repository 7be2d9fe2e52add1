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

/** One way to resolve an exception, as a sentence that is true once it was chosen. */
export interface ExceptionChoice {
  readonly id: ChoiceId;
  readonly sentence: string;
  readonly needs: readonly ChoiceInput[];
  readonly stock: StockCorrection;
}

/** What a kind of disagreement is called, what it means, and what can be done about it. */
export interface ExceptionGuide {
  readonly name: string;
  readonly meaning: string;
  readonly choices: readonly ExceptionChoice[];
}

function choice(id: ChoiceId, sentence: string, stock: StockCorrection = 'none', needs: readonly ChoiceInput[] = []): ExceptionChoice {
  return { id, sentence, stock, needs };
}

const NAMED: readonly ChoiceInput[] = ['sku', 'quantity'];
/** Nothing here charges anybody: what a person chooses is what a person has done. */
const KEEPS: readonly ExceptionChoice[] = [
  choice('customer_keeps', 'The customer keeps the goods and does not pay again: accept the loss'),
  choice('paid_again', 'The customer keeps the goods and has paid again: say how in the note', 'none', ['note']),
];
/** For what a person had already taken off the books when the goods turned out to have left. */
const BOOKED = choice('booked_before', 'The goods had been taken off the books before: put them back on once', 'goods_return');
const FOUND_OUT = (sentence: string) => choice('looked_up', sentence, 'none', ['note']);

/** Every kind of disagreement, for people (rule J5). */
export const EXCEPTION_GUIDE: Record<ExceptionKind, ExceptionGuide> = {
  handed_over_after_end: {
    name: 'Handed over after the order had ended',
    meaning: 'The customer has the goods, but by then the order was cancelled, rejected or expired. The goods are off the books.',
    choices: [...KEEPS, choice('goods_back', 'The goods are back in the store', 'goods_return'), BOOKED],
  },
  handed_over_twice: {
    name: 'Handed over twice',
    meaning:
      'Two handovers of one order were recorded, for example at two counters that could not see each other. The books count ' +
      'the goods once.',
    choices: [
      choice('left_once', 'The goods left once: nothing to correct'),
      choice('left_twice', 'The goods left twice: take them off the books once more', 'goods_leave'),
    ],
  },
  handed_over_too_many: {
    name: 'Handed over with units that had gone elsewhere',
    meaning:
      'The pool had asked another location for some units while this store was cut off, and the customer got them here all ' +
      'the same. They are off the books.',
    choices: [
      choice('acknowledged', 'I have told the other location that it need not send them'),
      choice('goods_back', 'The extra goods are back in the store', 'goods_return'),
    ],
  },
  shipped_after_end: {
    name: 'Shipped after the order had ended',
    meaning: 'The carrier has the parcel, but by then the order was cancelled, rejected or expired. The goods are off the books.',
    choices: [...KEEPS, choice('goods_back', 'The parcel is back in the store', 'goods_return'), BOOKED],
  },
  shipped_twice: {
    name: 'Shipped twice',
    meaning: 'Two shipments of one order were recorded. The books count the goods once.',
    choices: [
      choice('left_once', 'One parcel left: nothing to correct'),
      choice('left_twice', 'Two parcels left: take the goods off the books once more', 'goods_leave'),
    ],
  },
  shipped_too_many: {
    name: 'Shipped with units that had gone elsewhere',
    meaning:
      'The pool had asked another location for some units while this store was cut off, and the parcel left with them all ' +
      'the same. They are off the books.',
    choices: [
      choice('acknowledged', 'I have told the other location that it need not send them'),
      choice('goods_back', 'The extra goods are back in the store', 'goods_return'),
    ],
  },
  picked_after_end: {
    name: 'Worked on after the order had ended',
    meaning: 'Goods were picked, packed or staged for an order that had ended by then. The books have them on the shelf.',
    choices: [
      choice('put_back', 'The goods are back on the shelf'),
      choice('goods_gone', 'The goods are not here any more: take them off the books', 'named_leave', NAMED),
    ],
  },
  picked_too_many: {
    name: 'More picked than ordered',
    meaning: 'More units were picked than the order asks for. The books have the extra ones on the shelf.',
    choices: [
      choice('put_back', 'The extra goods are back on the shelf'),
      choice('goods_gone', 'The extra goods are not here, and did not leave with the order: take them off the books', 'named_leave', NAMED),
    ],
  },
  returned_more_than_bought: {
    name: 'More returned than bought',
    meaning: 'More units came back than were bought, for example because two stores took the same return without seeing each other.',
    choices: [
      choice('accept_loss', 'Accept the loss: the goods came back and the money is gone'),
      choice('paid_back', 'The customer has paid the refund back: say in the note where the money is', 'none', ['note']),
      choice('entered_twice', 'One return was entered twice: take its goods off the books again', 'goods_leave'),
    ],
  },
  unknown_fulfillment_order: {
    name: 'Order that this store does not have',
    meaning: 'Work was recorded on an order that the pool never gave to this store. The books were not changed by it.',
    choices: [
      choice('looked_up', 'The order was looked up with the head office: nothing to correct', 'none', ['note']),
      choice('goods_gone', 'Goods left the store with it: take them off the books', 'named_leave', NAMED),
    ],
  },
  unknown_receipt: {
    name: 'Return on an unknown receipt',
    meaning: 'Goods were taken back on a receipt that nobody knows. What was restocked is on the books.',
    choices: [
      choice('looked_up', 'The receipt was looked up with the head office: nothing to correct', 'none', ['note']),
      choice('accept_loss', 'Nobody knows the receipt: accept the loss'),
      choice('not_returned', 'The goods are not here: take them off the books again', 'goods_leave'),
    ],
  },
  unknown_sku: {
    name: 'Sale of an unknown product',
    meaning: 'Something was sold that is not in the catalog. Its stock went below zero.',
    choices: [
      choice('catalog_added', 'The product is in the catalog now: nothing to correct'),
      choice('other_product', 'Another product was meant: correct its stock instead', 'named_instead', NAMED),
    ],
  },
  promise_moved: {
    name: 'Promise moved elsewhere',
    meaning:
      'Goods that were promised to an online order were sold or removed. An order to be shipped is sent from another ' +
      'location; a pickup waits until this store has the goods again.',
    choices: [choice('acknowledged', 'Understood: there is nothing to do here')],
  },
  returned_other_goods: {
    name: 'Other goods returned than bought',
    meaning:
      'The return names another product than the line of the receipt that it refunds. What was restocked is on the books ' +
      'under the product that the return names.',
    choices: [
      choice('acknowledged', 'What came back is what the return says: nothing to correct'),
      choice('other_product', 'Another product came back: correct its stock instead', 'named_back_instead', NAMED),
      choice('not_returned', 'The goods are not here: take them off the books again', 'goods_leave'),
    ],
  },
  cash_not_in_drawer: {
    name: 'Cash that no drawer counts',
    meaning:
      'A register took or paid out cash in a shift that was not its own, was closed, or is not known. The sales and returns ' +
      'stand; the cash is in none of the drawers by the books.',
    choices: [
      FOUND_OUT('The cash was found: say in the note in which drawer it was counted'),
      choice('accept_loss', 'The cash was not found: accept the difference'),
    ],
  },
  other_currency: {
    name: 'Cash in another currency',
    meaning: 'A register took or paid out cash in another currency than its drawer was opened in. Each currency is counted apart.',
    choices: [
      choice('acknowledged', 'The cash is in the drawer in that currency'),
      FOUND_OUT('The currency was wrong: say in the note what was put right'),
    ],
  },
  shift_not_closed: {
    name: 'A count that closed no shift',
    meaning:
      'A register counted a drawer and closed a shift that was not its own, had been closed before, or is not known. No ' +
      'shift was changed by it.',
    choices: [FOUND_OUT('It was found out which drawer was counted: nothing to correct')],
  },
  unknown_associate: {
    name: 'Work of somebody unknown',
    meaning: 'A register recorded work in the name of an associate that nobody knows. What was done stands.',
    choices: [FOUND_OUT('It was found out who did this: say so in the note')],
  },
  not_allowed: {
    name: 'Done without permission',
    meaning:
      'A register recorded something that the role of its associate does not allow, or not without a colleague. What was done stands.',
    choices: [
      choice('acknowledged', 'It was right to do it: nothing to correct'),
      FOUND_OUT('It was found out what happened: say so in the note'),
    ],
  },
  business_date_off: {
    name: 'A business date that cannot be',
    meaning: 'A register works under a date that is years ago or in the future: its clock is wrong. What was done stands, under that date.',
    choices: [
      choice('acknowledged', 'The clock of the register is right now'),
      FOUND_OUT('It was found out what happened: say so in the note'),
    ],
  },
  count_wanted: {
    name: 'Goods to be counted',
    meaning: 'An order was rejected because goods were not there. Until they are counted, no online order is given to this store for them.',
    choices: [
      choice('count_agrees', 'I counted: as many are here as the books say'),
      choice('count_fewer', 'I counted: fewer are here. Take the difference off the books', 'named_leave', NAMED),
      choice('count_more', 'I counted: more are here. Put the difference on the books', 'named_return', NAMED),
    ],
  },
};

/** The choice of a kind that has this id; undefined when it is none of that kind's. */
export function choiceOf(kind: ExceptionKind, id: ChoiceId): ExceptionChoice | undefined {
  return EXCEPTION_GUIDE[kind].choices.find((one) => one.id === id);
}
