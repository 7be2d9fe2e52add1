import type { Promotion } from '../../../domain/promotions/promotion.ts';
import { type PricedSale, type PriceRules, priceSale } from '../../../domain/pricing/price-sale.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import type { StoreView } from '../../kit/register-services.ts';
import type { CartLines } from './cart-lines.ts';

/** What a sale is priced by, ready for many scans: promotions can be found by SKU. */
export interface CounterRules {
  readonly currency: string;
  readonly rules: PriceRules;
  /** Positions in `rules.promotions` by SKU. */
  readonly promotionsBySku: ReadonlyMap<string, readonly number[]>;
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
  const holding = promotions.filter((promotion) => promotion.startsOn <= date && date <= promotion.endsOn);
  const promotionsBySku = new Map<string, number[]>();
  holding.forEach((promotion, index) => {
    for (const sku of promotion.skus) promotionsBySku.set(sku, [...(promotionsBySku.get(sku) ?? []), index]);
  });
  return {
    currency: company.currency,
    rules: { pricesIncludeTax: company.pricesIncludeTax, taxes: oneTaxPerClass(store.taxRates), promotions: holding, date },
    promotionsBySku,
  };
}

/**
 * Prices the cart. A promotion may name thousands of SKUs, so each is cut down to the SKUs on the counter first,
 * which changes no price and keeps a scan within a frame.
 */
export function priceCart(lines: CartLines, { rules, promotionsBySku }: CounterRules): PricedSale {
  const skusByPromotion = new Map<number, Set<string>>();
  for (const { sku } of lines) {
    for (const index of promotionsBySku.get(sku) ?? []) {
      skusByPromotion.set(index, (skusByPromotion.get(index) ?? new Set()).add(sku));
    }
  }
  const promotions = rules.promotions.flatMap((promotion, index): Promotion[] => {
    const skus = skusByPromotion.get(index);
    return skus === undefined ? [] : [{ ...promotion, skus: [...skus] }];
  });
  return priceSale(lines, { ...rules, promotions });
}
