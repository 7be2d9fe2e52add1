import type { shippingSettings as english } from '../en/shipping-settings.ts';
import type { Translated } from '../message.ts';

export const shippingSettings: Translated<typeof english> = {
  'setting.shipping.pickup_time.name': 'Tägliche Abholung durch den Paketdienst',
  'setting.shipping.pickup_time.meaning':
    'Wann der Fahrer kommt, nach der Uhr der Filiale. Pakete, die danach noch da sind, werden gezeigt. Leer: keine feste Zeit.',
  'settings.timeField': 'Uhrzeit, HH:MM',
  'settings.noTime': 'Keine feste Zeit',
  'setting.shipping.cartons.name': 'Kartons',
  'setting.shipping.cartons.meaning':
    'Die Kartons, in die eine Filiale packt: Innenmaß, Gewicht und wie viel jeder trägt. Einer wird vorgeschlagen, wo die Ware Maße hat.',
  'setting.shipping.labels.name': 'Etiketten des Paketdienstes',
  'setting.shipping.labels.meaning':
    'Der Dienst des Paketdienstes, und wer sendet. Ohne ihn gibt eine Filiale die Nummern eigener Etiketten ein oder scannt sie.',
  'settings.cartons': 'Kartons, einer je Zeile: Name: Länge x Breite x Höhe mm, Eigengewicht g, Höchstgewicht g',
  'settings.labels.none': 'Keine Etiketten: Nummern werden eingegeben oder gescannt',
};
