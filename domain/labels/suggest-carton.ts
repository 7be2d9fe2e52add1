import type { Carton } from './settings.ts';

/** The size and the weight of an article, where somebody said them. */
export interface ArticleSize {
  /** Length, width and height in millimetres. */
  readonly size: readonly [number, number, number] | null;
  readonly weightGrams: number | null;
}

/** Articles that go into one parcel. */
export interface ToPack {
  readonly quantity: number;
  readonly article: ArticleSize;
}

/** So much of a carton can be filled: goods are no liquid. Thousandths. */
const FILLED_PPT = 850;

/** What a parcel weighs in a carton, in grams; null where the weight of an article is not known. */
export function parcelWeight(goods: readonly ToPack[], box: Pick<Carton, 'weightGrams'> | null): number | null {
  let grams = box?.weightGrams ?? 0;
  for (const { quantity, article } of goods) {
    if (article.weightGrams === null) return null;
    grams += quantity * article.weightGrams;
  }
  return grams;
}

const volumeOf = ([length, width, height]: readonly [number, number, number]): number => length * width * height;
const sorted = (size: readonly [number, number, number]): readonly number[] => [...size].sort((a, b) => a - b);

/** How full a carton gets, in thousandths; null where it does not take the goods, or the size of one is not known. */
export function filledBy(goods: readonly ToPack[], box: Carton): number | null {
  const inside = sorted(box.size);
  let volume = 0;
  for (const { quantity, article } of goods) {
    if (article.size === null || sorted(article.size).some((side, index) => side > (inside[index] ?? 0))) return null;
    volume += quantity * volumeOf(article.size);
  }
  const filled = Math.ceil((volume * 1_000) / volumeOf(box.size));
  return filled > FILLED_PPT ? null : filled;
}

/**
 * The smallest carton that takes the goods by size and weight. Null where none does, or where the size or the weight of an article is not
 * known: nothing is guessed.
 */
export function suggestCarton(goods: readonly ToPack[], boxes: readonly Carton[]): Carton | null {
  if (goods.length === 0) return null;
  const fitting = boxes.filter((box) => {
    const grams = parcelWeight(goods, box);
    return grams !== null && grams <= box.mostGrams && filledBy(goods, box) !== null;
  });
  return fitting.sort((a, b) => volumeOf(a.size) - volumeOf(b.size))[0] ?? null;
}
