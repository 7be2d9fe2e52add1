import { CARRIED_FROM, type CarriedFrom } from '../payments/tender.ts';
import { planRefund, type RefundPart, STAYS, waysBack } from '../returns/plan-refund.ts';
import type { Sale } from '../sale/sale.ts';

type Paid = Pick<Sale, 'tenders' | 'refundedTo'>;

/** A part of what the goods that came back are worth, which pays for the others. */
export interface Carried {
  /** What had paid for the goods; null for cash, and for what nobody here can give back. */
  readonly from: CarriedFrom | null;
  readonly reference: string | null;
  /** In minor units, at least 1. */
  readonly amountMinor: number;
}

export interface ExchangePlan {
  readonly carried: readonly Carried[];
  /** What `carried` comes to, in minor units. */
  readonly carriedMinor: number;
  /** What goes back to the customer, in minor units: the refund less `carriedMinor`. */
  readonly refundMinor: number;
  /** What the customer pays, in minor units: what they take home less `carriedMinor`. */
  readonly dueMinor: number;
}

/** A sale with what was bought on account or with points first: that goes back there before anything is carried. */
export function staysFirst<P extends Paid>(paid: P): P {
  const stays = ({ kind }: P['tenders'][number]) => (STAYS.has(kind) ? 0 : 1);
  return { ...paid, tenders: paid.tenders.toSorted((one, other) => stays(one) - stays(other)) };
}

/** The sale after these parts went back. */
function after(paid: Paid, parts: readonly RefundPart[]): Paid {
  const refundedTo: Record<string, number> = { ...paid.refundedTo };
  for (const { reference, amountMinor } of parts)
    if (reference !== null) refundedTo[reference] = (refundedTo[reference] ?? 0) + amountMinor;
  return { tenders: paid.tenders, refundedTo };
}

/**
 * Plans an exchange: what the goods that came back are worth pays for the others, and the difference is due or goes back. The difference
 * goes back to the original tenders in their order; what is left of them is carried, and remembered, so that goods of an exchange that
 * come back later lead the money to where it came from.
 * @param paid the sale of the goods that came back; undefined for an online order.
 * @param backMinor what comes back, less the fees. @param takenMinor what is taken home. Both in minor units, at least 0.
 */
export function planExchange(paid: Paid | undefined, backMinor: number, takenMinor: number): ExchangePlan {
  const sale = staysFirst(paid ?? { tenders: [], refundedTo: null });
  const staysMinor = waysBack(sale).reduce((sum, { kind, leftMinor }) => sum + (STAYS.has(kind) ? leftMinor : 0), 0);
  const carriedMinor = Math.min(takenMinor, backMinor - Math.min(backMinor, staysMinor));
  const refundMinor = backMinor - carriedMinor;
  const left = after(sale, refundMinor === 0 ? [] : planRefund(sale, refundMinor));
  const carried = planRefund(left, carriedMinor).map(({ kind, reference, amountMinor }): Carried => {
    const from = CARRIED_FROM.find((one) => one === kind) ?? null;
    return { from, reference: from === null ? null : reference, amountMinor };
  });
  return { carried, carriedMinor, refundMinor, dueMinor: takenMinor - carriedMinor };
}
