import type { mail as english } from '../en/mail.ts';
import type { Translated } from '../message.ts';

export const mail: Translated<typeof english> = {
  'mail.receiptSubject': 'Ihr Beleg {number} von {store}',
  'mail.receiptIntro': 'Vielen Dank für Ihren Besuch. Hier ist Ihr Beleg von {store}.',
  'mail.notYours': 'Diese Adresse wurde an unserer Kasse genannt. Ist der Beleg nicht für Sie, löschen Sie bitte diese E-Mail.',
  'mail.button': 'Beleg per E-Mail',
  'mail.title': 'Beleg per E-Mail senden',
  'mail.address': 'E-Mail-Adresse des Kunden',
  'mail.use': 'Sie dient nur diesem Beleg und wird gelöscht, sobald die E-Mail gesendet ist.',
  'mail.wrong': 'Das ist keine E-Mail-Adresse. Eine Adresse sieht aus wie name@example.com.',
  'mail.copy': 'Der Kunde hat diesen Beleg schon. Deshalb ist er als Kopie bezeichnet.',
  'mail.send': 'Senden',
  'mail.list': 'E-Mails zu diesem Beleg',
  'mail.waiting': 'E-Mail angefordert: {when}. Sie wird noch gesendet.',
  'mail.waitingHere': 'E-Mail angefordert: {when}. Diese Kasse sendet sie, sobald sie wieder verbunden ist.',
  'mail.sent': 'E-Mail gesendet: {when}.',
  'mail.failed': 'E-Mail nicht gesendet: {when}. {reason}',
};
