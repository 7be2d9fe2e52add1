export const refusals = {
  'refusal.void_too_late': 'The drawer of this sale was counted. Take it back as a return.',
  'refusal.shift_went_on': 'Something was recorded since the report was made. Look at it again.',
  'refusal.difference_needs_reason': 'The difference needs a reason.',
  'refusal.left_more_than_counted': 'No more can stay in the drawer than was counted.',
  'refusal.copied_before':
    'This receipt was copied before, and there may be one copy only. Show the receipt on the screen, or ask the head office.',
  'refusal.no_open_shift': 'Open the shift first: count the float in the drawer and enter it.',
  'refusal.has_a_drawer': 'Whoever takes it over answers for another drawer already. Close that one first.',
  'refusal.shift_already_open': 'The shift of this register is open already.',
  'refusal.empty_sale': 'There is nothing in this sale yet. Scan an item first.',
  'refusal.card_payment_unknown': 'The card payment of this sale is not known in this store. Pay back another way.',
  'refusal.card_has_answered': 'The terminal has answered meanwhile. Look at what it said.',
  'refusal.terminal_is_asked': 'The terminal is still being asked. Wait half a minute for its answer.',
  'refusal.card_payment_open': 'A card payment is still open. Wait until the terminal has said what became of it, or leave it open.',
  'refusal.tender_too_small': 'The cash given does not cover the total.',
  'refusal.tender_too_large': 'The other tenders pay more than the total. Take one of them back.',
  'refusal.stored_value_unknown': 'Nobody has issued a gift card or store credit with this number. Check the number.',
  'refusal.stored_value_is_blocked': 'This card is blocked. Ask the head office why.',
  'refusal.stored_value_other_currency': 'This card is in another currency.',
  'refusal.stored_value_empty': 'There is no money left on this card.',
  'refusal.stored_value_offline':
    'Without a connection no more can be taken off this card. Pay another way, or try again once the register is online.',
  'refusal.gift_card_used': 'Money of this gift card has been spent, so it cannot come back.',
  'refusal.account_missing': 'This customer has no account. The head office opens one.',
  'refusal.account_is_blocked': 'This account is blocked. Ask the head office why.',
  'refusal.account_other_currency': 'This account is in another currency.',
  'refusal.account_limit_reached': 'That goes over the limit of the account. Pay the rest another way.',
  'refusal.account_payment_used':
    'The customer has bought on the account since this payment. Given back, it would take the account over its limit.',
  'refusal.account_of_another':
    'A payment in this sale is for the account of another customer. Choose that customer again, or take its line away.',
  'refusal.account_offline':
    'Without a connection no more can be bought on this account. Pay another way, or try again once the register is online.',
  'refusal.points_missing': 'No points can be used for this sale.',
  'refusal.points_offline':
    'Without a connection no more points of this customer can be used. Pay another way, or try again once the register is online.',
  'refusal.card_number_not_valid': 'A card number has 8 to 24 digits.',
  'refusal.amount_not_valid': 'That is not an amount. Enter it in figures, for example 12.50.',
  'refusal.amount_too_large': 'That amount is too large to be right. Check the figures.',
  'refusal.unknown_item': 'This item is not in the catalog.',
  'refusal.wrong_item': 'This item is not the one that was ordered. Put it back and scan the right one.',
  'refusal.already_picked': 'All units of this item are picked already.',
  'refusal.nothing_to_pick': 'There is nothing to pick here.',
  'refusal.order_has_ended': 'This order has ended. Nothing more can be done with it in this store.',
  'refusal.not_fully_picked': 'Not everything in this order is picked yet.',
  'refusal.not_packed': 'Pack this order first.',
  'refusal.not_ready': 'This order is not ready for pickup yet.',
  'refusal.wrong_pickup_code': 'That is not the pickup code of this order. Ask the customer for the code in their message.',
  'refusal.document_not_accepted': 'Documents of this kind do not count here. Ask for another one.',
  'refusal.nothing_to_put_back': 'There is nothing left to put back of this order.',
  'refusal.staging_location_missing': 'Choose the staging location where the order will wait.',
  'refusal.not_your_wave': 'A colleague has this wave now.',
  'refusal.already_packed': 'This order is packed already. Take the goods out of its box at the packing desk.',
  'refusal.already_at_place': 'It is at this place already.',
  'refusal.tracking_number_missing': 'Enter the tracking number from the carrier’s label.',
  'refusal.tracking_number_wrong': 'A digit of this tracking number is wrong. Scan the carrier’s label again, or check each digit.',
  'refusal.quantity_not_valid': 'Enter a quantity in whole units.',
  'refusal.nothing_to_return': 'Choose at least one item to return.',
  'refusal.more_than_was_bought': 'That is more than was bought and has not come back yet.',
  'refusal.exception_is_resolved': 'Somebody has resolved this already.',
  'refusal.choice_not_valid': 'That cannot be chosen for this exception.',
  'refusal.sku_missing': 'Scan or enter the product.',
  'refusal.held_sale_gone': 'Another register has gone on with this sale.',
  'refusal.note_missing': 'Write down what was found out.',
  'refusal.not_allowed': 'Your role does not allow this. Ask a manager to do it.',
  'refusal.needs_approval': 'A colleague has to approve this, so it has not been done.',
  'refusal.register_stopped': 'This register has been stopped, so nothing can be recorded on it. Use another register and call support.',
  'refusal.journal_incomplete':
    'This register has lost part of its records, so nothing can be recorded on it yet. Connect it to the network: it \
fetches what is missing from the server by itself. Use another register until then.',
  'refusal.journal_lost':
    'This register has lost records that cannot be brought back, so nothing can be recorded on it. Use another register, \
and set this one up as a new register on the Sync screen.',
  'refusal.storage_full':
    'This device is full, so it has NOT been done. Free some space, for example by deleting downloads or emptying the \
bin, and do it again. The app need not be restarted.',
  'refusal.storage_failed':
    'This device could not save it, so it has NOT been done. Try again. If it happens again, close the app and open it \
again, and call support.',
  'refusal.order_without_customer': 'Goods are ordered in this sale. Say who gets them: choose the customer first.',
  'refusal.order_state_unknown':
    'These goods were ordered. Only the server knows whether they are on their way: try again with a connection.',
  'refusal.not_recordable':
    'The app made a mistake, so it has NOT been done. Try it another way, in smaller parts for example, and call support.',
} as const;
