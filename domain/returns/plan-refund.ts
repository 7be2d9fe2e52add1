import type { RefundTender } from '../payments/tender.ts';
import type { Sale } from '../sale/sale.ts';

/** The kinds of tender that never become money. */
const STAYS: ReadonlySet<WayBack['kind']> = new Set(['account', 'points']);

type PaidSale = Pick<Sale, 'tenders' | 'refundedTo'>;

/** A tender of a sale that can take money back. */
export interface WayBack {
  readonly kind: Exclude<RefundTender['kind'], 'cash' | 'original_payment'>;
  /** The card payment, the gift card or the account. */
  readonly reference: string;
  /** What it has taken and not been given back, in minor units. */
  readonly leftMinor: number;
}

/** A part of a refund, before it is paid out. */
export interface RefundPart {
  readonly kind: RefundTender['kind'];
  readonly reference: string | null;
  /** In minor units, at least 1. */
  readonly amountMinor: number;
}

/** Where a refund goes: back by what paid for the sale; all of it in cash; or on store credit. */
export type RefundTo = 'original' | 'cash' | { readonly storeCredit: string };

/**
 * The tenders of a sale that can still take money back, in the order in which they paid. Tips stay with whoever got them. One
 * without a reference was taken elsewhere: nobody here can give it back.
 */
export function waysBack({ tenders, refundedTo }: PaidSale): WayBack[] {
  const ways = new Map<string, WayBack>();
  for (const one of tenders) {
    if (one.kind === 'cash' || one.reference === null) continue;
    const before = ways.get(one.reference)?.leftMinor ?? -(refundedTo?.[one.reference] ?? 0);
    ways.set(one.reference, { kind: one.kind, reference: one.reference, leftMinor: before + one.amountMinor - one.tipMinor });
  }
  return [...ways.values()].filter(({ leftMinor }) => leftMinor > 0);
}

/**
 * Divides a refund: back by what paid for the sale first, never above what that took, and the rest in cash. What was bought on account
 * or with points goes back there, wherever the rest goes: nobody has paid it with money. The parts add up to the
 * refund, before cash is rounded.
 * @param refundMinor in minor units, at least 0.
 */
export function planRefund(sale: PaidSale, refundMinor: number, to: RefundTo = 'original'): RefundPart[] {
  let left = refundMinor;
  const ways = waysBack(sale).filter(({ kind }) => to === 'original' || STAYS.has(kind));
  const parts = ways.flatMap(({ kind, reference, leftMinor }): RefundPart[] => {
    const amountMinor = Math.min(left, leftMinor);
    left -= amountMinor;
    return amountMinor === 0 ? [] : [{ kind, reference, amountMinor }];
  });
  if (left === 0) return parts;
  if (to === 'original' || to === 'cash') return [...parts, { kind: 'cash', reference: null, amountMinor: left }];
  return [...parts, { kind: 'store_credit', reference: to.storeCredit, amountMinor: left }];
}
