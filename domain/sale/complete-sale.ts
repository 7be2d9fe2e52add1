import { MOST_BELIEVED_MINOR } from '../base/limits.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { cashDue, type CashRoundingRule, NOT_ROUNDED } from '../payments/cash-rounding.ts';
import type { PricedSale } from '../pricing/price-sale.ts';
import type { SaleCompleted } from './sale.ts';

export interface CompleteSale {
  readonly priced: Pick<PricedSale, 'lines' | 'totalMinor' | 'taxMinor'>;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  /** Cash the customer handed over, in minor units. */
  readonly cashGivenMinor: number;
  readonly receiptNumber: string;
  /** How cash is rounded here; none where it is left out. */
  readonly cashRounding?: CashRoundingRule;
  readonly customerId?: string | null;
  /** The certificate that exempts the customer from taxes. */
  readonly taxExemptionId?: string | null;
}

/** Completes a sale for cash, with change. Refuses an empty sale, and cash that does not cover the total as cash is rounded. */
export function completeSale(request: CompleteSale): Result<SaleCompleted, Refusal> {
  const { priced, currency, pricesIncludeTax, cashGivenMinor, receiptNumber, cashRounding = NOT_ROUNDED } = request;
  if (priced.lines.length === 0) return refuse('empty_sale');
  if (!Number.isSafeInteger(cashGivenMinor) || cashGivenMinor < 0) return refuse('amount_not_valid');
  if (cashGivenMinor > MOST_BELIEVED_MINOR) return refuse('amount_too_large');
  const due = cashDue(priced.totalMinor, 0, cashRounding);
  if (cashGivenMinor < due.roundedMinor) return refuse('tender_too_small');
  return accept({
    receiptNumber,
    currency,
    pricesIncludeTax,
    customerId: request.customerId ?? null,
    taxExemptionId: request.taxExemptionId ?? null,
    lines: priced.lines,
    totalMinor: priced.totalMinor,
    taxMinor: priced.taxMinor,
    roundingMinor: due.roundingMinor,
    tenders: [
      {
        kind: 'cash',
        currency,
        amountMinor: due.roundedMinor,
        tipMinor: 0,
        givenMinor: cashGivenMinor,
        changeMinor: cashGivenMinor - due.roundedMinor,
      },
    ],
  });
}
