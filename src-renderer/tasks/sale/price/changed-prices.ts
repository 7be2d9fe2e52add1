import { catalogPriceOf, isAtListedPrice } from '../../../../domain/price-lists/price-lines.ts';
import type { Catalog } from '../../../kit/register-services.ts';
import type { CartLines, CounterLine } from '../cart-lines.ts';

/** A line that costs something else than before, though nobody has changed it. Thousandths of a minor unit. */
export interface ChangedPrice {
  readonly id: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** Lines that were put aside, at what the catalog asks today. */
export function atCatalogOfToday(lines: CartLines, catalog: Pick<Catalog, 'product'>): CartLines {
  return lines.map((line): CounterLine => {
    if (!isAtListedPrice(line)) return line;
    const { priceSource: _1, catalogPrice: _2, ...others } = line;
    return { ...others, unitPrice: catalog.product(line.sku)?.unitPrice ?? catalogPriceOf(line) };
  });
}

/** Which lines cost something else than before. One costs what it did while a price holds that a person has decided. */
export function changedPrices(before: CartLines, after: CartLines): ChangedPrice[] {
  const known = new Map(before.map((line) => [line.id, line]));
  return after.flatMap(({ id, name, unitPrice, override }) => {
    const line = known.get(id);
    const was = line?.override?.unitPrice ?? line?.unitPrice ?? unitPrice;
    return override !== undefined || was === unitPrice ? [] : [{ id, name, before: was, after: unitPrice }];
  });
}

/** What there is to tell when prices change again before somebody has seen it: a line that is back at its first price is no news. */
export function joinChanges(told: readonly ChangedPrice[], more: readonly ChangedPrice[]): readonly ChangedPrice[] {
  const joined = new Map(told.map((one) => [one.id, one]));
  for (const one of more) joined.set(one.id, { ...one, before: joined.get(one.id)?.before ?? one.before });
  return [...joined.values()].filter(({ before, after }) => before !== after);
}
