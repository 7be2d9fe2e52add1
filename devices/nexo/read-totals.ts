import type { TotalsReply } from '../../domain/device/terminal.ts';
import type { BrandTotals } from '../../domain/payments/terminal-totals.ts';
import { fromNexoAmount } from './amounts.ts';
import type { GetTotalsResponse } from './messages.ts';

/** What cannot be read is no answer: a sum that is half understood would accuse somebody. */
const LOST = { kind: 'lost' } as const;

/** TransactionTypeType: on which side money stands that moved. What declines, fails, reserves or is a customer's points moves none. */
const SIDES: Readonly<Record<string, readonly [side: 'paid' | 'refunded', sign: 1 | -1]>> = {
  Debit: ['paid', 1],
  CashAdvance: ['paid', 1],
  CompletedDeffered: ['paid', 1],
  CompletedReservation: ['paid', 1],
  IssuerInstalment: ['paid', 1],
  ReverseDebit: ['refunded', 1],
  Credit: ['refunded', 1],
  ReverseCredit: ['refunded', -1],
};

type Told = NonNullable<GetTotalsResponse['TransactionTotals']>[number];

/** Adds what one brand and currency moved. @returns false where an amount cannot be read. */
function addTo(sum: BrandTotals, { PaymentTotals = [] }: Told): boolean {
  for (const { TransactionType, TransactionCount, TransactionAmount } of PaymentTotals) {
    const [side, sign] = SIDES[TransactionType] ?? [];
    if (side === undefined || sign === undefined) continue;
    // Some terminals write what went back as a negative amount.
    const minor = fromNexoAmount(Math.abs(TransactionAmount), sum.currency);
    if (minor === null) return false;
    sum[side].count += TransactionCount;
    sum[side].minor += sign * minor;
  }
  return true;
}

/**
 * What a terminal says that it took. What it names as another till's or another shift's is left out.
 * @param asked for which till and shift. One that names no shift in its answer does not split by it.
 */
export function readTotals(
  said: GetTotalsResponse | undefined,
  asked: { readonly SaleID: string; readonly ShiftNumber: string },
): TotalsReply {
  if (said === undefined) return LOST;
  const { Result, ErrorCondition } = said.Response;
  if (Result === 'Failure') return ErrorCondition === undefined ? LOST : { kind: 'failed', condition: ErrorCondition };
  const told = said.TransactionTotals ?? [];
  const isOfShift = told.every(({ ShiftNumber }) => ShiftNumber !== undefined);
  const sums = new Map<string, BrandTotals>();
  for (const one of told) {
    if ((one.ShiftNumber ?? asked.ShiftNumber) !== asked.ShiftNumber || (one.SaleID ?? asked.SaleID) !== asked.SaleID) continue;
    const { CardBrand = null, PaymentCurrency: currency } = one;
    if (currency === undefined) return LOST;
    const key = `${currency} ${CardBrand ?? ''}`;
    const none = () => ({ count: 0, minor: 0 });
    const sum = sums.get(key) ?? { scheme: CardBrand?.slice(0, 40) ?? null, currency, paid: none(), refunded: none() };
    sums.set(key, sum);
    if (!addTo(sum, one)) return LOST;
  }
  const brands = [...sums.values()];
  return brands.some(({ refunded }) => refunded.minor < 0) ? LOST : { kind: 'answered', isOfShift, brands };
}
