import type { Product } from '../../domain/catalog/product.ts';
import { QUICK_KEYS_OF_A_PAGE, type QuickKeyPage } from '../../domain/sale/settings.ts';

/** A page of everything, and one for each of these departments. */
const DEPARTMENTS = ['Drinks', 'Produce'];

/** Quick keys of the sample company: a few articles of each department. */
export function sampleQuickKeys(products: readonly Pick<Product, 'sku' | 'category'>[]): QuickKeyPage[] {
  const of = (name: string, chosen: readonly Pick<Product, 'sku'>[]): QuickKeyPage => ({
    name,
    skus: chosen.slice(0, QUICK_KEYS_OF_A_PAGE).map(({ sku }) => sku),
  });
  const departments = DEPARTMENTS.map((category) =>
    of(
      category,
      products.filter((product) => product.category === category),
    ),
  );
  return [of('Counter', products), ...departments].filter(({ skus }) => skus.length > 0);
}
