import type { Adjustment } from '../base/adjustment.ts';
import type { Further } from '../base/define-operation.ts';
import type { SaleLine } from './sale-line.ts';

const BY_HAND: readonly Adjustment['source'][] = ['price_override', 'line_discount', 'sale_discount'];

/** What changes by hand take off a line, in hundredths of a percent of its price; 0 where they do not make it cheaper. */
function weightOf(byHand: readonly Adjustment[], grossMinor: number): number {
  const off = -byHand.reduce((sum, one) => sum + one.amountMinor, byHand.length);
  return off <= 0 || grossMinor <= 0 ? 0 : Math.ceil((off * 10_000) / grossMinor);
}

/**
 * What people took off each line, in hundredths of a percent of its price, and who approved it; lines that they did not make cheaper
 * are left out. What nobody approved counts once more alone: an approval covers what it was given for, and nothing that came after it.
 * A minor unit of each change is rounding, and counts for nothing.
 */
export function takenOffByHand(lines: readonly Pick<SaleLine, 'grossMinor' | 'adjustments'>[]): Further[] {
  return lines.flatMap(({ grossMinor, adjustments }) => {
    const byHand = adjustments.filter(({ source }) => BY_HAND.includes(source));
    const approvers = byHand.map(({ approvedBy }) => approvedBy).filter((id) => id !== null);
    const alone = byHand.filter(({ approvedBy }) => approvedBy === null);
    const byBadge = byHand.flatMap((one) => (one.byBadge === undefined || one.approvedBy === null ? [] : [one.approvedBy]));
    const all = { weight: weightOf(byHand, grossMinor), approvers, ...(byBadge.length > 0 && { byBadge }) };
    const unapproved = approvers.length === 0 ? [] : [{ weight: weightOf(alone, grossMinor), approvers: [] }];
    return [all, ...unapproved].filter(({ weight }) => weight > 0);
  });
}
