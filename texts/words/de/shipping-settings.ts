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
  'setting.shipping.rates.name': 'Was der Versand kostet',
  'setting.shipping.rates.meaning':
    'Was die Dienste nach Ihrem Vertrag kosten. Der Packtisch vergleicht sie, auch ohne Netz, und sagt, wie alt sie sind.',
  'settings.rates.none': 'Keine Preise: der Packtisch vergleicht nichts',
  'settings.rates.hold': 'Seit {date}',
  'settings.rates.since': 'Preise gelten seit',
  'settings.rates.currency': 'Währung, drei Buchstaben',
  'settings.rates.lines': 'Preise, je Zeile ein Dienst an einige Orte',
  'settings.rates.example':
    'Kürzel und Name; Tage; Länder mit Anfängen von Postleitzahlen; bis zu welchem Gewicht zu welchem Preis. \
03 UPS Standard; 3; DE 10 12, AT; 1000 g 8,50, 5000 g 15,00',
  'settings.cartons': 'Kartons, einer je Zeile: Name: Länge x Breite x Höhe mm, Eigengewicht g, Höchstgewicht g',
  'settings.labels.none': 'Keine Etiketten: Nummern werden eingegeben oder gescannt',
};
