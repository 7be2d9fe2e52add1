import { v7 as uuidv7 } from 'uuid';
import type { Refusal } from '../../../../domain/base/refusal.ts';
import { accept, type Result } from '../../../../domain/base/result.ts';
import { cartOfHeld } from '../../../../domain/held-sales/held-sale.ts';
import { quoteDocument } from '../../../../domain/quotes/documents.ts';
import { quoteKept } from '../../../../domain/quotes/operations.ts';
import { isCountedByCustomer } from '../../../../domain/promotions/coupon.ts';
import { hasQuoteEnded, makeQuote, type Quote } from '../../../../domain/quotes/quote.ts';
import type { RegisterServices } from '../../../kit/register-services.ts';
import type { Cart } from '../cart-state.ts';
import { withIds } from '../cart-lines.ts';
import { withOwnOrders } from '../order/order-line.ts';
import { type CounterRules, priceCart } from '../price-cart.ts';

/** What a quote is priced by: what is counted for each customer counts once it is used, and nothing is used yet. */
function quoteRules({ rules, ...counter }: CounterRules): CounterRules {
  return { ...counter, rules: { ...rules, promotions: rules.promotions.filter((one) => !isCountedByCustomer(one)) } };
}

/**
 * Keeps the goods on the counter as a quote, at what they cost now; the counter stays as it is. Codes of coupons and points are left out.
 * @param validUntil the last day on which it holds, YYYY-MM-DD.
 */
export async function keepQuote(
  { record, signIn }: Pick<RegisterServices, 'record' | 'signIn'>,
  cart: Cart,
  counter: CounterRules,
  validUntil: string,
): Promise<Result<Quote, Refusal>> {
  const { lines, saleDiscount, customerId } = cart.state.getState();
  const payload = makeQuote({
    ...{ quoteId: uuidv7(), lines, priced: priceCart(lines, quoteRules(counter), saleDiscount), currency: counter.currency },
    ...{ validUntil, customerId, associateId: signIn.getState().associate?.id ?? null },
  });
  const recorded = await record(() => accept(quoteKept.request(payload)));
  if (!recorded.ok) return recorded;
  const { quoteId, ...kept } = payload;
  const { storeId, registerId, associateId, at } = recorded.value;
  return accept(quoteDocument.completed({ ...kept, id: quoteId, storeId, registerId, associateId, at }));
}

/**
 * Puts the goods of a quote on the counter. One that has ended is put there, too, at the prices of today.
 * @param today YYYY-MM-DD in the calendar of the store. @returns whether its prices held.
 */
export function sellByQuote(cart: Cart, quote: Quote, today: string): boolean {
  const { lines } = cartOfHeld(quote);
  cart.takeUp({
    lines: [...withOwnOrders(withIds(lines), uuidv7)],
    saleDiscount: null,
    begun: null,
    id: uuidv7(),
    ageCheck: null,
    heldSaleId: null,
    codes: [],
    points: null,
    customerId: quote.customerId,
    exchange: null,
    paying: null,
  });
  cart.takeOver();
  return !hasQuoteEnded(quote, today);
}
