import type { display as english } from '../en/display.ts';
import type { Translated } from '../message.ts';

export const display: Translated<typeof english> = {
  'display.title': 'Kundenanzeige',
  'display.close': 'Kundenanzeige schließen',
  'display.welcome': 'Willkommen',
  'display.thanks': 'Vielen Dank!',
  'display.closed': 'Diese Kasse ist geschlossen',
  'display.closedText': 'Bitte gehen Sie zu einer anderen Kasse.',
  'display.gone': 'Einen Moment bitte',
  'display.goneText': 'Diese Kasse ist gleich für Sie da.',
  'display.goods': 'Ihre Artikel',
  'display.times': '{count} × {price}',
  'display.poleClosed': 'Geschlossen',
  'display.poleWelcome': 'Willkommen',
  'display.saved': 'Sie sparen',
};
