import type { Adjustment } from '../base/adjustment.ts';
import type { Further } from '../base/define-operation.ts';
import type { SaleLine } from './sale-line.ts';

const BY_HAND: readonly Adjustment['source'][] = ['price_override', 'line_discount', 'sale_discount'];

/**
 * What people took off each line, in hundredths of a percent of its price, and who approved it; lines that they did not make cheaper
 * are left out. A minor unit of each change is rounding, and counts for nothing.
 */
export function takenOffByHand(lines: readonly Pick<SaleLine, 'grossMinor' | 'adjustments'>[]): Further[] {
  return lines.flatMap(({ grossMinor, adjustments }) => {
    const byHand = adjustments.filter(({ source }) => BY_HAND.includes(source));
    const off = -byHand.reduce((sum, one) => sum + one.amountMinor, byHand.length);
    if (off <= 0 || grossMinor <= 0) return [];
    const approvers = byHand.map(({ approvedBy }) => approvedBy).filter((id) => id !== null);
    return [{ weight: Math.ceil((off * 10_000) / grossMinor), approvers }];
  });
}
