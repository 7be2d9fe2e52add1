import type { quotes as english } from '../en/quotes.ts';
import type { Translated } from '../message.ts';

export const quotes: Translated<typeof english> = {
  'quote.title': 'Angebote',
  'quote.text': 'Die Waren behalten diese Preise bis zum gewählten Tag. Zurückgelegt wird nichts.',
  'quote.until': 'Gilt bis',
  'quote.dayWrong': 'Wählen Sie einen Tag ab heute, höchstens in einem Jahr.',
  'quote.withoutCodes': 'Coupons bleiben draußen. Sie zählen, wenn sie in einem Verkauf eingelöst werden.',
  'quote.keep': 'Als Angebot merken',
  'quote.numbered': 'Angebot {number}',
  'quote.validUntil': 'Gilt bis {date}',
  'quote.endedOn': 'Abgelaufen am {date}',
  'quote.tax': 'Steuer',
  'quote.total': 'Summe',
  'quote.promise': 'Diese Preise gelten bis zu diesem Tag. Die Steuer ist die am Tag des Verkaufs. Zurückgelegt wird nichts.',
  'quote.whilePaying': 'Dieser Verkauf wird gerade bezahlt. Das Angebot {number} im nächsten verkaufen.',
  'quote.sell': 'Verkaufen',
  'quote.find': 'Nummer oder Kunde',
  'quote.found': 'Angebote dieser Filiale',
  'quote.none': 'Dieses Angebot gibt es nicht.',
  'quote.line': 'Angebotspreis',
  'quote.ended': 'Das Angebot {number} ist am {date} abgelaufen. Seine Waren sind zu heutigen Preisen im Verkauf.',
};
