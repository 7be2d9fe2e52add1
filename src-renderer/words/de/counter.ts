import type { counter as english } from '../en/counter.ts';
import type { Translated } from '../message.ts';

export const counter: Translated<typeof english> = {
  'counter.each': 'je {price}',
  'counter.weighed': '{quantity} × {price}',
  'counter.percentOff': '{percent} % Rabatt',
  'counter.amountOff': '{amount} Rabatt',
  'counter.saleDiscount': 'Rabatt auf den Verkauf',
  'counter.newPrice': 'Neuer Preis',
  'counter.quickKeys': 'Schnelltasten',
  'counter.noQuickKeys': 'Noch keine Schnelltasten',
  'counter.inSale': '{count} im Verkauf',
  'counter.sellKey': '{name} in den Verkauf',
  'counter.removeLine': 'Entfernen',
  'counter.allKeys': 'Alle Tasten',
  'counter.noQuickKeysText': 'Hierher gehören lose Waren, Tüten und Leistungen ohne Barcode.',
  'priceReason.price_match': 'Preis wie anderswo',
  'priceReason.damaged': 'Beschädigt oder geöffnet',
  'priceReason.wrong_price': 'Falscher Preis am Regal',
  'priceReason.last_piece': 'Letztes Stück',
  'priceReason.goodwill': 'Kulanz',
  'priceReason.other': 'Ein anderer Grund',
};
