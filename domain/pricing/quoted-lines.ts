import type { CartLine } from './cart-line.ts';
import type { Adjustments, OpenLine } from './open-line.ts';

/** Whether a quote says what a line costs. */
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

/**
 * Lines without the quotes that hold no more: those that have ended, and those that were given to another customer. The same object
 * where all hold.
 * @param today YYYY-MM-DD in the calendar of the store. @param buyerId who buys; null where nobody has said who they are.
 */
export function withoutLapsedQuotes<L extends CartLine>(lines: readonly L[], today: string, buyerId: string | null): readonly L[] {
  const isOver = ({ quoted }: L) =>
    quoted != null && (quoted.validUntil < today || (quoted.customerId !== null && quoted.customerId !== buyerId));
  return lines.some(isOver) ? lines.map((line) => (isOver(line) ? withoutQuote(line) : line)) : lines;
}
