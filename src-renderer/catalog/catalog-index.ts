import { parseGtin } from '../../domain/catalog/gtin.ts';
import { CATALOG_PAGE_SIZE, type CatalogPage, type Product } from '../../domain/catalog/product.ts';
import type { Catalog } from '../app/register-services.ts';
import { foldText } from './fold-text.ts';

/** A product's place: page times {@link CATALOG_PAGE_SIZE} plus its index on the page. */
type Place = number;

/**
 * The catalog in memory, page by page as it travels. 100,000 products are looked up in microseconds and searched in
 * milliseconds without an index on disk.
 */
export class CatalogIndex implements Catalog {
  private readonly pages = new Map<number, CatalogPage>();
  private readonly bySku = new Map<string, Place>();
  private readonly byGtin = new Map<string, Place>();
  /** The searched text of a page's products; made when first needed. */
  private readonly texts = new Map<number, string[]>();

  get size(): number {
    return this.bySku.size;
  }

  putPage(page: CatalogPage): void {
    this.removePage(page.page);
    this.pages.set(page.page, page);
    page.sku.forEach((sku, index) => {
      const place = page.page * CATALOG_PAGE_SIZE + index;
      this.bySku.set(sku, place);
      const gtin = page.gtin[index];
      if (gtin !== null && gtin !== undefined) this.byGtin.set(gtin, place);
    });
  }

  removePage(number: number): void {
    const page = this.pages.get(number);
    if (page === undefined) return;
    this.pages.delete(number);
    this.texts.delete(number);
    page.sku.forEach((sku, index) => {
      this.bySku.delete(sku);
      const gtin = page.gtin[index];
      if (gtin !== null && gtin !== undefined) this.byGtin.delete(gtin);
    });
  }

  product(sku: string): Product | undefined {
    const place = this.bySku.get(sku);
    return place === undefined ? undefined : this.at(place);
  }

  lookup(code: string): Product | undefined {
    const trimmed = code.trim();
    const gtin = parseGtin(trimmed);
    const place = (gtin.ok ? this.byGtin.get(gtin.value) : undefined) ?? this.bySku.get(trimmed) ?? this.bySku.get(trimmed.toUpperCase());
    return place === undefined ? undefined : this.at(place);
  }

  search(text: string, limit: number): Product[] {
    const words = foldText(text).split(/\s+/).filter((word) => word !== '');
    const first = words[0];
    if (first === undefined) return [];
    // Three ranks: the name begins so, a word begins so, it stands somewhere. A rank that is full takes no more.
    const ranks: [Place[], Place[], Place[]] = [[], [], []];
    for (const page of this.pages.values()) {
      const texts = this.textsOf(page);
      for (let index = 0; index < texts.length; index += 1) {
        const searched = texts[index] ?? '';
        const found = searched.indexOf(first);
        if (found < 0 || !words.every((word) => searched.includes(word))) continue;
        const rank = found === 0 ? 0 : searched.includes(` ${first}`) ? 1 : 2;
        const bucket = ranks[rank];
        if (bucket.length < limit) bucket.push(page.page * CATALOG_PAGE_SIZE + index);
      }
      if (ranks[0].length >= limit) break;
    }
    return ranks.flat().slice(0, limit).flatMap((place) => this.at(place) ?? []);
  }

  /** Makes the searched text of every page ready, a page at a time, so that the first search is as fast as the rest. */
  *prepareSearch(): Generator<void> {
    for (const page of [...this.pages.values()]) {
      if (this.texts.has(page.page)) continue;
      this.textsOf(page);
      yield;
    }
  }

  private textsOf(page: CatalogPage): string[] {
    const known = this.texts.get(page.page);
    if (known !== undefined) return known;
    const texts = page.sku.map((sku, index) =>
      foldText(`${page.name[index] ?? ''} ${page.brand[index] ?? ''} ${sku} ${page.gtin[index]?.replace(/^0+/, '') ?? ''}`),
    );
    this.texts.set(page.page, texts);
    return texts;
  }

  private at(place: Place): Product | undefined {
    const page = this.pages.get(Math.floor(place / CATALOG_PAGE_SIZE));
    const index = place % CATALOG_PAGE_SIZE;
    const sku = page?.sku[index];
    if (page === undefined || sku === undefined) return undefined;
    return {
      sku,
      gtin: page.gtin[index] ?? null,
      name: page.name[index] ?? '',
      brand: page.brand[index] ?? '',
      category: page.category[index] ?? '',
      size: page.size[index] ?? '',
      unitPrice: page.unitPrice[index] ?? 0,
      taxClass: page.taxClass[index] ?? '',
    };
  }
}
