import { useEffect } from 'react';
import type { Customer } from '../../../../domain/customers/customer.ts';
import { priceListDocument } from '../../../../domain/price-lists/documents.ts';
import { useDocumentList, useView } from '../../../kit/register-context.tsx';
import type { Cart } from '../cart-state.ts';

/** Keeps the sale on the counter at the prices of today. @param today the calendar day in the store. @param customer who buys. */
export function useFreshPrices(cart: Cart, today: string, customer: Customer | undefined): void {
  const lists = useDocumentList(priceListDocument);
  const version = useView((view) => view.pricesVersion);
  const complete = useView((view) => view.complete);
  useEffect(() => cart.refreshPrices(), [cart, today, lists, version, complete, customer]);
}
