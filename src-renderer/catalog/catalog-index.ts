import { gtinsOf } from '../../domain/barcodes/gtin.ts';
import type { CatalogPage, Product } from '../../domain/catalog/product.ts';
import type { Catalog } from '../kit/register-services.ts';
import { foldText } from '../../domain/base/fold-text.ts';
import { isForgiven, isNearly } from './nearly.ts';

/** A product's place: page times {@link SPAN} plus its index on the page. */
type Place = number;

/** More than any page holds: a page may have grown past `CATALOG_PAGE_SIZE`, and its tail must not fall on the next page's places. */
const SPAN = 65_536;

/** So many products are enough of an answer; when there are fewer, a typing error may be why. */
const ENOUGH = 3;

/** More words than this are nearly the same only as a word that is too short to tell. */
const MOST_MEANT = 40;

/** How good a product is for the first word: it begins with it, has it as a word, begins so, has a word that does, or less. */
function ranker(first: string): (searched: string) => number {
  const whole = ` ${first} `;
  const start = ` ${first}`;
  return (searched) => {
    const at = searched.indexOf(start);
    if (at < 0) return 4;
    if (at === 0) return searched.startsWith(whole) ? 0 : searched.includes(whole) ? 1 : 2;
    return searched.includes(whole) ? 1 : 3;
  };
}

/**
 * The catalog in memory, page by page as it travels. 100,000 products are looked up in microseconds and searched in
 * milliseconds without an index on disk.
 */
export class CatalogIndex implements Catalog {
  private readonly pages = new Map<number, CatalogPage>();
  private readonly bySku = new Map<string, Place>();
  private readonly byGtin = new Map<string, Place>();
  /** The searched text of a page's products, a space at either end; made when first needed. */
  private readonly texts = new Map<number, string[]>();
  /** Every word that stands in a text; one that stands in none any more does no harm. */
  private readonly vocabulary = new Set<string>();
  private lastSearch: { readonly query: string; readonly found: readonly Place[] } | null = null;

  /** The hashes of pages that have any. */
  private readonly pictured = new Map<number, readonly (string | null)[]>();
  /** Goes up whenever pictures may have changed. */
  pictureVersion = 0;

  get size(): number {
    return this.bySku.size;
  }

  putPage(page: CatalogPage): void {
    this.removePage(page.page);
    this.pages.set(page.page, page);
    // A page that an older server sent says nothing of them.
    const picture = (page.picture as CatalogPage['picture'] | undefined) ?? [];
    if (picture.length > 0) {
      this.pictured.set(page.page, picture);
      this.pictureVersion += 1;
    }
    page.sku.forEach((sku, index) => {
      const place = page.page * SPAN + index;
      this.bySku.set(sku, place);
      const gtin = page.gtin[index];
      if (gtin !== null && gtin !== undefined) this.byGtin.set(gtin, place);
    });
  }

  removePage(number: number): void {
    const page = this.pages.get(number);
    this.lastSearch = null;
    if (page === undefined) return;
    this.pages.delete(number);
    this.texts.delete(number);
    if (this.pictured.delete(number)) this.pictureVersion += 1;
    // A product that has moved to another page in the meantime is known from there, and stays.
    page.sku.forEach((sku, index) => {
      const place = number * SPAN + index;
      if (this.bySku.get(sku) === place) this.bySku.delete(sku);
      const gtin = page.gtin[index];
      if (gtin !== null && gtin !== undefined && this.byGtin.get(gtin) === place) this.byGtin.delete(gtin);
    });
  }

  picture(sku: string): string | null {
    const place = this.pictured.size === 0 ? undefined : this.bySku.get(sku);
    return place === undefined ? null : (this.pictured.get(Math.floor(place / SPAN))?.[place % SPAN] ?? null);
  }

  /** The hashes of all pictures. */
  pictures(): Set<string> {
    return new Set([...this.pictured.values()].flatMap((page) => page.filter((hash) => hash !== null)));
  }

  product(sku: string): Product | undefined {
    const place = this.bySku.get(sku);
    return place === undefined ? undefined : this.at(place);
  }

  deposits(): Product[] {
    return [...this.pages.values()].flatMap(({ page, terms = [] }) =>
      terms.flatMap((one, index) => (one?.kind === 'deposit' ? (this.at(page * SPAN + index) ?? []) : [])),
    );
  }

  lookup(code: string): Product | undefined {
    const trimmed = code.trim();
    const named = gtinsOf(trimmed).find((gtin) => this.byGtin.has(gtin));
    const place =
      (named === undefined ? undefined : this.byGtin.get(named)) ?? this.bySku.get(trimmed) ?? this.bySku.get(trimmed.toUpperCase());
    return place === undefined ? undefined : this.at(place);
  }

