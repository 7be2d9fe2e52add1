export const sync = {
  'sync.lastContact': 'Last contact with the server',
  'sync.notSinceOpened': 'not since the app was opened',
  'sync.notSent': 'Operations not sent yet',
  'sync.recorded': 'Operations recorded on this register',
  'sync.completeAt': 'What this register knows was complete',
  'sync.notYet': 'not yet',
  'sync.fetchingAgain': '{age}, fetching again',
  'sync.products': 'Products in the catalog',
  'sync.store': 'Store',
  'sync.register': 'Register',
  'sync.registerId': 'Number of the register for support',
  'sync.tryNow': 'Try now',
  'sync.pullAgain': 'Pull everything again',
  'sync.pullAgainAsk': 'Pull everything again?',
  'sync.pullAgainText':
    'The register forgets its copy of catalog, stock and orders and fetches them anew. Nothing that was done here is lost.',
  'sync.pullAgainOffline':
    'The register forgets its copy of catalog, stock and orders and fetches them anew. Nothing that was done here is \
lost. There is no connection now: until there is one, you cannot look up products or orders.',
  'sync.leave': 'Set up as a new register',
  'sync.leaveAsk': 'Set this device up as a new register?',
  'sync.leaveText': 'You need a register code from the head office.',
  'sync.leavePending':
    'You need a register code from the head office. {count, plural, one {# operation of the old register was not sent. \
It stays on this device for support to fetch; the new register does not send it.} other {# operations of the old \
register were not sent. They stay on this device for support to fetch; the new register does not send them.}}',
  'sync.customers': 'Customers',
  'sync.sendAgain': 'Send again',
  'sync.customersText':
    "The server does not understand what was entered here of these customers: it may be \
older than this app. Send it again after the server's update. Otherwise write it down, and drop it.",
  'sync.dropCustomer': 'Drop',
  'sync.dropCustomerOf': 'Drop what was entered of {name}',
  'sync.quarantine': 'Quarantine',
  'sync.export': 'Export',
  'sync.nothingHeld': 'Nothing is in quarantine.',
  'sync.heldText':
    'The server could not apply what is listed here. It is kept and holds nothing else up. The head office can look at it \
and apply it later; do not repeat what was done.',
  'sync.withoutNumber': 'Without a number',
  'sync.operation': 'Operation {seq}',
  'sync.inspect': 'Inspect',
  'sync.inspectOperation': 'Inspect operation {seq}',
  'sync.inspectWithoutNumber': 'Inspect without a number',
  'sync.reading': 'Reading the journal.',
  'sync.notInJournal': 'The journal of this register has no operation in this place.',
  'advice.withdrawn':
    'The head office has withdrawn this register. What was recorded here is kept on this device. Save a copy for support \
and give it to the head office; then set the device up as a new register with a new register code.',
  'advice.unknown':
    'The server does not know this register any more. What was recorded here is kept on this device. Tell the head \
office, and set it up as a new register with a new register code.',
  'advice.clonedHandedOver':
    'Two machines work as this register, so it has stopped. Do not sell on it any more, and tell the head office. \
Everything that was recorded here is with the head office, which settles it. Then set each machine up as a new \
register.',
  'advice.cloned':
    'Two machines work as this register, so it has stopped. Do not sell on it any more, and tell the head office. \
Everything that was recorded here is kept on this device, and goes to the head office by itself when the network is \
there. Save a copy for support. Then set each machine up as a new register.',
  'advice.lost':
    'Nothing is recorded on this register any more, and nothing is sent.{kept} Save a copy for support, then set this \
device up as a new register.',
  'advice.incomplete':
    'Nothing is recorded here, and nothing is sent, until the server has been asked for what is missing.{kept} It goes on \
by itself when the network is there.',
  'advice.kept':
    '{count, plural, one { 1 operation has not been sent; it is kept on this device.} other { # operations have not been \
sent; they are kept on this device.}}',
  'advice.allSent': 'Everything that was done here has been sent.',
  'advice.safe':
    '{count, plural, one {# operation is safe on this device and will be sent.} other {# operations are safe on this \
device and will be sent.}}',
  'advice.online': 'Online. {waiting}',
  'advice.connecting': 'Looking for the server. You can keep working. {waiting}',
  'advice.offline':
    'Offline. The connection was lost {age}; you can keep working. {waiting} Sending begins by itself when the network is \
back.',
  'advice.serverTooOld':
    'The server is older than this app and needs its update; tell the head office. You can keep working. {waiting} \
Sending begins by itself after the update.',
  'advice.appTooOld':
    'This app is too old for the server. You can keep working. {waiting} Close the app and open it again to get the \
newest version; if this stays, tell the head office. Sending begins by itself after the update.',
  'advice.sendTrouble': 'Online, but sending began to fail {age}: {reason}. You can keep working. {waiting} If this stays, tell support.',
  'trouble.too_large':
    'something between this register and the server does not let messages of this size through (413). They are sent in \
smaller parts',
  'trouble.too_slow': 'the connection is too slow for what is to be sent. It is sent in smaller parts',
  'trouble.not_signed': 'the server knows another key of this register. The head office can make it forget that key',
  'trouble.refused': 'something between this register and the server refuses it ({status})',
  'trouble.failed': 'the server fails over it ({status})',
  'trouble.no_answer': 'no answer comes to it',
  'terminal.title': 'Card terminal',
  'terminal.ready': 'Ready.',
  'terminal.not_paired': 'This device is not paired with the device host of its machine yet.',
  'terminal.no_host': 'The device host of this machine does not answer. Start it, or pair again if it was set up anew.',
  'terminal.no_terminal': 'The terminal does not answer. Check its power and its network cable.',
  'terminal.code': 'Pairing code',
  'terminal.codeHint': 'The device host shows it when it starts.',
  'terminal.pair': 'Pair',
  'terminal.failed.wrong_code': 'This is not the code. Each code works once; look for the newest.',
  'terminal.failed.too_many_tries': 'Too many wrong codes. Wait a minute and try again.',
  'terminal.failed.no_host': 'No device host answers on this machine. Start it and try again.',
} as const;
