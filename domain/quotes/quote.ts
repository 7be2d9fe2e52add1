import type { z } from 'zod';
import type { Adjustment } from '../base/adjustment.ts';
import { businessDate, entityId, instant } from '../base/envelope.ts';
import { minorAmount } from '../base/money.ts';
import { shortCode } from '../base/short-code.ts';
import { text } from '../base/text.ts';
import { heldGoods, heldGoodsOf } from '../held-sales/held-sale.ts';
import type { CartLine } from '../pricing/cart-line.ts';
import { TAX_EXEMPT } from '../pricing/exempt-customer.ts';
import type { PricedSale } from '../pricing/price-sale.ts';

/** What a customer was promised: goods at the prices of that day, until a day. */
const quoted = heldGoods.extend({
  /** By which people find it again. */
  number: text.min(1).max(20),
  validUntil: businessDate,
  /** What it came to when it was made, and the tax of it. The tax of the sale is that of its day. */
  totalMinor: minorAmount.min(0),
  taxMinor: minorAmount.min(0),
  customerId: entityId.nullable().default(null),
});

export const quoteKeptPayload = quoted.extend({ quoteId: entityId });

/** A quote as every register of its store has it. */
export const quote = quoted.extend({
  id: entityId,
  storeId: entityId,
  registerId: entityId,
  associateId: entityId.nullable(),
  at: instant,
});

export type Quote = z.infer<typeof quote>;
export type QuoteKept = z.infer<typeof quoteKeptPayload>;

/** The number of a quote: `Q-` and six signs. */
export function quoteNumber(quoteId: string): string {
  return `Q-${shortCode(`quote:${quoteId}`)}`;
}

export interface NewQuote {
  readonly quoteId: string;
  readonly lines: readonly CartLine[];
  /** The same lines with their prices, without the codes of coupons: a code counts once it is used in a sale. */
  readonly priced: Pick<PricedSale, 'lines' | 'totalMinor' | 'taxMinor'>;
  readonly currency: string;
  readonly validUntil: string;
  readonly customerId: string | null;
  /** Who makes it. What they took off is theirs, whoever completes the sale. */
  readonly associateId: string | null;
}

/** What came off a line, but for taxes that an exempt customer does not pay: those follow the sale. */
function promised(adjustments: readonly Adjustment[], associateId: string | null): Adjustment[] {
  return adjustments
    .filter(({ reason }) => reason !== TAX_EXEMPT)
    .map((one) => (one.source === 'promotion' || one.approvedBy !== null ? one : { ...one, approvedBy: associateId }));
}

/** A quote of the goods on the counter, at what they cost now. What another quote promised holds no longer by it. */
export function makeQuote({ quoteId, lines, priced, currency, validUntil: wanted, customerId, associateId }: NewQuote): QuoteKept {
  const number = quoteNumber(quoteId);
  const validUntil = lines.reduce((first, { quoted }) => (quoted != null && quoted.validUntil < first ? quoted.validUntil : first), wanted);
  const fixed = lines.map((line, index): CartLine => {
    const { override: _1, discount: _2, ...others } = line;
    return {
      ...others,
      quoted: { number, validUntil, customerId, adjustments: promised(priced.lines[index]?.adjustments ?? [], associateId) },
    };
  });
  return {
    ...heldGoodsOf(fixed, null, currency),
    ...{ quoteId, number, validUntil, customerId, totalMinor: priced.totalMinor, taxMinor: priced.taxMinor },
  };
}

/** Whether a quote has ended. @param today YYYY-MM-DD in the calendar of the store. */
export function hasQuoteEnded({ validUntil }: Pick<Quote, 'validUntil'>, today: string): boolean {
  return validUntil < today;
}
