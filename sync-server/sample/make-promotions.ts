import { type Promotion, promotion } from '../../domain/promotions/promotion.ts';
import type { z } from 'zod';
import type { SampleProduct } from './make-products.ts';

/** Promotions of several kinds that hold all year. Two of them wait for a code and for a customer who works here. */
export function makePromotions(products: readonly SampleProduct[], year: number): Promotion[] {
  const within = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
  const skusOf = (category: string, words: string) =>
    products
      .filter((product) => product.category === category && product.name.includes(words))
      .slice(0, 500)
      .map((product) => product.sku);
  const all: z.input<typeof promotion>[] = [
    {
      id: 'towels-15',
      kind: 'percent_off',
      name: '15 % off bath towels',
      skus: skusOf('Home', 'Bath Towel'),
      basisPoints: 1500,
      ...within,
    },
    {
      id: 'yoga-20',
      kind: 'percent_off',
      name: '20 % off yoga mats',
      skus: skusOf('Sports and Outdoors', 'Yoga Mat'),
      basisPoints: 2000,
      ...within,
    },
    { id: 'tee-3-for-2', kind: 'multi_buy', name: 'T-shirts: 3 for 2', skus: skusOf('Tops', 'T-Shirt'), buy: 3, pay: 2, ...within },
    {
      id: 'soap-2-for-1',
      kind: 'multi_buy',
      name: 'Hand soap: 2 for 1',
      skus: skusOf('Personal Care', 'Hand Soap'),
      buy: 2,
      pay: 1,
      ...within,
    },
    {
      id: 'notebooks-3-for-25',
      kind: 'mix_and_match',
      name: 'Any 3 notebooks for $25',
      skus: skusOf('Stationery', 'Notebook'),
      units: 3,
      priceMinor: 2500,
      ...within,
    },
    {
      id: 'welcome-10',
      kind: 'sale_percent',
      name: 'Welcome: 10 % off with the code WELCOME10',
      everything: true,
      codes: ['WELCOME10'],
      minimumMinor: 2000,
      basisPoints: 1000,
      ...within,
    },
    {
      id: 'staff-20',
      kind: 'sale_percent',
      name: 'Staff: 20 % off, no electronics',
      everything: true,
      excludedCategories: ['Electronics'],
      customerGroups: ['staff'],
      basisPoints: 2000,
      ...within,
    },
  ];
  return all.map((one) => promotion.parse(one)).filter(({ everything, skus }) => everything || skus.length > 0);
}