  search(text: string, limit: number): Product[] {
    const words = foldText(text)
      .split(' ')
      .filter((word) => word !== '');
    const first = words[0];
    if (first === undefined) return [];
    const query = words.join(' ');
    const rank = ranker(first);
    const found: Place[] = [];
    const ranks: Place[][] = [[], [], [], [], []];
    const best = ranks[0] ?? [];
    this.eachCandidate(query, (place, searched) => {
      for (const word of words) if (!searched.includes(word)) return;
      found.push(place);
      if (best.length >= limit) return;
      const bucket = ranks[rank(searched)];
      if (bucket !== undefined && bucket.length < limit) bucket.push(place);
    });
    this.lastSearch = { query, found };
    return ranks
      .flat()
      .slice(0, limit)
      .flatMap((place) => this.at(place) ?? []);
  }

  searchForgiving(text: string, limit: number): Product[] {
    const exact = this.search(text, limit);
    if (exact.length >= Math.min(limit, ENOUGH)) return exact;
    const words = foldText(text)
      .split(' ')
      .filter((word) => word !== '');
    const patterns = words.map((word) => this.nearlyPattern(word));
    if (patterns.every((pattern) => pattern === null)) return exact;
    const known = new Set(exact.map(({ sku }) => sku));
    for (const page of this.pages.values()) {
      const texts = this.textsOf(page);
      for (let index = 0; index < texts.length && exact.length < limit; index += 1) {
        const searched = texts[index] ?? '';
        if (!words.every((word, at) => patterns[at]?.test(searched) ?? searched.includes(word))) continue;
        const product = this.at(page.page * SPAN + index);
        if (product !== undefined && !known.has(product.sku)) exact.push(product);
      }
    }
    return exact;
  }

  /** Finds the words that a typed one may have been meant for, itself among them; null when no error in it is forgiven. */
  private nearlyPattern(word: string): RegExp | null {
    if (!isForgiven(word)) return null;
    const near = [word];
    for (const other of this.vocabulary) if (near.length < MOST_MEANT && isNearly(word, other)) near.push(other);
    return new RegExp(` (?:${near.map((one) => one.replace(/[^\p{L}]/gu, '\\$&')).join('|')})`);
  }

  /** Visits where a search has to look: a letter more can only be found among what was found before it. */
  private eachCandidate(query: string, visit: (place: Place, searched: string) => void): void {
    if (this.lastSearch !== null && query.startsWith(this.lastSearch.query)) {
      for (const place of this.lastSearch.found) {
        const page = this.pages.get(Math.floor(place / SPAN));
        if (page !== undefined) visit(place, this.textsOf(page)[place % SPAN] ?? '');
      }
      return;
    }
    for (const page of this.pages.values()) {
      const texts = this.textsOf(page);
      const from = page.page * SPAN;
      for (let index = 0; index < texts.length; index += 1) visit(from + index, texts[index] ?? '');
    }
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
    const texts = page.sku.map(
      (sku, index) =>
        ` ${foldText(`${page.name[index] ?? ''} ${page.brand[index] ?? ''} ${sku} ${page.gtin[index]?.replace(/^0+/, '') ?? ''}`)} `,
    );
    this.texts.set(page.page, texts);
    for (const searched of texts) for (const word of searched.split(' ')) if (isForgiven(word)) this.vocabulary.add(word);
    return texts;
  }

  private at(place: Place): Product | undefined {
    const page = this.pages.get(Math.floor(place / SPAN));
    const index = place % SPAN;
    const sku = page?.sku[index];
    if (page === undefined || sku === undefined) return undefined;
    const terms = page.terms?.[index];
    const weightGrams = (page.weightGrams as CatalogPage['weightGrams'] | undefined)?.[index];
    const sizeMm = (page.sizeMm as CatalogPage['sizeMm'] | undefined)?.[index];
    const product: Product = {
      sku,
      gtin: page.gtin[index] ?? null,
      name: page.name[index] ?? '',
      brand: page.brand[index] ?? '',
      category: page.category[index] ?? '',
      size: page.size[index] ?? '',
      unitPrice: page.unitPrice[index] ?? 0,
      taxClass: page.taxClass[index] ?? '',
      // A page that an older server sent says nothing of it.
      minimumAge: (page.minimumAge as CatalogPage['minimumAge'] | undefined)?.[index] ?? null,
      soldBy: (page.soldBy as CatalogPage['soldBy'] | undefined)?.[index] ?? 'piece',
      tareGrams: (page.tareGrams as CatalogPage['tareGrams'] | undefined)?.[index] ?? 0,
      ...(weightGrams != null && { weightGrams }),
      ...(sizeMm != null && { sizeMm }),
    };
    return terms == null ? product : { ...product, terms };
  }
}
