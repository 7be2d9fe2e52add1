import type { Product } from '../../../../domain/catalog/product.ts';
import type { LineWeighing } from '../../../../domain/weighing/line-weighing.ts';
import { parseWeight } from '../../../../texts/say/format-money.ts';
import type { CartState } from '../cart-state.ts';
import type { LabelLine } from '../cart-lines.ts';

/** A weight typed at a counter is below this (grams): 1500 in place of 1.500 is a slip. */
const TYPED_BELOW_GRAMS = 100_000;

/** Whether nobody knows yet how much of an article is sold: it goes by weight, and no label says its weight or its price. */
export function needsWeight({ soldBy }: Pick<Product, 'soldBy'>, label: LabelLine = {}): boolean {
  return soldBy === 'kg' && label.quantityDecimals === undefined && label.unitPrice === undefined;
}

/** How much was weighed, and how. */
export interface Weighed extends LineWeighing {
  readonly grams: number;
}

/** What a weight says of a line. */
export function weightLine({ grams, by, tareGrams }: Weighed): LabelLine {
  return { quantity: grams, quantityDecimals: 3, unit: 'kg', weighing: { by, tareGrams } };
}

/** Reads a weight in kilograms that a person typed, in grams; null when it is none, or not what a counter sells. */
export function readTypedWeight(text: string): number | null {
  const grams = parseWeight(text);
  return grams === null || grams < 1 || grams >= TYPED_BELOW_GRAMS ? null : grams;
}

/** The article that waits to be weighed for the sale on the counter; null where none does. */
export function waitsForWeight({ weighing, turn }: Pick<CartState, 'weighing' | 'turn'>): Product | null {
  return weighing !== null && weighing.turn === turn ? weighing.product : null;
}
