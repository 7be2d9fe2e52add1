import { goodsMatcher, type SelectableGoods } from './goods-selector.ts';
import type { PromotedLine, Promotion } from './promotion.ts';

type Matcher = (goods: SelectableGoods) => boolean;

/** A promotion in its place, ready to be asked which goods it names. */
export interface BookEntry {
  readonly promotion: Promotion;
  /** Null where it leaves nothing out. */
  readonly isExcluded: Matcher | null;
  /** The goods of its parts, for a bundle, in their order. */
  readonly parts: readonly Matcher[];
  /** The goods that must be bought. What they unlock (`gets`) is none of them: no gift buys itself. */
  readonly isBought: Matcher;
}

/** Promotions in the order in which they act, found by the goods that they name. */
export interface PromotionBook {
  readonly entries: readonly BookEntry[];
  readonly byId: ReadonlyMap<string, Promotion>;
  /** Places in `entries` of promotions that name all goods, and leave nothing out. */
  readonly everything: readonly number[];
  /** Places of those that name all goods but leave some out, or name more by what they unlock. */
  readonly nearlyEverything: readonly number[];
  readonly bySku: ReadonlyMap<string, readonly number[]>;
  readonly byCategory: ReadonlyMap<string, readonly number[]>;
  readonly byBrand: ReadonlyMap<string, readonly number[]>;
}

const ON_SALE: ReadonlySet<Promotion['kind']> = new Set(['sale_percent', 'sale_amount', 'tiered']);

/** Of equal priority, promotions on goods act first, then those on the whole sale, then points. */
function stageOf({ kind }: Promotion): number {
  if (kind === 'points') return 2;
  return ON_SALE.has(kind) ? 1 : 0;
}

/** Never the order of the list: on each register its documents have arrived in another one. */
function actsBefore(a: Promotion, b: Promotion): number {
  return a.priority - b.priority || stageOf(a) - stageOf(b) || (a.id < b.id ? -1 : 1);
}

/** The goods that a promotion names itself, but for those that become cheaper by them. */
function boughtIn(promotion: Promotion): Matcher {
  const isNamed = promotion.everything ? () => true : goodsMatcher(promotion);
  if (promotion.kind !== 'buy_get_other') return isNamed;
  const isGot = goodsMatcher(promotion.gets);
  return (goods) => isNamed(goods) && !isGot(goods);
}

function entryOf(promotion: Promotion): BookEntry {
  const leavesOut = promotion.excludedSkus.length + promotion.excludedCategories.length > 0;
  return {
    promotion,
    isExcluded: leavesOut ? goodsMatcher({ skus: promotion.excludedSkus, categories: promotion.excludedCategories, brands: [] }) : null,
    parts: promotion.kind === 'bundle' ? promotion.parts.map(goodsMatcher) : [],
    isBought: boughtIn(promotion),
  };
}

/** Each list of goods that a promotion names. Where it names all goods, its own lists name nothing more. */
function selectorsOf(promotion: Promotion) {
  if (promotion.kind === 'bundle') return promotion.parts;
  const own = promotion.everything ? [] : [promotion];
  return promotion.kind === 'buy_get_other' ? [...own, promotion.gets] : own;
}

function add(index: Map<string, number[]>, names: readonly string[], place: number): void {
  for (const name of names) {
    const places = index.get(name);
    if (places === undefined) index.set(name, [place]);
    else if (places.at(-1) !== place) places.push(place);
  }
}

/** Puts promotions in order and finds them by their goods. It takes a while: once for each list, never for each scan. */
export function makeBook(promotions: readonly Promotion[]): PromotionBook {
  const entries = [...promotions].sort(actsBefore).map(entryOf);
  const [everything, nearlyEverything]: [number[], number[]] = [[], []];
  const [bySku, byCategory, byBrand] = [new Map<string, number[]>(), new Map<string, number[]>(), new Map<string, number[]>()];
  entries.forEach(({ promotion, isExcluded }, place) => {
    if (promotion.everything && promotion.kind !== 'bundle') {
      const isPlain = isExcluded === null && promotion.kind !== 'buy_get_other';
      (isPlain ? everything : nearlyEverything).push(place);
    }
    for (const { skus, categories, brands } of selectorsOf(promotion)) {
      add(bySku, skus, place);
      add(byCategory, categories, place);
      add(byBrand, brands, place);
    }
  });
  const byId = new Map(promotions.map((promotion) => [promotion.id, promotion]));
  return { entries, byId, everything, nearlyEverything, bySku, byCategory, byBrand };
}

const books = new WeakMap<readonly Promotion[], PromotionBook>();

/** The book of a list of promotions, made once for each list. The list must not change. */
export function bookOf(promotions: readonly Promotion[]): PromotionBook {
  const known = books.get(promotions);
  if (known !== undefined) return known;
  const made = makeBook(promotions);
  books.set(promotions, made);
  return made;
}

/** Which lines take part in a promotion. */
export interface Members {
  readonly lines: readonly number[];
  /** Whether it names goods on the counter that it excludes. */
  readonly excluded: boolean;
}

type Goods = SelectableGoods & Pick<PromotedLine, 'fixed' | 'bySkuAlone'>;

/** All lines that take part where all goods are named: one list for all such promotions. Null where no line is named so. */
function allOf(lines: readonly Goods[]): Members | null {
  const named = [...lines.keys()].filter((index) => lines[index]?.bySkuAlone !== true);
  const open = named.filter((index) => lines[index]?.fixed !== true);
  return named.length === 0 ? null : { lines: open, excluded: open.length < named.length };
}

/** The lines that each promotion names, by its place in the book; promotions that name none are missing. */
export function membersOf(book: PromotionBook, lines: readonly Goods[]): ReadonlyMap<number, Members> {
  const byPlace: ({ lines: number[]; excluded: boolean } | undefined)[] = book.entries.map(() => undefined);
  const join = (places: readonly number[] | undefined, line: Goods, index: number) => {
    for (const place of places ?? []) {
      const of = (byPlace[place] ??= { lines: [], excluded: false });
      if (of.lines[of.lines.length - 1] === index) continue;
      if (line.fixed === true || book.entries[place]?.isExcluded?.(line) === true) of.excluded = true;
      else of.lines.push(index);
    }
  };
  lines.forEach((line, index) => {
    join(book.bySku.get(line.sku), line, index);
    if (line.bySkuAlone === true) return;
    join(book.nearlyEverything, line, index);
    if (line.category != null) join(book.byCategory.get(line.category), line, index);
    if (line.brand != null) join(book.byBrand.get(line.brand), line, index);
  });
  const members = new Map<number, Members>();
  byPlace.forEach((of, place) => {
    if (of !== undefined) members.set(place, of);
  });
  const all = allOf(lines);
  if (all !== null) for (const place of book.everything) members.set(place, all);
  return members;
}
