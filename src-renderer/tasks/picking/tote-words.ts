import type { Tote } from '../../../domain/fulfillment/tote.ts';
import type { Wave } from '../../../domain/fulfillment/wave.ts';
import { formatWhen, unitWords } from '../../kit/order-words.ts';

/** What lies in a tote, for a sentence: how much, of which orders, and since when. */
export interface ToteContent {
  readonly code: string;
  readonly units: string;
  readonly number: string;
  readonly time: string;
}

/** What a tote holds, in words. @param timezone of the store. */
export function contentOf({ code, goods, since }: Tote, timezone: string): ToteContent {
  return {
    code,
    units: unitWords(goods.reduce((sum, one) => sum + one.quantity, 0)),
    number: [...new Set(goods.map((one) => one.orderNumber))].join(', '),
    time: formatWhen(since, timezone),
  };
}

const LETTERS = 26;

/** The letter of an order in its wave, A for the first: it is the same from the trolley to the packing desk. */
export function letterIn(orderIds: readonly string[], orderId: string): string | null {
  const at = orderIds.indexOf(orderId);
  if (at < 0) return null;
  const letter = String.fromCharCode(65 + (at % LETTERS));
  return at < LETTERS ? letter : `${letter}${Math.floor(at / LETTERS) + 1}`;
}

/** The letter that an order had in the wave that took it last; null where none is known. */
export function letterOf(waves: Iterable<Wave>, orderId: string): string | null {
  let latest: Wave | null = null;
  for (const wave of waves) if (wave.orderIds.includes(orderId) && (latest === null || latest.startedAt < wave.startedAt)) latest = wave;
  return latest === null ? null : letterIn(latest.orderIds, orderId);
}
