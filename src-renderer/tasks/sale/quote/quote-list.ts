import type { Quote } from '../../../../domain/quotes/quote.ts';

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
