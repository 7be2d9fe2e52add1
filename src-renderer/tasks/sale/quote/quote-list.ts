import { dateInZone } from '../../../../domain/base/zoned-date.ts';
import type { Quote } from '../../../../domain/quotes/quote.ts';

const DAY_MS = 86_400_000;

/** A quote with the name of its customer, as far as this device knows them. */
export interface NamedQuote {
  readonly quote: Quote;
  readonly customer: string | null;
}

/** The quotes that a text means, by their number or their customer; all of them without a text. The newest first. */
export function quotesFound(quotes: readonly NamedQuote[], typed: string): readonly NamedQuote[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return quotes
    .filter(({ quote, customer }) => `${quote.number} ${customer ?? ''}`.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => (a.quote.at > b.quote.at ? -1 : 1));
}

/** The day so many days after another, YYYY-MM-DD. */
export function daysAfter(date: string, days: number): string {
  return dateInZone(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS, 'UTC');
}
