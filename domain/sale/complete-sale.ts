import { MOST_BELIEVED_MINOR } from '../base/limits.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { cashDue, type CashRoundingRule, NOT_ROUNDED } from '../payments/cash-rounding.ts';
import type { NamedTender, Tender } from '../payments/tender.ts';
import type { PricedSale } from '../pricing/price-sale.ts';
import type { UsedCoupon } from '../promotions/coupon.ts';
import type { AgeCheck } from './check-age.ts';
import type { SaleCompleted } from './sale.ts';

export interface CompleteSale {
  readonly priced: Pick<PricedSale, 'lines' | 'totalMinor' | 'taxMinor'>;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  /** Cash the customer handed over, in minor units. */
  readonly cashGivenMinor: number;
  readonly receiptNumber: string;
  /** What was paid by card, gift card and the like, tips included; cash pays the rest. */
  readonly otherTenders?: readonly NamedTender[];
  /** How cash is rounded here; none where it is left out. */
  readonly cashRounding?: CashRoundingRule;
  readonly customerId?: string | null;
  /** That somebody made sure that the customer is old enough. */
  readonly ageCheck?: AgeCheck | null;
  /** The codes that made it cheaper. */
  readonly coupons?: readonly UsedCoupon[];
  /** The certificate that exempts the customer from taxes. */
  readonly taxExemptionId?: string | null;
}

/** What they pay of the sale, in minor units: a tip is no part of it. */
function paidBy(tenders: readonly NamedTender[]): number {
  return tenders.reduce((sum, one) => sum + one.amountMinor - one.tipMinor, 0);
}

/**
 * Completes a sale, with change. Refuses an empty sale, other tenders that pay more than the total, and cash that does not cover the
 * rest as cash is rounded. Only what is paid in cash is rounded (rule M3).
 */
export function completeSale(request: CompleteSale): Result<SaleCompleted, Refusal> {
  const { priced, currency, pricesIncludeTax, cashGivenMinor, receiptNumber, otherTenders = [], cashRounding = NOT_ROUNDED } = request;
  if (priced.lines.length === 0) return refuse('empty_sale');
  if (!Number.isSafeInteger(cashGivenMinor) || cashGivenMinor < 0) return refuse('amount_not_valid');
  if (cashGivenMinor > MOST_BELIEVED_MINOR) return refuse('amount_too_large');
  const paid = paidBy(otherTenders);
  if (paid > priced.totalMinor) return refuse('tender_too_large');
  const due = cashDue(priced.totalMinor, paid, cashRounding);
  if (cashGivenMinor < due.roundedMinor) return refuse('tender_too_small');
  const cash: Tender = {
    kind: 'cash',
    currency,
    amountMinor: due.roundedMinor,
    tipMinor: 0,
    givenMinor: cashGivenMinor,
    changeMinor: cashGivenMinor - due.roundedMinor,
  };
  const isPaid = otherTenders.length > 0 && due.exactMinor === 0 && cashGivenMinor === 0;
  return accept({
    receiptNumber,
    currency,
    pricesIncludeTax,
    customerId: request.customerId ?? null,
    ageCheck: request.ageCheck ?? null,
    taxExemptionId: request.taxExemptionId ?? null,
    coupons: [...(request.coupons ?? [])],
    lines: priced.lines,
    totalMinor: priced.totalMinor,
    taxMinor: priced.taxMinor,
    roundingMinor: due.roundingMinor,
    tenders: isPaid ? [...otherTenders] : [...otherTenders, cash],
  });
}
