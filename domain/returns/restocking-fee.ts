import { z } from 'zod';
import { apportion } from '../base/apportion.ts';
import { minorAmount, multiplyDivideRound } from '../base/money.ts';
import { lineTax } from '../tax/tax.ts';

/** A fee for goods that come back: a share of what was paid, in hundredths of a percent, or so much for each piece. */
export const feeRule = z.union([
  z.strictObject({ basisPoints: z.number().int().min(1).max(10_000) }),
  z.strictObject({ amountMinor: minorAmount.min(1) }),
]);

/** What the store keeps of the refund of a line for taking the goods back, in minor units, with its taxes. */
export const restockingFee = z.strictObject({
  amountMinor: minorAmount.min(1),
  /** The tax within `amountMinor`; 0 where the fee bears none. */
  taxMinor: minorAmount.min(0),
  taxes: z.array(lineTax).max(10),
});

/**
 * How a fee is taxed.
 *
 * `as_goods`: what the store keeps stays a part of the price, and bears its tax. In the European Union only what was really given back
 * lowers the taxable amount (Directive 2006/112/EC, article 90).
 *
 * `untaxed`: all of the tax goes back, and the fee bears none. So it is in California (Code of Regulations, title 18, section 1655(a), and
 * annotation 490.0223).
 */
export const FEE_TAXES = ['as_goods', 'untaxed'] as const;

export type FeeRule = z.infer<typeof feeRule>;
export type RestockingFee = z.infer<typeof restockingFee>;
export type FeeTax = (typeof FEE_TAXES)[number];

/** A line that is refunded, as far as its fee asks. */
interface RefundedLine {
  readonly quantity: number;
  readonly quantityDecimals: number;
  readonly refundMinor: number;
  readonly refundTaxMinor: number;
  readonly taxes: RestockingFee['taxes'];
}

/**
 * The fee for a line that comes back; null where it would be nothing. Never more than what was paid for the goods: where all of the tax
 * goes back, not more than their price without it. A weighed line counts as one piece.
 */
export function restockingFeeOf(rule: FeeRule, line: RefundedLine, tax: FeeTax): RestockingFee | null {
  const { quantity, quantityDecimals, refundMinor, refundTaxMinor } = line;
  const base = tax === 'untaxed' ? refundMinor - refundTaxMinor : refundMinor;
  const pieces = quantityDecimals === 0 ? quantity : 1;
  const wanted = 'basisPoints' in rule ? multiplyDivideRound(base, rule.basisPoints, 10_000) : rule.amountMinor * pieces;
  const amountMinor = Math.min(wanted, base);
  if (amountMinor <= 0) return null;
  if (tax === 'untaxed') return { amountMinor, taxMinor: 0, taxes: [] };
  const part = (of: number) => multiplyDivideRound(of, amountMinor, refundMinor);
  const taxMinor = part(refundTaxMinor);
  const amounts = apportion(
    taxMinor,
    line.taxes.map((one) => one.amountMinor),
  );
  return {
    amountMinor,
    taxMinor,
    taxes: line.taxes.map((one, index) => ({ ...one, baseMinor: part(one.baseMinor), amountMinor: amounts[index] ?? 0 })),
  };
}

/** What the store keeps of a return, in minor units. */
export function feesOf(lines: readonly { readonly fee?: RestockingFee }[]): number {
  return lines.reduce((sum, { fee }) => sum + (fee?.amountMinor ?? 0), 0);
}
