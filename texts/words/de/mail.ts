import type { mail as english } from '../en/mail.ts';
import type { Translated } from '../message.ts';

export const mail: Translated<typeof english> = {
  'mail.receiptSubject': 'Ihr Beleg {number} von {store}',
  'mail.receiptIntro': 'Vielen Dank für Ihren Besuch. Hier ist Ihr Beleg von {store}.',
  'mail.notYours': 'Diese Adresse wurde an unserer Kasse genannt. Ist der Beleg nicht für Sie, löschen Sie bitte diese E-Mail.',
  'mail.pickup.ready.subject': 'Bestellung {number} ist abholbereit: {store}',
  'mail.pickup.ready.intro': 'Guten Tag {name}, Ihre Bestellung {number} ist abholbereit. Sie bekommen sie hier: {store}.',
  'mail.pickup.reminder.subject': 'Bestellung {number} wartet noch auf Sie: {store}',
  'mail.pickup.reminder.intro': 'Guten Tag {name}, Ihre Bestellung {number} wartet noch auf Sie: {store}.',
  'mail.pickup.expired.subject': 'Bestellung {number} wurde nicht abgeholt',
  'mail.pickup.expired.intro': 'Guten Tag {name}, niemand hat Ihre Bestellung {number} abgeholt ({store}). Sie ist deshalb beendet.',
  'mail.pickup.order': 'Bestellung {number}',
  'mail.pickup.showCode': 'Zeigen Sie diesen Code an der Kasse.',
  'mail.pickup.until': 'Sie wartet auf Sie bis {day}.',
  'mail.pickup.cheaper': 'Was wir stattdessen eingepackt haben, kostet weniger: {amount} werden Ihnen erstattet.',
  'mail.pickup.back': 'Sie bekommen {amount} zurück.',
  'mail.pickup.outro':
    'Geben Sie diesen Code nicht weiter: Wer ihn zeigt, kann die Ware bekommen. Ist diese Bestellung nicht von Ihnen, löschen Sie bitte \
diese Mail.',
  'mail.pickup.byShop': 'Der Onlineshop erstattet es auf dem Weg, auf dem Sie bezahlt haben.',
  'mail.pickup.byStore': 'Eine Filiale erstattet es. Bitte bringen Sie Ihren Bon mit.',
  'mail.returnLabel.subject': 'Ihr Rücksendeetikett für {number} von {store}',
  'mail.returnLabel.intro':
    'Drucken Sie das Etikett im Anhang und kleben Sie es auf das Paket an {store}. Legen Sie den Beleg unten mit seinem Code ins Paket.',
  'mail.returnLabel.outro':
    'Das Geld kommt zurück, sobald die Filiale die Ware hat. Senden Sie nichts zurück, löschen Sie bitte diese E-Mail.',
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
