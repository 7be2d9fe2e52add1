import { exemptTaxes, type TaxCase, type UntaxedLine } from '../tax/line-taxes.ts';
import type { Adjustments, OpenLine } from './open-line.ts';

/** Why a line costs less: the reason that stands in the sale. */
export const TAX_EXEMPT = 'tax_exempt';

/** A line as its taxes are reckoned on it. */
export function untaxed({ line, leftMinor }: OpenLine): UntaxedLine {
  const { taxClass, quantity, quantityDecimals = 0 } = line;
  return { taxClass, amountMinor: leftMinor, quantity, quantityDecimals };
}

/** A customer whom a certificate frees of taxes pays prices without them: they are taken out where prices include them. */
export function exemptCustomer(lines: readonly OpenLine[], rules: TaxCase): Adjustments {
  return exemptTaxes(lines.map(untaxed), rules).map((exempt) =>
    exempt === 0 ? [] : [{ source: 'price_override', sourceId: null, amountMinor: -exempt, reason: TAX_EXEMPT, approvedBy: null }],
  );
}
