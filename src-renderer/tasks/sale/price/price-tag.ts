import type { Product } from '../../../../domain/catalog/product.ts';
import { formatUnitPrice } from '../../../../texts/say/format-money.ts';
import { words } from '../../../../texts/words/words.ts';

/** What an article costs, as a shelf says it: goods that are weighed by the kilogram. @param unitPrice thousandths of a minor unit. */
export function priceTag({ soldBy }: Pick<Product, 'soldBy'>, unitPrice: number, currency: string): string {
  const price = formatUnitPrice(unitPrice, currency);
  return soldBy === 'kg' ? words('weigh.perKilogram', { price }) : price;
}
