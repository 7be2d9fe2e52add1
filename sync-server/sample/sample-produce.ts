import type { Product } from '../../domain/catalog/product.ts';

/** The number that the trade has for each (PLU code of the IFPS), its name, and what a kilogram costs in cents. */
const PRODUCE: readonly (readonly [plu: string, name: string, cents: number])[] = [
  ['4011', 'Bananas', 179],
  ['4017', 'Green Apples', 399],
  ['4409', 'Pears', 449],
  ['4664', 'Tomatoes on the Vine', 549],
  ['4562', 'Carrots', 229],
  ['4665', 'Yellow Onions', 199],
];

/** They lie in a tray, which is weighed with them. */
const TOMATOES = '4664';
const TRAY_GRAMS = 15;

/** Goods of the sample company that are weighed when they are sold. No stock of them is kept. */
export const SAMPLE_PRODUCE: readonly Product[] = PRODUCE.map(([sku, name, cents]) => ({
  sku,
  gtin: null,
  name,
  brand: '',
  category: 'Produce',
  size: '',
  unitPrice: cents * 1000,
  taxClass: 'food',
  minimumAge: null,
  soldBy: 'kg',
  tareGrams: sku === TOMATOES ? TRAY_GRAMS : 0,
}));
