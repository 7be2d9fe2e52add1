import { z } from 'zod';
import { adjustment } from '../base/adjustment.ts';
import { businessDate } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import type { CartLine } from './cart-line.ts';
import type { Adjustments, OpenLine } from './open-line.ts';

/** What a quote promises for a line: what came off its price then, until a day. */
export const quotedPrice = z.strictObject({
  /** The number of the quote. */
  number: text.min(1).max(20),
  /** The last day on which it holds, in the calendar of the store. */
  validUntil: businessDate,
  adjustments: z.array(adjustment).max(50),
});

export type QuotedPrice = z.infer<typeof quotedPrice>;

export const isQuoted = ({ quoted }: Pick<CartLine, 'quoted'>): boolean => quoted != null;

/** What quotes take off their lines, whatever promotions, limits and discounts say by now. Taxes are those of the sale. */
export function quotedAdjustments(lines: readonly OpenLine[]): Adjustments {
  return lines.map(({ line }) => line.quoted?.adjustments ?? []);
}

/** A line at the prices of today: what a quote promised for it holds no more. */
export function withoutQuote<L extends CartLine>(line: L): L {
  if (!isQuoted(line)) return line;
  const { quoted: _, ...others } = line;
  return others as L;
}

/** Lines without the quotes that have ended. The same object where none has. @param today YYYY-MM-DD in the calendar of the store. */
export function withoutEndedQuotes<L extends CartLine>(lines: readonly L[], today: string): readonly L[] {
  const isOver = ({ quoted }: L) => quoted != null && quoted.validUntil < today;
  return lines.some(isOver) ? lines.map((line) => (isOver(line) ? withoutQuote(line) : line)) : lines;
}
