import { MOST_BELIEVED_MINOR } from '../base/limits.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { type CashDue, cashDue, type CashRoundingRule, NOT_ROUNDED } from '../payments/cash-rounding.ts';
import { type ForeignNotes, worthOf } from '../payments/foreign-cash.ts';
import type { NamedTender, OnAccount, Tender } from '../payments/tender.ts';
import type { PricedSale } from '../pricing/price-sale.ts';
import type { UsedCoupon } from '../promotions/coupon.ts';
import type { AgeCheck } from './check-age.ts';
import { paysAnother } from '../stored-value/on-account.ts';
import type { SaleCompleted } from './sale.ts';
import type { SaleOrder } from '../sale-orders/sale-order.ts';

export interface CompleteSale {
  readonly priced: Pick<PricedSale, 'lines' | 'totalMinor' | 'taxMinor'> & Partial<Pick<PricedSale, 'usedPoints'>>;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  /** Cash the customer handed over, in minor units. */
  readonly cashGivenMinor: number;
  readonly receiptNumber: string;
  /** When its first article was on the counter, in ISO 8601; unknown where it is left out. */
  readonly begunAt?: string | null;
  /** What was paid by card, gift card and the like, tips included; cash pays the rest. */
  readonly otherTenders?: readonly NamedTender[];
  /** Notes of other currencies that the customer handed over. */
  readonly foreignNotes?: readonly ForeignNotes[];
  /** How cash is rounded here; none where it is left out. */
  readonly cashRounding?: CashRoundingRule;
  readonly customerId?: string | null;
  /** That somebody made sure that the customer is old enough. */
  readonly ageCheck?: AgeCheck | null;
  /** The codes that made it cheaper. */
  readonly coupons?: readonly UsedCoupon[];
  /** The certificate that exempts the customer from taxes. */
  readonly taxExemptionId?: string | null;
  /** Goods that the pool delivers; the lines name them. */
  readonly orders?: readonly SaleOrder[];
  /** The points that pay a part of it, as a tender. */
  readonly usedPoints?: number;
  /** What the customer's account was let do. */
  readonly onAccount?: OnAccount | null;
}

/** What they pay of the sale, in minor units: a tip is no part of it. */
function paidBy(tenders: readonly NamedTender[]): number {
  return tenders.reduce((sum, one) => sum + one.amountMinor - one.tipMinor, 0);
}

/**
 * The cash tenders of a sale: its own currency, which gives the change, and notes of others, which pay all that they are worth.
 * @returns why that cannot be.
 */
function cashTenders(request: CompleteSale, due: CashDue): Result<Tender[], Refusal> {
  const { currency, cashGivenMinor, foreignNotes = [], otherTenders = [] } = request;
  if (!Number.isSafeInteger(cashGivenMinor) || cashGivenMinor < 0) return refuse('amount_not_valid');
  if (cashGivenMinor > MOST_BELIEVED_MINOR) return refuse('amount_too_large');
  const foreign: Tender[] = [];
  let worthMinor = 0;
  for (const notes of foreignNotes) {
    const amountMinor = worthOf(notes, currency);
    if (amountMinor === null || amountMinor > MOST_BELIEVED_MINOR) return refuse('amount_too_large');
    foreign.push({ kind: 'cash', ...notes, amountMinor, tipMinor: 0, changeMinor: 0 });
    worthMinor += amountMinor;
  }
  const changeMinor = cashGivenMinor + worthMinor - due.roundedMinor;
  if (changeMinor < 0) return refuse('tender_too_small');
  const own = { kind: 'cash', currency, amountMinor: cashGivenMinor - changeMinor, tipMinor: 0 } as const;
  const isPaid = foreign.length > 0 ? changeMinor === 0 : otherTenders.length > 0 && due.exactMinor === 0;
  return accept(isPaid && cashGivenMinor === 0 ? foreign : [...foreign, { ...own, givenMinor: cashGivenMinor, changeMinor, rate: null }]);
}

/** The orders that a line names: of what was chosen and given up again nothing stays. */
function ordersOf({ priced, orders = [] }: CompleteSale): SaleOrder[] {
  return orders.filter(({ id }) => priced.lines.some(({ orderId }) => orderId === id));
}

/**
 * Completes a sale, with change. Refuses an empty sale, other tenders that pay more than the total, and cash that does not cover the
 * rest as cash is rounded. Only what is paid in cash is rounded (rule M3).
 */
export function completeSale(request: CompleteSale): Result<SaleCompleted, Refusal> {
  const { priced, currency, pricesIncludeTax, receiptNumber, otherTenders = [], cashRounding = NOT_ROUNDED } = request;
  if (priced.lines.length === 0) return refuse('empty_sale');
  if (ordersOf(request).length > 0 && (request.customerId ?? null) === null) return refuse('order_without_customer');
  if (priced.lines.some((line) => paysAnother(line, request.customerId ?? null))) return refuse('account_of_another');
  const paid = paidBy(otherTenders);
  if (paid > priced.totalMinor) return refuse('tender_too_large');
  const due = cashDue(priced.totalMinor, paid, cashRounding);
  const cash = cashTenders(request, due);
  if (!cash.ok) return cash;
  return accept({
    receiptNumber,
    currency,
    pricesIncludeTax,
    begunAt: request.begunAt ?? null,
    customerId: request.customerId ?? null,
    ageCheck: request.ageCheck ?? null,
    taxExemptionId: request.taxExemptionId ?? null,
    coupons: [...(request.coupons ?? [])],
    lines: priced.lines,
    orders: ordersOf(request),
    totalMinor: priced.totalMinor,
    taxMinor: priced.taxMinor,
    roundingMinor: due.roundingMinor,
    tenders: [...otherTenders, ...cash.value],
    onAccount: request.onAccount ?? null,
    usedPoints: (request.usedPoints ?? 0) + (priced.usedPoints ?? 0),
  });
}
