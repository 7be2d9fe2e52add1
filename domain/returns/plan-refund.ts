import { type RefundTender, takenNotes, tipsOf } from '../payments/tender.ts';
import type { Sale } from '../sale/sale.ts';

/** The kinds of tender that never become money. */
export const STAYS: ReadonlySet<string> = new Set(['account', 'points']);

type PaidSale = Pick<Sale, 'tenders' | 'refundedTo'>;

/** A tender of a sale that can take money back. */
export interface WayBack {
  readonly kind: Exclude<RefundTender['kind'], 'cash' | 'original_payment' | 'exchange'>;
  /** The card payment, the gift card or the account. */
  readonly reference: string;
  /** What it has taken and not been given back, in minor units. */
  readonly leftMinor: number;
  /** Of `leftMinor`, in minor units: 0 unless the sale is voided. */
  readonly tipMinor: number;
}

/** A part of a refund, before it is paid out. */
export interface RefundPart {
  readonly kind: RefundTender['kind'];
  readonly reference: string | null;
  /** In minor units, at least 1; of cash that a void gives back in notes of other currencies it may be 0. */
  readonly amountMinor: number;
  /** Of `amountMinor`; left out where it is 0. */
  readonly tipMinor?: number;
}

/** Where a refund goes: back by what paid for the sale; all of it in cash; or on store credit. */
export type RefundTo = 'original' | 'cash' | { readonly storeCredit: string };

/**
 * The tenders of a sale that can still take money back, in the order in which they paid. Tips stay with whoever got them, unless the
 * sale is voided as a whole. One without a reference was taken elsewhere: nobody here can give it back. What goods that came back had paid
 * in an exchange goes to where it came from.
 */
export function waysBack({ tenders, refundedTo }: PaidSale, isVoid = false): WayBack[] {
  const ways = new Map<string, WayBack>();
  for (const one of tenders) {
    if (one.kind === 'cash' || one.reference === null) continue;
    const kind = one.kind === 'exchange' ? one.carries : one.kind;
    if (kind === undefined) continue;
    const before = ways.get(one.reference) ?? { leftMinor: -(refundedTo?.[one.reference] ?? 0), tipMinor: 0 };
    const tipMinor = isVoid ? one.tipMinor : 0;
    ways.set(one.reference, {
      kind,
      reference: one.reference,
      leftMinor: before.leftMinor + one.amountMinor - one.tipMinor + tipMinor,
      tipMinor: before.tipMinor + tipMinor,
    });
  }
  return [...ways.values()].filter(({ leftMinor }) => leftMinor > 0);
}

/**
 * Divides a refund: back by what paid for the sale first, never above what that took, and the rest in cash. What was bought on account
 * or with points goes back there, wherever the rest goes: nobody has paid it with money. The parts add up to the
 * refund, before cash is rounded. A void gives the tips back too.
 * @param refundMinor in minor units, at least 0.
 */
export function planRefund(sale: PaidSale, refundMinor: number, to: RefundTo = 'original', isVoid = false): RefundPart[] {
  let tipLeft = isVoid ? tipsOf(sale.tenders) : 0;
  let left = refundMinor + tipLeft;
  const ways = waysBack(sale, isVoid).filter(({ kind }) => to === 'original' || STAYS.has(kind));
  const parts = ways.flatMap(({ kind, reference, leftMinor, tipMinor }): RefundPart[] => {
    const amountMinor = Math.min(left, leftMinor);
    const ownTip = Math.min(tipMinor, amountMinor);
    left -= amountMinor;
    tipLeft -= ownTip;
    return amountMinor === 0 ? [] : [{ kind, reference, amountMinor, ...(ownTip > 0 && { tipMinor: ownTip }) }];
  });
  const hasNotes = isVoid && to === 'original' && takenNotes(sale.tenders).length > 0;
  if (left === 0 && !hasNotes) return parts;
  const tip = tipLeft > 0 ? { tipMinor: tipLeft } : {};
  if (to === 'original' || to === 'cash') return [...parts, { kind: 'cash', reference: null, amountMinor: left, ...tip }];
  return [...parts, { kind: 'store_credit', reference: to.storeCredit, amountMinor: left, ...tip }];
}
