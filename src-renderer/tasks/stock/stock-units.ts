import type { Product } from '../../../domain/catalog/product.ts';
import { parseCount, parseWeight } from '../../../texts/say/format-money.ts';
import { formatQuantity } from '../../../texts/say/format-quantity.ts';

/** In how many decimals the stock of an article is counted: by the piece, or by the gram. */
export function decimalsOf({ soldBy }: Pick<Product, 'soldBy'>): 0 | 3 {
  return soldBy === 'kg' ? 3 : 0;
}

/** Writes units of stock as people read them: `12`, or `0.640 kg`. */
export function unitsOf(product: Pick<Product, 'soldBy'>): (units: number) => string {
  const unit = product.soldBy === 'kg' ? 'kg' : 'piece';
  return (units) => formatQuantity(units, decimalsOf(product), unit);
}

/** Reads how much lies on a shelf: pieces, or kilograms in grams; null where it is neither. */
export function readUnits(product: Pick<Product, 'soldBy'>, typed: string): number | null {
  return product.soldBy === 'kg' ? parseWeight(typed) : parseCount(typed);
}
