import type { products as english } from '../en/products.ts';
import type { Translated } from '../message.ts';

export const products: Translated<typeof english> = {
  'products.title': 'Artikel',
  'products.text':
    'Das Bild jedes Artikels, wie Kassen und Kommissionierung es sehen, und wie er verkauft wird. Bilder sind PNG, \
JPEG oder WebP bis 5 MB; davon bleibt eine kleine Größe.',
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
  'products.terms': 'Verkaufsart…',
  'products.termsOf': 'Wie {name} verkauft wird',
  'products.kind': 'Was es ist',
  'products.kind.goods': 'Ware',
  'products.kind.service': 'Dienstleistung',
  'products.kind.fee': 'Gebühr',
  'products.kind.deposit': 'Pfand',
  'products.openPrice': 'Die Kasse fragt nach dem Preis',
  'products.openPrice.text': 'Der Preis im Katalog gilt dann nicht.',
  'products.taxOfGoods': 'Trägt die Steuer seiner Ware',
  'products.taxOfGoods.text': 'So ist es in Deutschland bei Flaschen. Kommt Leergut allein zurück, gilt die eigene Steuerklasse.',
  'products.asksSerial': 'Die Kasse fragt nach der Seriennummer',
  'products.asksSerial.text': 'Einmal für jedes Stück. Vorher wird nichts bezahlt.',
  'products.finalSale': 'Vom Umtausch ausgeschlossen',
  'products.finalSale.text': 'Kommt nicht zurück. Eine Führungskraft kann es trotzdem zurücknehmen.',
  'products.deposits': 'Pfand',
  'products.deposits.text': 'SKUs oder Barcodes des Pfands, je mit Menge: FLASCHE:20 KASTEN. Die Kasse rechnet es zu jedem Stück dazu.',
  'products.components': 'Ein Set aus',
  'products.components.text': 'SKUs oder Barcodes der Ware darin, je mit Menge: TASSE:2 TELLER. Leer, wenn es kein Set ist.',
  'products.partsNotValid': 'Schreiben Sie SKUs mit Leerzeichen dazwischen, und die Menge von 1 bis 1000 hinter einen Doppelpunkt.',
  'office.refused.terms_apart':
    'Das alles kann kein Artikel zugleich sein. Ein Set hat kein eigenes Pfand, keinen offenen Preis und fragt \
nach keiner Seriennummer. Gewogene Ware hat nichts davon.',
  'office.refused.deposit_not_deposit': '{sku} ist kein Pfand. Machen Sie zuerst Pfand daraus.',
  'office.refused.component_not_goods': '{sku} kann in keinem Set liegen. Nennen Sie einfache Ware nach Stück.',
  'office.refused.tax_of_goods_not_deposit': 'Nur Pfand kann die Steuer seiner Ware tragen.',
  'office.refused.part_twice': 'Ein Artikel ist doppelt angegeben. Nennen Sie ihn einmal, mit seiner Menge.',
  'office.refused.part_unknown': '{sku} steht nicht im Katalog. Berichtigen Sie die SKU, oder importieren Sie den Artikel zuerst.',
  'office.refused.picture_type': 'Das ist kein Bild einer zugelassenen Art. Wählen Sie eine PNG-, JPEG- oder WebP-Datei.',
  'office.refused.picture_too_large': 'Das Bild ist zu groß. Wählen Sie eines mit höchstens 5 MB.',
  'office.refused.picture_unreadable':
    'Das Bild ist beschädigt oder hat mehr als 50 Millionen Bildpunkte. Speichern Sie es neu und wählen Sie es noch einmal.',
};
