import { words } from '../../../../texts/words/words.ts';
import type { ExchangeDraft } from '../../returns/return-draft.ts';

/** What a person is asked for while nothing is on the counter. */
export function scanFirst(exchange: Pick<ExchangeDraft, 'pickup'> | null): string {
  if (exchange === null) return words('sale.scanFirst');
  return words(exchange.pickup === undefined ? 'exchange.scanFirst' : 'exchange.scanMore');
}
