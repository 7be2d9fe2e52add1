import { useEffect } from 'react';
import { priceListDocument } from '../../../../domain/price-lists/documents.ts';
import { useDocumentList, useView } from '../../../kit/register-context.tsx';
import type { Cart } from '../cart.ts';

/** Keeps the sale on the counter at the prices of today. @param today the calendar day in the store. */
export function useFreshPrices(cart: Cart, today: string): void {
  const lists = useDocumentList(priceListDocument);
  const version = useView((view) => view.pricesVersion);
  const complete = useView((view) => view.complete);
  useEffect(() => cart.refreshPrices(), [cart, today, lists, version, complete]);
}
