import type { Product } from '../../../../domain/catalog/product.ts';
import { formatUnitPrice } from '../../../../texts/say/format-money.ts';
import { words } from '../../../../texts/words/words.ts';

/**
 * What an article costs, as a shelf says it: goods that are weighed by the kilogram; nothing where the till asks for the price.
 * @param unitPrice thousandths of a minor unit.
 */
export function priceTag({ soldBy, terms }: Pick<Product, 'soldBy' | 'terms'>, unitPrice: number, currency: string): string {
  if (terms?.openPrice === true) return words('lack.openPrice');
  const price = formatUnitPrice(unitPrice, currency);
  return soldBy === 'kg' ? words('weigh.perKilogram', { price }) : price;
}
