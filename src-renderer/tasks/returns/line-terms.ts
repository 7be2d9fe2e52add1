import type { Product } from '../../../domain/catalog/product.ts';
import { dateInZone } from '../../../domain/base/zoned-date.ts';
import type { ReturnableLine } from '../../../domain/returns/return-goods.ts';
import { lastDayOf, type Staying, whyStays } from '../../../domain/returns/return-terms.ts';
import type { ReturnWindow } from '../../../domain/returns/settings.ts';
import { formatDay } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';

/** Why a line stays with the customer; null where it comes back. */
export type Stays = (line: ReturnableLine) => Staying | null;

/** Nothing stays, as in a void. */
export const NOTHING_STAYS: Stays = () => null;

export interface TermsAt {
  readonly productOf: (sku: string) => Product | undefined;
  readonly window: ReturnWindow;
  /** The calendar day in the store, YYYY-MM-DD. */
  readonly today: string;
  readonly timezone: string;
}

/** The terms of the store for the lines of what was bought. Those that are no goods, and what has not left yet, come back at any time. */
export function staysBy({ productOf, window, today, timezone }: TermsAt): Stays {
  return (line) => {
    if (line.kind !== 'goods' || line.ordered?.at === 'pool') return null;
    const product = productOf(line.sku);
    const boughtOn = line.boughtAt === undefined ? null : dateInZone(new Date(line.boughtAt), timezone);
    return whyStays({ boughtOn, category: product?.category ?? '', isFinal: product?.terms?.finalSale === true }, window, today);
  };
}

/** The last day on which all of these lines come back, YYYY-MM-DD; null where none has one that is still to come. */
export function lastDayOfLines(lines: readonly ReturnableLine[], { productOf, window, today, timezone }: TermsAt): string | null {
  const days = lines.flatMap(({ sku, boughtAt }) => {
    const boughtOn = boughtAt === undefined ? null : dateInZone(new Date(boughtAt), timezone);
    const day = lastDayOf({ boughtOn, category: productOf(sku)?.category ?? '' }, window);
    return day === null || day < today ? [] : [day];
  });
  return days.sort()[0] ?? null;
}

/** Why a line stays, in a sentence. */
export function stayingSentence(staying: Staying): string {
  return staying.term === 'final_sale' ? words('returns.finalSale') : words('returns.windowOver', { date: formatDay(staying.until) });
}
