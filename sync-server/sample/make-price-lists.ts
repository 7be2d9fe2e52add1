import { multiplyDivideRound, UNIT_PRICE_SCALE } from '../../domain/base/money.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { type PriceList, priceList } from '../../domain/price-lists/price-list.ts';
import type { PriceInList } from '../../domain/price-lists/price-of.ts';
import type { SampleProduct } from './make-products.ts';

export interface SamplePrices {
  readonly lists: readonly PriceList[];
  readonly prices: readonly PriceInList[];
}

const CURRENCY = 'USD';
const DAY_MS = 86_400_000;
const COMING_IN_DAYS = 7;

/** Whole cents, for a part of a price. */
const partOf = (unitPrice: number, percent: number): number =>
  multiplyDivideRound(unitPrice, percent, 100 * UNIT_PRICE_SCALE) * UNIT_PRICE_SCALE;

/** One list with volume breaks, whose prices for few are the catalog's, and one whose prices change in a week. */
export function makePriceLists(products: readonly SampleProduct[], now: Date): SamplePrices {
  const startsOn = dateInZone(now.getTime() + COMING_IN_DAYS * DAY_MS, 'UTC');
  const named = (words: string) => products.filter(({ category, name }) => category === 'Stationery' && name.includes(words));
  const common = { startsOn: null, endsOn: null, breaks: [] };
  return {
    lists: [
      priceList.parse({ id: 'volume', name: 'Ring binders by the box', currency: CURRENCY }),
      priceList.parse({ id: 'desk', name: 'Desk trays, new prices in a week', currency: CURRENCY }),
    ],
    prices: [
      ...named('Ring Binder').map(({ sku, unitPrice }) => ({
        ...common,
        listId: 'volume',
        sku,
        unitPrice,
        breaks: [
          { fromQuantity: 6, unitPrice: partOf(unitPrice, 90) },
          { fromQuantity: 12, unitPrice: partOf(unitPrice, 80) },
        ],
      })),
      ...named('Desk Tray').flatMap(({ sku, unitPrice }) => [
        { ...common, listId: 'desk', sku, unitPrice },
        { ...common, listId: 'desk', sku, unitPrice: partOf(unitPrice, 110), startsOn },
      ]),
    ],
  };
}
