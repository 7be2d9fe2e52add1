import { useMemo } from 'react';
import { priceListDocument } from '../../../domain/price-lists/documents.ts';
import type { SaleLine } from '../../../domain/pricing/sale-line.ts';
import { lowestRecently } from '../../../domain/returns/recent-price.ts';
import { useDocumentList, useRegister, useView } from '../../kit/register-context.tsx';
import type { CounterRules } from '../sale/price-cart.ts';
import { type Brought, broughtLines } from './brought-goods.ts';

/** What is brought, at what it cost at least in so many days, by all that this device knows of prices. */
export function useLowestLines(brought: Brought, { rules, currency }: CounterRules, days: number): readonly SaleLine[] {
  const { catalog, prices } = useRegister();
  const lists = useDocumentList(priceListDocument);
  // The index of prices is the same object when they change.
  const version = useView((view) => view.pricesVersion);
  const lowest = useMemo(
    () => lowestRecently({ book: { lists, pricesOf: (sku) => prices.pricesOf(sku) }, rules, currency, days }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [lists, prices, version, rules, currency, days],
  );
  return useMemo(
    () =>
      broughtLines(brought, (sku) => catalog.product(sku)).flatMap((line) => {
        const priced = lowest(line);
        return priced === null ? [] : [priced];
      }),
    [brought, catalog, lowest],
  );
}
