import type { products as english } from '../en/products.ts';
import type { Translated } from '../message.ts';

export const products: Translated<typeof english> = {
  'products.title': 'Artikel',
  'products.text':
    'Das Bild jedes Artikels, wie Kassen und Kommissionierung es sehen. PNG, JPEG oder WebP bis 5 MB; davon bleibt eine kleine Größe.',
  'products.find': 'Name, SKU oder Barcode',
  'products.none': 'Kein Artikel heißt so.',
  'products.choose': 'Bild hinzufügen …',
  'products.change': 'Anderes Bild …',
  'products.chooseFor': 'Bild von {name}',
  'products.written': 'Das Bild von {name} ist auf dem Weg zu den Kassen.',
  'products.remove': 'Bild entfernen',
  'products.removeOne': 'Bild von {name} entfernen',
  'products.removeSure': 'Entfernen',
  'products.removeSureOne': 'Bild von {name} jetzt entfernen',
  'products.removed': '{name} hat kein Bild mehr.',
  'office.refused.picture_type': 'Das ist kein Bild einer zugelassenen Art. Wählen Sie eine PNG-, JPEG- oder WebP-Datei.',
  'office.refused.picture_too_large': 'Das Bild ist zu groß. Wählen Sie eines mit höchstens 5 MB.',
  'office.refused.picture_unreadable':
    'Das Bild ist beschädigt oder hat mehr als 50 Millionen Bildpunkte. Speichern Sie es neu und wählen Sie es noch einmal.',
};
