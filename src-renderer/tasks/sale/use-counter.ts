import { promotionDocument } from '../../../domain/promotions/documents.ts';
import { useMemo } from 'react';
import { cashRounding as cashRoundingSetting } from '../../../domain/payments/settings.ts';
import { taxes, taxRounding as taxRoundingSetting } from '../../../domain/tax/settings.ts';
import { useStore } from 'zustand';
import type { Customer } from '../../../domain/customers/customer.ts';
import { useCustomer } from '../../kit/use-customer.ts';
import { useDocumentList, useRegister, useSetting, useView } from '../../kit/register-context.tsx';
import { useStoreDate, useStoreTime } from '../../kit/use-store-date.ts';
import { quoteDocument } from '../../../domain/quotes/documents.ts';
import { inStoreCodeLayouts } from '../../../domain/barcodes/in-store-layouts.ts';
import { scannerSeparators } from '../../../domain/barcodes/settings.ts';
import type { CodeRules } from './resolve-entry.ts';
import { cartOf } from './cart.ts';
import type { Cart, CartState } from './cart-state.ts';
import { useFreshPrices } from './price/use-fresh-prices.ts';
import { usePromotionUses } from './use-promotion-uses.ts';
import { type CounterRules, counterRules, priceCart, type PricedCart, rulesFor } from './price-cart.ts';

export interface Counter {
  readonly cart: Cart;
  readonly state: CartState;
  /** Null while the replica does not know the company or the store. */
  readonly counter: CounterRules | null;
  readonly priced: PricedCart;
  /** Who buys, as far as this device knows them. */
  readonly customer: Customer | undefined;
  /** What codes are read by. */
  readonly codeRules: CodeRules;
}

const NOTHING: PricedCart = {
  lines: [],
  totalMinor: 0,
  taxMinor: 0,
  promotions: { applied: [], missed: [], next: null },
  coupons: [],
  usedPoints: 0,
};

/** What goods cost anybody at this counter now; null while the replica does not know the company or the store. */
export function useCounterRules(): CounterRules | null {
  const company = useView((view) => view.company);
  const store = useView((view) => view.store);
  const promotions = useDocumentList(promotionDocument);
  // Prices and promotions follow the calendar of the store; the business date of the sale stays that of its shift.
  const today = useStoreDate();
  const now = useStoreTime();
  const isTimed = useMemo(() => promotions.some(({ fromTime, untilTime }) => fromTime !== null || untilTime !== null), [promotions]);
  const time = isTimed ? now : undefined;
  const uses = usePromotionUses();
  const taxTable = useSetting(taxes);
  const taxRounding = useSetting(taxRoundingSetting);
  const cashRounding = useSetting(cashRoundingSetting);
  return useMemo(
    () => counterRules({ company, store, promotions, ...uses, taxTable, taxRounding, cashRounding }, today, time),
    [company, store, promotions, uses, taxTable, taxRounding, cashRounding, today, time],
  );
}

/** The sale in progress with its prices, computed once per change. */
export function useCounter(): Counter {
  const cart = cartOf(useRegister());
  const state = useStore(cart.state);
  const currency = useView((view) => view.company?.currency ?? null);
  const promotions = useDocumentList(promotionDocument);
  const today = useStoreDate();
  const forAnybody = useCounterRules();
  const customer = useCustomer(state.customerId);
  useFreshPrices(cart, today, customer);
  const counter = useMemo(() => (forAnybody === null ? null : rulesFor(forAnybody, customer)), [forAnybody, customer]);
  // What is being paid keeps its prices, whatever is scanned and whatever the clock says.
  const paid = state.paying?.sum ?? null;
  const priced = useMemo(() => {
    if (paid !== null) return { ...NOTHING, ...paid };
    return counter === null ? NOTHING : priceCart(state.lines, counter, state.saleDiscount, state.codes, state.points);
  }, [counter, state.lines, state.saleDiscount, state.codes, state.points, paid]);
  const inStore = useSetting(inStoreCodeLayouts);
  const separators = useSetting(scannerSeparators);
  const quotes = useDocumentList(quoteDocument);
  const codeRules = useMemo(
    () => ({ today, inStore, separators, currency, promotions, quotes }),
    [today, inStore, separators, currency, promotions, quotes],
  );
  return { cart, state, counter, priced, customer, codeRules };
}
