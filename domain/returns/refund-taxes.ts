import { apportion } from '../base/apportion.ts';
import { multiplyDivideRound, portionOf } from '../base/money.ts';

/** A line that was paid, as far as its refund needs it. */
interface PaidLine {
  readonly quantity: number;
  /** Units that have come back already. */
  readonly returned: number;
  readonly totalMinor: number;
  readonly taxMinor: number;
  readonly taxes: readonly { readonly amountMinor: number }[];
}

/**
 * What of each tax of a line goes back with some of its units, in minor units; of their sum where they are not known one by one.
 * All units in any steps give back exactly what was paid (rule J9), and no step more tax than refund: units that cost a few
 * minor units would each round up on their own, so their taxes follow the refund.
 */
export function refundTaxes(line: PaidLine, quantity: number): number[] {
  const stored = line.taxes.length === 0 ? [line.taxMinor] : line.taxes.map((tax) => tax.amountMinor);
  const isRoomy = line.totalMinor - line.taxMinor >= (stored.length + 1) * line.quantity;
  if (isRoomy || stored.some((amount) => amount < 0))
    return stored.map((amount) => portionOf(amount, line.quantity, line.returned, quantity));
  const sum = stored.reduce((total, amount) => total + amount, 0);
  const upTo = (units: number) => {
    const refund = multiplyDivideRound(line.totalMinor, units, line.quantity);
    return apportion(line.totalMinor === 0 ? 0 : multiplyDivideRound(refund, sum, line.totalMinor), stored);
  };
  const before = upTo(line.returned);
  return upTo(line.returned + quantity).map((amount, index) => amount - (before[index] ?? 0));
}
