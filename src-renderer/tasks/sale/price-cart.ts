import type { Promotion } from '../../../domain/promotions/promotion.ts';
import { type PricedSale, type PriceRules, priceSale } from '../../../domain/pricing/price-sale.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import type { StoreView } from '../../kit/register-services.ts';
import type { CartLines } from './cart-lines.ts';

/** What a sale is priced by. */
export interface CounterRules {
  readonly currency: string;
  readonly rules: PriceRules;
}

/**
 * The price rules of this store on a calendar day, YYYY-MM-DD. Null while the replica does not know the company or the store.
 */
export function counterRules(
  view: Pick<StoreView, 'company' | 'store'> & { readonly promotions: readonly Promotion[] },
  date: string,
): CounterRules | null {
  const { company, store, promotions } = view;
  if (company === null || store === null) return null;
  return {
    currency: company.currency,
    rules: { pricesIncludeTax: company.pricesIncludeTax, taxes: oneTaxPerClass(store.taxRates), promotions, date },
  };
}

/** Prices the cart. */
export function priceCart(lines: CartLines, { rules }: CounterRules): PricedSale {
  return priceSale(lines, rules);
}
