import type { printing as english } from '../en/printing.ts';
import type { Translated } from '../message.ts';

export const printing: Translated<typeof english> = {
  'printer.printing': 'Wird gedruckt …',
  'printer.printed': 'Gedruckt.',
  'printer.paperLow': 'Die Rolle bald wechseln.',
  'printer.signature': 'Unterschrift',
  'printer.again': 'Erneut drucken',
  'printer.onLabels': 'Auf Etiketten drucken',
  'printer.byBrowser': 'Über den Browser drucken',
  'printer.pdf': 'PDF oder Druck über den Browser',
  'printer.pdf.save': 'Als PDF speichern',
  'printer.pdf.saved': 'Das PDF ist gespeichert.',
  'printer.pdf.diskFull': 'Das PDF wurde nicht gespeichert: Die Festplatte ist voll.',
  'printer.pdf.failed': 'Das PDF konnte dort nicht gespeichert werden. Einen anderen Ort wählen.',
  'printer.notReachable': 'Der Drucker ist nicht erreichbar. Es wurde nichts gedruckt.',
  'printer.not.paper_out': 'Der Drucker hat kein Papier. Papier einlegen, dann erneut drucken.',
  'printer.not.cover_open': 'Die Klappe des Druckers ist offen. Schließen, dann erneut drucken.',
  'printer.not.failed': 'Der Drucker meldet einen Fehler. Nachsehen, dann erneut drucken.',
  'printer.not.silent': 'Der Drucker antwortet nicht. Es wurde nichts gedruckt.',
  'printer.unsure.paper_out': 'Beim Drucken ging das Papier zu Ende. Vor dem erneuten Druck ansehen, was herauskam.',
  'printer.unsure.cover_open': 'Beim Drucken wurde die Klappe geöffnet. Vor dem erneuten Druck ansehen, was herauskam.',
  'printer.unsure.failed': 'Beim Drucken gab es einen Fehler. Vor dem erneuten Druck ansehen, was herauskam.',
  'printer.unsure.silent': 'Der Drucker hat den Druck nicht bestätigt. Vor dem erneuten Druck ansehen, was herauskam.',
};
