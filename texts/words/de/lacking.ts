import type { lacking as english } from '../en/lacking.ts';
import type { Translated } from '../message.ts';

export const lacking: Translated<typeof english> = {
  'lack.title.price': 'Preis eingeben',
  'lack.title.serial': 'Seriennummer',
  'lack.text.price': 'Der Katalog hat keinen festen Preis dafür.',
  'lack.text.serial':
    'Scannen Sie die Seriennummer des Stücks, oder tippen Sie sie ein. Der Code eines anderen Artikels wird wie sonst verkauft.',
  'lack.openPrice': 'Preis offen',
  'lack.label.price': 'Preis',
  'lack.label.serial': 'Seriennummer',
  'lack.take.price': 'Diesen Preis übernehmen',
  'lack.take.serial': 'Diese Nummer übernehmen',
  'lack.priceMissing': 'Geben Sie einen Preis über null ein, etwa 12,50.',
  'lack.serialMissing': 'Scannen oder tippen Sie zuerst die Seriennummer.',
  'lack.first.price': '„{name}“ hat noch keinen Preis. Geben Sie ihn ein, oder entfernen Sie die Zeile.',
  'lack.first.serial': 'Die Seriennummer von „{name}“ fehlt. Scannen Sie sie, oder entfernen Sie die Zeile.',
  'bundle.partOf': 'Teil von {name}',
  'bundle.price': 'Preis des Sets',
  'bundle.missing':
    '„{name}“ ist ein Set, und {sku} darin steht nicht im Katalog. Melden Sie es der Zentrale, oder verkaufen Sie die Ware einzeln.',
  'bundle.holds': 'Darin',
};
