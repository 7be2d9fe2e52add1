import type { shift as english } from '../en/shift.ts';
import type { Translated } from '../message.ts';

export const shift: Translated<typeof english> = {
  'shift.goTo': 'Zur Schicht',
  'shift.old':
    'Diese Schicht ist noch die von {day}. Verkäufe laufen unter diesem Datum weiter, zu heutigen Preisen. Zählen Sie die \
Kassenlade und schließen Sie die Schicht, um einen neuen Tag zu beginnen.',
  'shift.open': 'Schicht öffnen',
  'shift.openToSell': 'Schicht öffnen, um zu verkaufen',
  'shift.floatInDrawer': 'Wechselgeld in der Kassenlade',
  'shift.countNow': 'Zählen Sie das Bargeld, das jetzt in der Kassenlade ist.',
  'shift.openButton': 'Schicht öffnen',
  'shift.closed': 'Schicht geschlossen',
  'shift.agrees': 'Die Schicht ist geschlossen. Die Kassenlade stimmt auf den Cent.',
  'shift.missing': 'Die Schicht ist geschlossen. In der Kassenlade fehlen {amount}.',
  'shift.tooMuch': 'Die Schicht ist geschlossen. In der Kassenlade sind {amount} zu viel.',
  'shift.nothingScanned': '{code} wurde gescannt, aber hier wird nichts gescannt. Zählen Sie die Kassenlade und tippen Sie den Betrag.',
  'shift.openShift': 'Offene Schicht',
  'shift.openSince': 'Offen seit {moment}',
  'shift.float': 'Wechselgeld',
  'shift.countFirst': 'Zählen Sie zuerst die Kassenlade. Dann sehen Sie den Sollbestand und die Differenz.',
  'shift.close': 'Schicht schließen',
  'shift.cashCounted': 'Gezähltes Bargeld',
  'shift.countAll': 'Zählen Sie alles in der Kassenlade, auch das Wechselgeld.',
  'shift.closeButton': 'Schicht schließen',
  'shift.short': 'In der Kassenlade fehlen {amount}. Trotzdem schließen?',
  'shift.over': 'In der Kassenlade sind {amount} zu viel. Trotzdem schließen?',
  'shift.differs':
    'Soll in der Kassenlade: {expected}. Gezählt: {counted}. Zählen Sie noch einmal. Bleibt es so, schließen Sie die \
Schicht: Die Differenz wird mit ihr gebucht.',
  'shift.closeAnyway': 'Trotzdem schließen',
  'shift.countAgain': 'Noch einmal zählen',
  'shift.taken': 'Bareinnahmen abzüglich Erstattungen',
  'shift.expected': 'Soll in der Kassenlade',
  'shift.counted': 'Gezählt',
  'shift.difference': 'Differenz',
  'shift.beside': 'Daneben, in {currency}',
};
