/** Mails to customers, and how they are asked for. */
export const mail = {
  'mail.receiptSubject': 'Your receipt {number} from {store}',
  'mail.receiptIntro': 'Thank you for your visit. Here is your receipt from {store}.',
  'mail.notYours': 'Somebody gave this address at our till. If this receipt is not yours, please delete this mail.',
  'mail.button': 'E-mail the receipt',
  'mail.title': 'Send the receipt by e-mail',
  'mail.address': 'E-mail address of the customer',
  'mail.use': 'It is used for this receipt alone, and deleted once the mail was sent.',
  'mail.wrong': 'This is no e-mail address. One looks like name@example.com.',
  'mail.copy': 'The customer has this receipt already, so it is marked as a copy.',
  'mail.send': 'Send',
  'mail.list': 'E-mails of this receipt',
  'mail.waiting': 'E-mail asked for {when}. It waits to be sent.',
  'mail.waitingHere': 'E-mail asked for {when}. This register sends it with the next connection.',
  'mail.sent': 'E-mail sent {when}.',
  'mail.failed': 'E-mail not sent, {when}. {reason}',
} as const;
