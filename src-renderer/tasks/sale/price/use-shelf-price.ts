import { useMemo } from 'react';
import type { Product } from '../../../../domain/catalog/product.ts';
import { priceListDocument } from '../../../../domain/price-lists/documents.ts';
import type { PriceBreak } from '../../../../domain/price-lists/price-list.ts';
import { useDocumentList, useRegister, useView } from '../../../kit/register-context.tsx';
import { useStoreDate } from '../../../kit/use-store-date.ts';
import { ANYBODY, pricesOn } from './prices-here.ts';

/** What one unit of an article costs today, in thousandths of a minor unit, and what more of them do. */
export interface ShelfPrice {
  readonly unitPrice: number;
  readonly breaks: readonly PriceBreak[];
}

const ONE_UNIT = 1000;
const NO_BREAKS: readonly PriceBreak[] = [];

/** What articles cost in this store today. */
export function useShelfPrice(): (product: Pick<Product, 'sku' | 'unitPrice'>) => ShelfPrice {
  const { prices } = useRegister();
  const date = useStoreDate();
  const lists = useDocumentList(priceListDocument);
  const company = useView((view) => view.company);
  const store = useView((view) => view.store);
  // The index of prices is the same object when they change.
  useView((view) => view.pricesVersion);
  return useMemo(() => {
    const choose = pricesOn({ company, store }, { lists, pricesOf: (sku) => prices.pricesOf(sku) }, date, ANYBODY);
    return ({ sku, unitPrice }) => choose?.(sku, ONE_UNIT) ?? { unitPrice, breaks: NO_BREAKS };
  }, [prices, date, lists, company, store]);
}
