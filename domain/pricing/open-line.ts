import type { Adjustment } from '../base/adjustment.ts';
import { lineTotal, multiplyDivideRound } from '../base/money.ts';
import type { CartLine, Discount } from './cart-line.ts';

/** A line on its way through the steps of pricing. */
export interface OpenLine {
  readonly line: CartLine;
  /** Unit price times quantity, rounded once. */
  readonly grossMinor: number;
  readonly adjustments: readonly Adjustment[];
  /** Gross and adjustments so far. */
  readonly leftMinor: number;
}

/** What a step adds to each line. */
export type Adjustments = readonly (readonly Adjustment[])[];

/** Begins pricing: what each line costs without any adjustment. */
export function openLines(cart: readonly CartLine[]): OpenLine[] {
  return cart.map((line) => {
    const grossMinor = lineTotal(line.unitPrice, line.quantity, line.quantityDecimals ?? 0);
    return { line, grossMinor, adjustments: [], leftMinor: grossMinor };
  });
}

/** The lines with what a step added to them. */
export function adjusted(lines: readonly OpenLine[], added: Adjustments): OpenLine[] {
  return lines.map((line, index) => {
    const more = added[index] ?? [];
    if (more.length === 0) return line;
    const sum = more.reduce((total, one) => total + one.amountMinor, 0);
    const adjustments = line.adjustments.length === 0 ? more : [...line.adjustments, ...more];
    return { line: line.line, grossMinor: line.grossMinor, adjustments, leftMinor: line.leftMinor + sum };
  });
}

/** What a discount takes off an amount: never more than all of it. A percentage is rounded once (rule M1). */
export function takenOff(discount: Discount, leftMinor: number): number {
  const wanted = 'basisPoints' in discount ? multiplyDivideRound(leftMinor, discount.basisPoints, 10_000) : discount.amountMinor;
  return leftMinor < 0 ? Math.min(0, Math.max(wanted, leftMinor)) : Math.max(0, Math.min(wanted, leftMinor));
}
