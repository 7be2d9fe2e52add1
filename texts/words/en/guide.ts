export const guide = {
  'exception.handed_over_after_end.name': 'Handed over after the order had ended',
  'exception.handed_over_after_end.told':
    'Order {order} was handed over, but {status, select, cancelled {it had been cancelled} expired {it had not been \
picked up in time} rejected {it had been rejected} other {it had ended}} by then.',
  'exception.handed_over_after_end.meaning':
    'The customer has the goods, but by then the order was cancelled, rejected or expired. The goods are off the books.',
  'exception.handed_over_after_end.customer_keeps': 'The customer keeps the goods and does not pay again: accept the loss',
  'exception.handed_over_after_end.paid_again': 'The customer keeps the goods and has paid again: say how in the note',
  'exception.handed_over_after_end.goods_back': 'The goods are back in the store',
  'exception.handed_over_after_end.booked_before': 'The goods had been taken off the books before: put them back on once',
  'exception.handed_over_twice.name': 'Handed over twice',
  'exception.handed_over_twice.told':
    'Order {order} was handed over{code, select, used { against a pickup code that had been used before} other {, but a counter \
had closed it before: its goods had left the store, or were not wanted}}.',
  'exception.handed_over_twice.meaning':
    'Two handovers of one order were recorded, for example at two counters that could not see each other. The books have \
what the first one recorded.',
  'exception.handed_over_twice.left_once': 'The books are right: nothing to correct',
  'exception.handed_over_twice.left_twice': 'These goods left as well: take them off the books too',
  'exception.handed_over_too_many.name': 'Handed over with units that had gone elsewhere',
  'exception.handed_over_too_many.told': 'Order {order} was handed over with more than it had here by then: {goods}.',
  'exception.handed_over_too_many.meaning':
    'The pool had asked another location for some units while this store was cut off, and the customer got them here all \
the same. They are off the books.',
  'exception.handed_over_too_many.acknowledged': 'I have told the other location that it need not send them',
  'exception.handed_over_too_many.goods_back': 'The extra goods are back in the store',
  'exception.handed_over_on_withdrawn_code.name': 'Handed over against a withdrawn code',
  'exception.handed_over_on_withdrawn_code.told':
    '{associate} handed over order {order} against a pickup code that had been withdrawn. The register could not know it yet.',
  'exception.handed_over_on_withdrawn_code.meaning':
    'Another code had been given out, perhaps because the first one came into other hands. The goods have left and are off the books. Ask \
the customer whether they have them.',
  'exception.handed_over_on_withdrawn_code.acknowledged': 'The right customer has the goods: nothing to correct',
  'exception.handed_over_on_withdrawn_code.accept_loss': 'Somebody else has the goods: the company bears the loss',
  'exception.handed_over_on_withdrawn_code.looked_up': 'It was found out what happened: say so in the note',
  'exception.shipped_after_end.name': 'Shipped after the order had ended',
  'exception.shipped_after_end.told':
    'Order {order} was shipped, but {status, select, cancelled {it had been cancelled} expired {it had not been \
picked up in time} rejected {it had been rejected} other {it had ended}} by then.',
  'exception.shipped_after_end.meaning':
    'The carrier has the parcel, but by then the order was cancelled, rejected or expired. The goods are off the books.',
  'exception.shipped_after_end.customer_keeps': 'The customer keeps the goods and does not pay again: accept the loss',
  'exception.shipped_after_end.paid_again': 'The customer keeps the goods and has paid again: say how in the note',
  'exception.shipped_after_end.goods_back': 'The parcel is back in the store',
  'exception.shipped_after_end.booked_before': 'The goods had been taken off the books before: put them back on once',
  'exception.shipped_twice.name': 'Shipped twice',
  'exception.shipped_twice.told': 'Order {order} was shipped with tracking number {tracking}, but its goods had left the store before.',
  'exception.shipped_twice.meaning': 'Two shipments of one order were recorded. The books count the goods once.',
  'exception.shipped_twice.left_once': 'One parcel left: nothing to correct',
  'exception.shipped_twice.left_twice': 'Two parcels left: take the goods off the books once more',
  'exception.shipped_too_many.name': 'Shipped with units that had gone elsewhere',
  'exception.shipped_too_many.told': 'Order {order} was shipped with more than it had here by then: {goods}.',
  'exception.shipped_too_many.meaning':
    'The pool had asked another location for some units while this store was cut off, and the parcel left with them all \
the same. They are off the books.',
  'exception.shipped_too_many.acknowledged': 'I have told the other location that it need not send them',
  'exception.shipped_too_many.goods_back': 'The extra goods are back in the store',
  'exception.picked_after_end.name': 'Worked on after the order had ended',
  'exception.picked_after_end.told':
    'Order {order} was worked on, but {status, select, cancelled {it had been cancelled} expired {it had not been \
picked up in time} rejected {it had been rejected} other {it had ended}} by then.',
  'exception.picked_after_end.meaning':
    'Goods were picked, packed or staged for an order that had ended by then. The books have them on the shelf.',
  'exception.picked_after_end.put_back': 'The goods are back on the shelf',
  'exception.picked_after_end.goods_gone': 'The goods are not here any more: take them off the books',
  'exception.picked_too_many.name': 'More picked than ordered',
  'exception.picked_too_many.told':
    '{known, select, no {Something was picked for line {line} of order {order}, which has no such line.} other {More \
was picked for line {line} of order {order} than it asks for: {goods}.}}',
  'exception.picked_too_many.meaning': 'More units were picked than the order asks for. The books have the extra ones on the shelf.',
  'exception.picked_too_many.put_back': 'The extra goods are back on the shelf',
  'exception.picked_too_many.goods_gone': 'The extra goods are not here, and did not leave with the order: take them off the books',
  'exception.picked_by_two.name': 'Picked by two',
  'exception.picked_by_two.told': '{picker} picked {goods} for order {order}, and {other} has this order. {picker} has goods to put back.',
  'exception.picked_by_two.meaning':
    'Two pickers worked on one order and could not hear of each other. It goes on with the other one. The \
books have these goods on the shelf.',
  'exception.picked_by_two.put_back': 'The goods are back on the shelf',
  'exception.picked_by_two.goods_gone': 'The goods are not here, and did not leave with the order: take them off the books',
  'exception.returned_more_than_bought.name': 'More returned than bought',
  'exception.returned_more_than_bought.told':
    '{on, select, order {With this return, more came back of order {number} than was delivered.} refund {With this \
return, more was refunded on receipt {number} than was paid.} tender {With this return, a card or account was given back \
more than it paid of receipt {number}.} \
other {With this return, more came back on receipt \
{number} than was bought.}}',
  'exception.returned_more_than_bought.meaning':
    'More came back than was bought, or more was refunded than was paid. Two stores that could not see each other may have \
taken returns of one sale.',
  'exception.returned_more_than_bought.accept_loss': 'Accept the loss: the goods came back and the money is gone',
  'exception.returned_more_than_bought.paid_back': 'The customer has paid the refund back: say in the note where the money is',
  'exception.returned_more_than_bought.entered_twice': 'One return was entered twice: take its goods off the books again',
  'exception.unknown_fulfillment_order.name': 'Order that this store does not have',
  'exception.unknown_fulfillment_order.told': 'A register recorded {what} for order {number}, which this store does not have.',
  'exception.unknown_fulfillment_order.meaning':
    'Work was recorded on an order that the pool never gave to this store. The books were not changed by it.',
  'exception.unknown_fulfillment_order.looked_up': 'The order was looked up with the head office: nothing to correct',
  'exception.unknown_fulfillment_order.goods_gone': 'Goods left the store with it: take them off the books',
  'exception.unknown_receipt.name': 'Return on an unknown receipt',
  'exception.unknown_receipt.told': 'Goods were returned on receipt {receipt}, which nobody knows.',
  'exception.unknown_receipt.meaning': 'Goods were taken back on a receipt that nobody knows. What was restocked is on the books.',
  'exception.unknown_receipt.looked_up': 'The receipt was looked up with the head office: nothing to correct',
  'exception.unknown_receipt.accept_loss': 'Nobody knows the receipt: accept the loss',
  'exception.unknown_receipt.not_returned': 'The goods are not here: take them off the books again',
  'exception.unknown_sku.name': 'Sale of an unknown product',
  'exception.unknown_sku.told': 'Receipt {receipt} sold {sku}, which is not in the catalog. So far: {goods}.',
  'exception.unknown_sku.meaning': 'Something was sold that is not in the catalog. Its stock went below zero.',
  'exception.unknown_sku.catalog_added': 'The product is in the catalog now: nothing to correct',
  'exception.unknown_sku.other_product': 'Another product was meant: correct its stock instead',
  'exception.pickup_moved.name': 'Pickup moved to another store',
  'exception.pickup_moved.told': 'The customer of order {order} fetches it at {store}.',
  'exception.pickup_moved.meaning':
    'The customer chose another store before anybody had begun to pick. The goods here are free for others again.',
  'exception.pickup_moved.acknowledged': 'Understood: there is nothing to do here',
  'exception.promise_moved.name': 'Promise moved elsewhere',
  'exception.promise_moved.told':
    '{goods} for order {order} were sold or removed. {method, select, pickup {The order waits until this store has \
them again.} other {Another location is asked for them.}}',
  'exception.promise_moved.meaning':
    'Goods that were promised to an online order were sold or removed. An order to be shipped is sent from another \
location; a pickup waits until this store has the goods again.',
  'exception.promise_moved.acknowledged': 'Understood: there is nothing to do here',
  'exception.returned_other_goods.name': 'Other goods returned than bought',
  'exception.returned_other_goods.told': 'Line {line} of {number} is {bought}, but {returned} was taken back on it.',
  'exception.returned_other_goods.meaning':
    'The return names another product than the line of the receipt that it refunds. What was restocked is on the books \
under the product that the return names.',
  'exception.returned_other_goods.acknowledged': 'What came back is what the return says: nothing to correct',
  'exception.returned_other_goods.other_product': 'Another product came back: correct its stock instead',
  'exception.returned_other_goods.not_returned': 'The goods are not here: take them off the books again',
  'exception.cash_not_in_drawer.name': 'Cash that no drawer counts',
  'exception.cash_not_in_drawer.told':
    '{receipt, select, none {A cash movement} other {Receipt {receipt}}} names \
{shift, select, unknown {a shift that is not known here. If its opening waits in \
quarantine, the cash is counted once that is applied} other_register {the shift of another register} closed {a \
shift that had been closed by then} other {a shift with more cash than can be counted}}. No drawer counts the \
cash of it and of any before it.',
  'exception.cash_not_in_drawer.meaning':
    'A register took or paid out cash in a shift that was not its own, was closed, or is not known. The sales and returns \
stand; the cash is in none of the drawers by the books.',
  'exception.cash_not_in_drawer.looked_up': 'The cash was found: say in the note in which drawer it was counted',
  'exception.cash_not_in_drawer.accept_loss': 'The cash was not found: accept the difference',
  'exception.card_not_covered.name': 'Card payment that does not cover its sale',
  'exception.card_not_covered.told':
    'Receipt {receipt} names card payment {payment}, {trouble, select, unknown {which is not known here} not_approved {which \
the terminal did not approve} other_amount {which was approved for another amount} other {which another receipt \
has booked}}.',
  'exception.card_not_covered.meaning':
    'The sale stands and the goods are gone. Whether the money was taken is not sure: the statement of the terminal says it.',
  'exception.card_not_covered.looked_up': 'The statement of the terminal has the money: say in the note where',
  'exception.card_not_covered.paid_again': 'The customer paid another way: say in the note how',
  'exception.card_not_covered.accept_loss': 'The money was not taken: accept the loss',
  'exception.card_money_doubtful.name': 'Money back to a card, by the word of a person',
  'exception.card_money_doubtful.told':
    '{terminal, select, silent {The terminal did not answer, and somebody has read on its slip what became of card payment \
{payment}: the money {money, select, went_back {has gone back} other {has not gone back}}.} other {The terminal now says of card \
payment {payment} that the money {money, select, went_back {has gone back} other {has not gone back}}. A person had said the \
opposite.}}',
  'exception.card_money_doubtful.meaning': 'The books count what is said here. The statement of the terminal says whether it is right.',
  'exception.card_money_doubtful.looked_up': 'The statement of the terminal says the same: say in the note where',
  'exception.card_money_doubtful.paid_back': 'The customer did not have the money and got it another way: say in the note how',
  'exception.card_money_doubtful.paid_again': 'The customer got the money twice and paid it again: say in the note how',
  'exception.card_money_doubtful.accept_loss': 'The customer got the money twice: accept the loss',
  'exception.stored_value_not_covered.name': 'Gift card or store credit that does not cover what it paid',
  'exception.stored_value_not_covered.told':
    'Receipt {receipt} takes money off {card}, {trouble, select, unknown {which nobody has issued} \
balance {which had less} blocked {which is blocked} other {which is in another currency}}.',
  'exception.stored_value_not_covered.meaning':
    'The sale stands and the goods are gone. The same card may have been used at two tills that had no connection.',
  'exception.stored_value_not_covered.looked_up': 'The card was issued and had the money: say in the note where',
  'exception.stored_value_not_covered.paid_again': 'The customer paid the rest another way: say in the note how',
  'exception.stored_value_not_covered.accept_loss': 'The money is missing: accept the loss',
  'exception.account_not_covered.name': 'Account that does not cover what was bought on it',
  'exception.account_not_covered.told':
    'Receipt {receipt} was put on the account of its customer, {trouble, select, unknown {who has none} \
balance {which is over its limit now} blocked {which is blocked} other {which is in another currency}}.',
  'exception.account_not_covered.meaning':
    'The sale stands and the customer owes the money. Two tills without a connection may have gone over the limit together.',
  'exception.account_not_covered.acknowledged': 'The customer is good for it: nothing else to do',
  'exception.account_not_covered.paid_again': 'The customer has paid it: say in the note how',
  'exception.account_not_covered.looked_up': 'Agreed with the customer: say in the note what',
  'exception.points_not_covered.name': 'Points that were used more than once',
  'exception.points_not_covered.told':
    'Receipt {receipt} used points of its customer, and {points} of them \
{trouble, select, unknown {were never earned} blocked {are blocked} other {were used before}}.',
  'exception.points_not_covered.meaning': 'The sale stands. The same points may have been used at two tills that had no connection.',
  'exception.points_not_covered.acknowledged': 'The customer earns them back: nothing else to do',
  'exception.points_not_covered.paid_again': 'The customer has paid it: say in the note how',
  'exception.points_not_covered.accept_loss': 'The points are a present: accept the loss',
  'exception.coupon_used_too_often.name': 'Coupon or promotion used more often than allowed',
  'exception.coupon_used_too_often.told':
    'Receipt {receipt} used promotion {promotion} by \
{by, select, customer {its customer} amount {its customer} other {the coupon}} {coupon}. \
{by, select, amount {More was taken off than the customer may have.} other {It was use number {uses}, and {most} were allowed.}}',
  'exception.coupon_used_too_often.meaning':
    'The sale stands at the lower price. It may have been used at two tills that had no connection.',
  'exception.coupon_used_too_often.paid_again': 'The customer paid the difference: say in the note how',
  'exception.coupon_used_too_often.acknowledged': 'The customer was allowed to use it again',
  'exception.coupon_used_too_often.accept_loss': 'Accept the loss',
  'exception.other_currency.name': 'Cash in another currency',
  'exception.other_currency.told': 'Receipt {receipt} is in {currency}, but its drawer was opened in {drawer}. The cash is counted apart.',
  'exception.other_currency.meaning':
    'A register took or paid out cash in another currency than its drawer was opened in. Each currency is counted apart.',
  'exception.other_currency.acknowledged': 'The cash is in the drawer in that currency',
  'exception.other_currency.looked_up': 'The currency was wrong: say in the note what was put right',
  'exception.shift_not_closed.name': 'A count that closed no shift',
  'exception.shift_not_closed.told':
    'A register counted and closed {shift, select, other_register {the shift of another register} closed {a shift \
that had been closed by then} other {a shift that is not known here}}. The count changed nothing.',
  'exception.shift_not_closed.meaning':
    'A register counted a drawer and closed a shift that was not its own, had been closed before, or is not known. No \
shift was changed by it.',
  'exception.shift_not_closed.looked_up': 'It was found out which drawer was counted: nothing to correct',
  'exception.unknown_associate.name': 'Work of somebody unknown',
  'exception.unknown_associate.told': 'A register recorded {what} in the name of {associate}, whom nobody knows.',
  'exception.unknown_associate.meaning': 'A register recorded work in the name of an associate that nobody knows. What was done stands.',
  'exception.unknown_associate.looked_up': 'It was found out who did this: say so in the note',
  'exception.not_allowed.name': 'Done without permission',
  'exception.not_allowed.told':
    '{signedIn, select, no {A register recorded {what} while nobody was signed in.} other {{associate} recorded \
{what}, which the role {role} may not do without a colleague, or not at all.}}',
  'exception.not_allowed.meaning':
    'A register recorded something that the role of its associate does not allow, or not without a colleague. What was \
done stands.',
  'exception.not_allowed.acknowledged': 'It was right to do it: nothing to correct',
  'exception.not_allowed.looked_up': 'It was found out what happened: say so in the note',
  'exception.approved_by_badge.name': 'Approved by a badge',
  'exception.approved_by_badge.told': '{associate} approved {what} by a badge. In this store only a PIN approves.',
  'exception.approved_by_badge.meaning':
    'Somebody approved something by a badge where badges are not allowed to approve. A badge can be found or borrowed. What \
was done stands.',
  'exception.approved_by_badge.acknowledged': 'The colleague did approve it: nothing to correct',
  'exception.approved_by_badge.looked_up': 'It was found out what happened: say so in the note',
  'exception.empties_off_catalog.name': 'Empties that were paid otherwise',
  'exception.empties_off_catalog.told': 'Receipt {receipt} paid {paid} for empties. By the catalog they were worth {due}.',
  'exception.empties_off_catalog.meaning':
    'A register paid another amount for empties than the catalog says. A deposit may have changed while the register was \
offline. The money stays paid.',
  'exception.empties_off_catalog.acknowledged': 'The deposit has changed since: nothing to correct',
  'exception.empties_off_catalog.accept_loss': 'The difference is lost',
  'exception.empties_off_catalog.looked_up': 'It was found out what happened: say so in the note',
  'exception.no_receipt_off_policy.name': 'Against the policy for returns without a receipt',
  'exception.no_receipt_off_policy.told':
    'Receipt {receipt} gave {paid} of store credit without a receipt. {trouble, select, not_offered {This store offers no such \
returns.} customer {The customer had to be known.} document {A document had to be shown.} return_limit {One return gives {most} at \
most.} customer_returns {The customer had no more such returns left.} customer_limit {The customer had {most} left.} other {The \
lowest recent prices make it {most}.}}',
  'exception.no_receipt_off_policy.meaning':
    'A register took goods back without a receipt otherwise than the policy says. It may have been offline while another one \
served the same customer, or a price changed. The credit stays given.',
  'exception.no_receipt_off_policy.acknowledged': 'It was right to do it: nothing to correct',
  'exception.no_receipt_off_policy.accept_loss': 'The difference is lost',
  'exception.no_receipt_off_policy.looked_up': 'It was found out what happened: say so in the note',
  'exception.business_date_off.name': 'A business date that cannot be',
  'exception.business_date_off.told': 'A register recorded {what} under the business date {date}. By the server it was {today}.',
  'exception.business_date_off.meaning':
    'A register works under a date that is years ago or in the future: its clock is wrong. What was done stands, under \
that date.',
  'exception.business_date_off.acknowledged': 'The clock of the register is right now',
  'exception.business_date_off.looked_up': 'It was found out what happened: say so in the note',
  'exception.count_wanted.name': 'Goods to be counted',
  'exception.count_wanted.told':
    'Order {order} was rejected: {reason, select, out_of_stock {out of stock} damaged {damaged} other {not found}}. \
Count how many of {sku} are here.',
  'exception.count_wanted.meaning':
    'An order was rejected because goods were not there. Until they are counted, no online order is given to this store \
for them.',
  'exception.count_wanted.count_agrees': 'I counted: as many are here as the books say',
  'exception.count_wanted.count_fewer': 'I counted: fewer are here. Take the difference off the books',
  'exception.count_wanted.count_more': 'I counted: more are here. Put the difference on the books',
  'exception.order_not_placed.name': 'An order of a sale that was not placed',
  'exception.order_not_placed.told':
    'Order {order} of receipt {receipt} was not placed: {trouble, select, unknown_sku {an article is not in the catalog} \
unknown_store {its store is closed or not known} customer_erased {its customer was erased} other {the order is there \
already}}. Goods: {goods}. Paid: {amount}.',
  'exception.order_not_placed.meaning':
    'The customer has paid for goods that nobody will send. Give the money back by a return on the receipt, or order the goods \
another way.',
  'exception.order_not_placed.paid_back': 'The customer has the money back: say in the note how',
  'exception.order_not_placed.looked_up': 'The goods were ordered another way: say so in the note',
  'exception.order_waits.name': 'Ordered goods that no store has',
  'exception.order_waits.told': 'For order {order} of receipt {receipt} no store has {goods}. The order was paid with {amount}.',
  'exception.order_waits.meaning':
    'The goods are sent as soon as a store has them. Ask the customer: they wait, or they get the money back by a return on the receipt.',
  'exception.order_waits.acknowledged': 'The customer waits',
  'exception.order_waits.paid_back': 'The customer has the money back: say in the note how',
  'exception.rules_ask_nobody.name': 'Sourcing rules that ask nobody for an order',
  'exception.rules_ask_nobody.told':
    'Somebody has {goods} of order {order}, but {why, select, no_rule {no sourcing rule fits the order} other {the \
sourcing rules that fit the order ask nobody who has the goods}} (version {version}).',
  'exception.rules_ask_nobody.meaning':
    'The order waits, and its customer with it. Ask the head office to change the sourcing rules: then it is sent by itself.',
  'exception.rules_ask_nobody.acknowledged': 'The head office knows',
  'exception.rules_ask_nobody.paid_back': 'The customer has the money back: say in the note how',
  'exception.refunded_after_departure.name': 'Money given back for goods that had left',
  'exception.refunded_after_departure.told':
    'On receipt {receipt} {amount} was given back for order {order}, but {goods} had left by then.',
  'exception.refunded_after_departure.meaning':
    'The customer has the money and gets the goods. A store sent them or handed them over in the meantime.',
  'exception.refunded_after_departure.paid_again': 'The customer paid again or sends them back: say in the note how',
  'exception.refunded_after_departure.looked_up': 'It was found out that the goods did not leave: say so in the note',
  'exception.refunded_after_departure.accept_loss': 'Accept the loss',
} as const;
