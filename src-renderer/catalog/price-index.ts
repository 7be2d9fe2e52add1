import type { PricePage } from '../../domain/price-lists/price-list.ts';
import type { PriceInList } from '../../domain/price-lists/price-of.ts';

/** More prices than a page has: 500 articles of the catalog, each with some first days. */
const SPAN = 1_048_576;

const NONE: readonly number[] = [];
const NO_BREAKS: PriceInList['breaks'] = [];

/**
 * The prices of all lists in memory, page by page as they travel (decision 4), with a map from SKUs to their places: the number of a page
 * times {@link SPAN} plus the index on it.
 */
export class PriceIndex {
  /** Goes up with each change. */
  version = 0;
  private readonly pages: (PricePage | null)[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly bySku = new Map<string, readonly number[]>();

  /** Takes in a page as it is now, or that it is gone (`null`). */
  putPage(id: string, page: PricePage | null): void {
    this.version += 1;
    const number = this.numbers.get(id) ?? this.pages.length;
    this.numbers.set(id, number);
    for (const sku of new Set(this.pages[number]?.sku)) {
      const left = this.bySku.get(sku)?.filter((place) => Math.floor(place / SPAN) !== number) ?? NONE;
      if (left.length === 0) this.bySku.delete(sku);
      else this.bySku.set(sku, left);
    }
    this.pages[number] = page;
    page?.sku.forEach((sku, index) => this.bySku.set(sku, [...(this.bySku.get(sku) ?? NONE), number * SPAN + index]));
  }

  /** A plain loop: every line of a long sale asks at every scan. */
  pricesOf(sku: string): readonly PriceInList[] {
    const found: PriceInList[] = [];
    for (const place of this.bySku.get(sku) ?? NONE) {
      const page = this.pages[Math.floor(place / SPAN)];
      const index = place % SPAN;
      if (page == null) continue;
      found.push({
        listId: page.listId,
        sku,
        unitPrice: page.unitPrice[index] ?? 0,
        startsOn: page.startsOn[index] ?? null,
        endsOn: page.endsOn[index] ?? null,
        breaks: page.breaks[index] ?? NO_BREAKS,
      });
    }
    return found;
  }
}
