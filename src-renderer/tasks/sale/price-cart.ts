import type { PromotionUse } from '../../../domain/promotions/promotion-context.ts';
import type { Promotion } from '../../../domain/promotions/promotion.ts';
import { type PricedSale, type PriceRules, priceSale } from '../../../domain/pricing/price-sale.ts';
import type { Customer } from '../../../domain/customers/customer.ts';
import { rulesForCustomer } from '../../../domain/pricing/rules-for-customer.ts';
import type { CashRoundingRule } from '../../../domain/payments/cash-rounding.ts';
import { oneTaxPerClass, taxRulesOn } from '../../../domain/tax/tax-rules.ts';
import type { TaxRounding } from '../../../domain/tax/round-taxes.ts';
import type { TaxTable } from '../../../domain/tax/tax-table.ts';
import type { StoreView } from '../../kit/register-services.ts';
import type { CartLines } from './cart-lines.ts';
import type { PaidSale } from '../payment/paid-sale.ts';
import type { CartLine, DecidedDiscount } from '../../../domain/pricing/cart-line.ts';

/** What a sale is priced by. */
export interface CounterRules {
  readonly currency: string;
  readonly rules: PriceRules;
  /** How cash is rounded. */
  readonly cashRounding: CashRoundingRule;
  /** The tax classes that goods can have here, by their codes. */
  readonly taxClasses: readonly string[];
  /** The certificate that frees the customer of taxes; null where they pay them. */
  readonly taxExemptionId: string | null;
}

/** What goods on the counter come to for the customer who buys them. */
export interface CartSum extends PaidSale, Pick<PricedSale, 'coupons'>, Partial<Pick<PricedSale, 'usedPoints'>> {
  /** The certificate by which it has no taxes; left out where there is none. */
  readonly taxExemptionId?: string | null;
}

/** Goods that are being paid, and what they came to when that began. */
export interface Paying {
  readonly lines: CartLines;
  readonly sum: CartSum & { readonly taxExemptionId: string | null; readonly usedPoints: number };
}

/** The goods on the counter, priced. */
export type PricedCart = PricedSale & CartSum;

/** What the replica says about the prices of a store. */
export interface CounterView extends Pick<StoreView, 'company' | 'store'> {
  readonly promotions: readonly Promotion[];
  /** Sales that codes were used in, by the id of the code. */
  readonly usedCodes?: ReadonlyMap<string, number>;
  /** What promotions took off for customers, in minor units, by the id of the count. */
  readonly usedMinor?: ReadonlyMap<string, number>;
  /** What promotions were used for already, by their ids. */
  readonly used?: ReadonlyMap<string, PromotionUse>;
  readonly taxTable: TaxTable;
  readonly taxRounding: TaxRounding;
  readonly cashRounding: CashRoundingRule;
}

/**
 * The price rules of this store on a calendar day, YYYY-MM-DD. Null while the replica does not know the company or the store.
 * @param time in the store, HH:MM; left out where no promotion asks for it.
 */
export function counterRules(view: CounterView, date: string, time?: string): CounterRules | null {
  const { company, store, promotions, usedCodes, usedMinor, used, taxTable, taxRounding, cashRounding } = view;
  if (company === null || store === null) return null;
  // A server of before there was a table of taxes says one rate for each class, in the document of the store.
  const isOldServer = Object.keys(taxTable.classes).length === 0;
  const taxes = isOldServer ? oneTaxPerClass(store.taxRates) : taxRulesOn(taxTable, taxRounding, date);
  return {
    currency: company.currency,
    taxExemptionId: null,
    cashRounding,
    taxClasses: Object.keys(isOldServer ? store.taxRates : taxTable.classes),
    rules: {
      pricesIncludeTax: company.pricesIncludeTax,
      taxes,
      promotions,
      ...(usedCodes !== undefined && { usedCodes }),
      ...(usedMinor !== undefined && { usedMinor }),
      ...(used !== undefined && { used }),
      date,
      storeId: store.id,
      ...(time !== undefined && { time }),
    },
  };
}

/** The rules of the counter for a customer, as far as they are known. */
export function rulesFor(counter: CounterRules, customer: Customer | undefined): CounterRules {
  return customer === undefined ? counter : { ...counter, ...rulesForCustomer(counter.rules, customer) };
}

/**
 * Prices the cart.
 * @param saleDiscount what a person takes off all of it.
 * @param codes of coupons that were entered.
 * @param points of the customer that take something off, at most; null for none.
 */
export function priceCart(
  lines: readonly CartLine[],
  { rules, taxExemptionId }: CounterRules,
  saleDiscount: DecidedDiscount | null = null,
  codes: readonly string[] = [],
  points: number | null = null,
): PricedCart {
  const said = { codes, ...(saleDiscount !== null && { saleDiscount }), ...(points !== null && { points }) };
  const priced = priceSale(lines, { ...rules, ...said });
  return taxExemptionId === null ? priced : { ...priced, taxExemptionId };
}
