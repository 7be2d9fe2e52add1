export const kit = {
  'kit.ok': 'OK',
  'kit.close': 'Close',
  'kit.insteadOf': 'instead of {name}',
  'kit.goBack': 'Go back',
  'kit.oneMoment': 'One moment.',
  'kit.saveCopy': 'Save a copy for support',
  'kit.copyNotSaved': 'The copy could not be saved',
  'kit.justNow': 'just now',
  'kit.units': '{count, plural, one {# unit} other {# units}}',
  'identity.id_card': 'Identity card',
  'identity.passport': 'Passport',
  'identity.driving_licence': 'Driving licence',
  'identity.residence_permit': 'Residence permit',
  'kit.orders': '{count, plural, one {# order} other {# orders}}',
  'kit.lost':
    'This register has lost records that cannot be brought back, so nothing can be recorded on it. Use another register, \
and tell support. On the Sync screen you can save a copy for them and then set this device up as a new register.',
  'kit.needsServer':
    'This register has lost part of its records. You can look things up, but not record anything yet. Connect it to the \
network: it fetches what is missing from the server by itself. Use another register until then.',
  'kit.diskFull':
    'This device is full, so it cannot save news from the server: prices, stock and orders may be out of date. You can \
keep working as long as sales can be completed. Free some space, for example by deleting downloads or emptying the \
bin; then it goes on by itself.',
  'kit.diskFailing':
    'This device cannot save news from the server: prices, stock and orders may be out of date. You can keep working as \
long as sales can be completed. When there is nobody at the counter, close the app and open it again; if this comes \
back, call support.',
  'clock.back': 'The clock of this device was set back: it said {said}, and now says {says}.',
  'clock.ahead': 'The clock of this device jumped ahead: it said {said}, and now says {says}.',
  'clock.off': 'The clock of this device is wrong: it says {says}, and by the server it is {said}.',
  'clock.what':
    'You can go on selling: sales keep their order and stay in the shift. Set date and time in the settings of this \
computer, and let it set them by itself.',
  'kit.renewing':
    'The copy of catalog, stock and orders on this device was damaged and is being fetched again; that needs the network. \
Nothing that was done here is lost; what you see may not be everything yet.',
  'kit.mendedWithLosses':
    'The records of this register were damaged and have been repaired, but not all of them could be brought back. You can \
keep working. Tell support, and save a copy for them on the Sync screen.',
  'kit.mended':
    'The records of this register were damaged and have been repaired from their copies. Nothing is missing; you can keep \
working. If this comes back, tell support: the disk may be failing.',
  'kit.cannotStartFull':
    'This device is full, so the register cannot start. Nothing has been deleted. Free some space, for example by \
deleting downloads or emptying the bin, and try again.',
  'kit.cannotStartBroken':
    'The records on this device could not be opened. Nothing has been deleted. Close other windows of the app, restart \
the device, and try again. If it stays like this, use another register, save a copy for support, and call them.',
  'doubt.confirm': 'It is right',
  'doubt.back': 'Change it',
  'doubt.muchChange': '{what} in change?',
  'doubt.muchChangeText': 'That is far more than this sale. Check the cash given.',
  'doubt.largeFloat': 'A float of {what}?',
  'doubt.largeFloatText': 'That is more cash than a drawer usually begins with. Check the figures.',
  'doubt.largeQuantity': '{what}?',
  'doubt.largeQuantityText': 'That is more than is usually sold at once. Check the quantity.',
  'doubt.refundAboveDrawer': 'A refund of {what}?',
  'doubt.refundAboveDrawerText': 'That is more than there should be in the drawer.',
  'doubt.writeOff': 'Take {what} off the books?',
  'doubt.largeWriteOffText': 'That is a lot for one decision. Check the units.',
  'doubt.writeOffAboveStockText': 'The books do not have so many: the stock would fall below zero. Check the units.',
  'order.waiting': 'Waiting',
  'order.picking': 'Being picked',
  'order.picked': 'Picked',
  'order.packed': 'Packed',
  'order.ready': 'Ready at {place}',
  'order.handed_over': 'Handed over',
  'order.shipped': 'Shipped',
  'order.rejected': 'Rejected by this store',
  'order.cancelled': 'Cancelled',
  'order.expired': 'Not picked up in time',
  'reject.ship':
    'This store will not send it now. Another location is asked; what none of them has waits for stock. The customer keeps the \
order. Why?',
  'reject.pickup':
    'This store will not do it now. It waits until this store can do it, or until the customer chooses another store or has it \
shipped. Why?',
  'reject.counts': 'This store is asked to count, and gets no online order for it before',
  'reject.askedAgain': 'This store is asked again after {count, plural, one {# hour} other {# hours}}',
  'shortPick.not_found': 'Not on the shelf',
  'shortPick.damaged': 'Damaged',
  'shortPick.sold_in_store': 'Sold in the store',
  'shortPick.leavesStock': 'Leaves the stock on hand',
  'shortPick.keepsStock': 'The stock stays as it is: the sale took it off',
  'shortPick.fromElsewhere': '{count, plural, one {# unit} other {# units}} will come from another location, or wait for stock.',
  'shortPick.waits':
    '{count, plural, one {1 unit waits until this store has it again. The customer can choose another store or have it \
shipped.} other {# units wait until this store has them again. The customer can choose another store or have them \
shipped.}}',
  'reject.out_of_stock': 'Out of stock',
  'reject.not_found': 'Not found',
  'reject.damaged': 'Damaged',
  'reject.too_busy': 'Too busy',
  'reject.closed': 'Store is closed',
  'scanner.title': 'Scanner',
  'scanner.shortest':
    'Characters of the shortest code. Shorter ones are taken for typing. Choose 4 if short numbers such as 4011 are \
scanned here.',
  'scanner.separatorKey': 'The key that the scanner sends between the fields of a GS1 code. Its manual calls it GS or FNC1.',
  'scanner.sounds': 'Which scans are heard',
  'scanner.sounds.all': 'All',
  'scanner.sounds.refused': 'Refused ones',
  'scanner.sounds.none': 'None',
  'scanner.refused': 'Scans that were refused',
  'scanner.dismiss': 'Dismiss',
  'scanner.dismissCode': 'Dismiss {code}',
  'scanner.times': '({count} times)',
  'scanner.asking': '{code} was not taken: a question is open. Answer it and scan again.',
  'scanner.nothingHere': '{code} was scanned, but nothing is scanned on this screen.',
  'scanner.failed': '{code} was scanned, but that did not work. Scan it again.',
  'operation.type': 'What was done',
  'operation.at': 'When, by the clock of the device',
  'operation.businessDate': 'Business date',
  'operation.associateId': 'Associate',
  'operation.seq': 'Number in the journal',
  'operation.version': 'Version',
  'operation.id': 'Id',
  'operation.notTold': 'not told',
  'operation.whole': 'The whole operation',
  'code.unknown': 'Nothing in the catalog has the code {code}.',
  'code.badCheckDigit': 'The check digit of {code} is wrong. Scan it again, or compare it with the label.',
  'code.noProduct': 'No product in the catalog has the code {code}.',
  'code.badMeasure': 'The check digit of the price or weight in {code} is wrong. Scan it again, or weigh the goods again.',
  'code.badLabel': 'The label {code} is wrong at its part ({ai}). Scan it again, or type the number of the article.',
  'code.doubleScan': 'Two scans came as one: {code}. Scan it again.',
  'code.webAddress': '{code} is a web address that names no product.',
  'code.layout':
    'The scanner and this device have different keyboard layouts: it read {code}. Set the scanner to the country of the keyboard.',
  'code.capsLock': 'Caps Lock seems to be on: the scanner sent {code}. Switch it off and scan again.',
  'code.coupon': '{code} is a coupon and no product.',
  'code.notGoods': '{code} names no goods that are sold, but a pallet, an address or a bill.',
  'code.expired': '{name} expired on {date} and is not sold. Take another one.',
  'code.labelAmount': 'The price, weight or count on the label {code} cannot be sold. Weigh or count the goods again.',
  'code.labelCurrency': 'The label {code} has a price in {currency}, and this till sells in {own}.',
  'code.labelUnit': 'The label {code} does not have its weight in kilograms. Weigh the goods again.',
  'connection.online': 'Online',
  'connection.connecting': 'Connecting',
  'connection.sendingFails': 'Online, sending fails',
  'connection.sendingFailsWorking': 'Online, sending fails: you can keep working',
  'connection.offline': 'Offline',
  'connection.offlineWorking': 'Offline: you can keep working',
  'connection.serverTooOld': 'Server needs its update',
  'connection.serverTooOldWorking': 'Server needs its update: you can keep working',
  'connection.appTooOld': 'App needs its update',
  'connection.appTooOldWorking': 'App needs its update: you can keep working',
  'connection.refused': 'The server refuses this register',
  'connection.toSend': '· {count} to send',
  'kit.cancel': 'Cancel',
  'kit.order': 'Order {number}',
} as const;
