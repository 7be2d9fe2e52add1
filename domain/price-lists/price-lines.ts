import type { CartLine } from '../pricing/cart-line.ts';
import type { ChoosePrice } from './price-of.ts';

const FINEST_DECIMALS = 3;

/** Goods and services at the price of the catalog or of a list: a price that a label, a person or a quote gave stays. */
export function isAtListedPrice({ kind = 'goods', priceSource = 'catalog', quantity, quoted }: CartLine): boolean {
  if (quoted != null) return false;
  return (kind === 'goods' || kind === 'service') && (priceSource === 'catalog' || priceSource === 'price_list') && quantity > 0;
}

/** What a line costs by the catalog alone, in thousandths of a minor unit. */
export const catalogPriceOf = ({ catalogPrice, unitPrice }: CartLine): number => catalogPrice ?? unitPrice;

/** The quantity of a line in thousandths of its unit. */
const thousandthsOf = ({ quantity, quantityDecimals = 0 }: CartLine): number => quantity * 10 ** (FINEST_DECIMALS - quantityDecimals);

function atCatalogPrice<L extends CartLine>(line: L): L {
  if (line.catalogPrice === undefined) return line;
  const { catalogPrice, priceSource: _, ...others } = line;
  return { ...others, unitPrice: catalogPrice } as L;
}

/**
 * Lines at the prices that the lists say; at the catalog's price where they say none. Breaks count the units of all lines of an article.
 * A line that stays as it is stays the same object, and so do the lines where all do.
 */
export function priceLines<L extends CartLine>(lines: readonly L[], choose: ChoosePrice): readonly L[] {
  const quantities = new Map<string, number>();
  for (const line of lines) {
    if (isAtListedPrice(line)) quantities.set(line.sku, (quantities.get(line.sku) ?? 0) + thousandthsOf(line));
  }
  const priced = lines.map((line): L => {
    if (!isAtListedPrice(line)) return line;
    const found = choose(line.sku, quantities.get(line.sku) ?? 0);
    if (found === null) return atCatalogPrice(line);
    if (line.priceSource === 'price_list' && line.unitPrice === found.unitPrice && line.catalogPrice !== undefined) return line;
    return { ...line, unitPrice: found.unitPrice, priceSource: 'price_list', catalogPrice: catalogPriceOf(line) };
  });
  return priced.every((line, index) => line === lines[index]) ? lines : priced;
}
