import type { receipt as english } from '../en/receipt.ts';
import type { Translated } from '../message.ts';

export const receipt: Translated<typeof english> = {
  'receipt.time': 'Zeit',
  'receipt.begun': 'Begonnen',
  'receipt.register': 'Kasse',
  'receipt.serial': 'Seriennummer',
  'receipt.associate': 'Bedient von',
  'receipt.noTax': 'Ohne Steuer',
  'receipt.untold': 'Steuer',
  'receipt.netGross': 'Netto {net}, brutto {gross}',
  'receipt.on': 'Auf {net}',
  'receipt.entry.contactless': 'Kontaktlos',
  'receipt.entry.chip': 'Chip',
  'receipt.entry.stripe': 'Magnetstreifen',
  'receipt.entry.typed': 'Nummer eingegeben',
  'receipt.entry.scanned': 'Code gescannt',
  'receipt.verified.pin': 'Mit PIN bestätigt',
  'receipt.verified.signature': 'Mit Unterschrift bestätigt',
  'receipt.verified.none': 'Nicht bestätigt',
  'receipt.terminal': 'Terminal {id}',
  'receipt.merchant': 'Händler {id}',
  'receipt.transaction': 'Vorgang {id}',
};
