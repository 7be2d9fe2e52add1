import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { currency, minorAmount } from '../base/money.ts';
import { exchangeRate } from './foreign-cash.ts';

const nonNegative = minorAmount.min(0);

const paid = {
  /** What it pays of the sale, tip included, in the currency of the sale. */
  amountMinor: nonNegative,
  /** Of `amountMinor`. */
  tipMinor: nonNegative.default(0),
};

export const cashTender = z.strictObject({
  kind: z.literal('cash'),
  /** Of the notes that the customer gave. */
  currency,
  ...paid,
  /** Negative where more went back than was given: change for another tender. */
  amountMinor: minorAmount,
  /** What the customer handed over, in the tender's currency. */
  givenMinor: nonNegative,
  /** What went back, in the currency of the sale. */
  changeMinor: nonNegative,
  /** What one unit of another currency was worth in that of the sale; null for the sale's own. */
  rate: exchangeRate.nullable().default(null),
});

/** Tenders that something else stands behind: a terminal, a card number, an account. */
const namedKind = z.enum(['card', 'gift_card', 'store_credit', 'account', 'voucher', 'points', 'exchange']);

/** What goods that come back in an exchange lead their money to later. */
const carriedFrom = z.enum(['card', 'gift_card', 'store_credit', 'voucher']);

export const CARRIED_FROM = carriedFrom.options;

/** Of a tender `exchange`: what had paid for the goods that came back. Left out for cash, and for what nobody here can give back. */
const carries = carriedFrom.exactOptional();

/** `offline` was accepted without an answer from whoever pays, and has to be claimed. */
const state = z.enum(['accepted', 'authorized', 'captured', 'offline']);

export const namedTender = z.strictObject({
  kind: namedKind,
  currency,
  ...paid,
  /** The id under which the payment, the card or the account is known; never a card number (rule A2). */
  reference: entityId.nullable().default(null),
  state,
  carries,
});

/** What the account of its customer was let do for a sale, beyond what anybody may. */
export const onAccount = z.strictObject({
  /** How far beyond its limit it was let go, in minor units. */
  overLimitMinor: nonNegative.default(0),
  /** The colleague who allowed it; null where it needed nobody. */
  approvedBy: entityId.nullable().default(null),
  /** Whether a badge showed who it was; left out where a PIN did. */
  byBadge: z.literal(true).exactOptional(),
});

/** What a sale is paid with. */
export const tender = z.discriminatedUnion('kind', [cashTender, namedTender]);

/** Notes of another currency that a void gives back: the very ones that the sale took, at its rate. */
export const refundedNotes = z.strictObject({
  /** In minor units of their own currency. */
  givenMinor: minorAmount.min(1),
  /** What one unit was worth in the currency of the sale. */
  rate: exchangeRate,
});

/** What a refund is paid out with. `original_payment` goes back by whoever took the payment, the web shop say. */
export const refundTender = z.strictObject({
  kind: z.enum(['cash', 'original_payment', ...namedKind.options]),
  /** Of the notes, where `notes` says which. */
  currency,
  /** In the currency of the sale, tip included. Negative for cash of a void alone: the customer brings back change for other notes. */
  amountMinor: minorAmount,
  reference: entityId.nullable().default(null),
  state,
  /** Of `amountMinor`: a void gives the tip back too. Left out where there was none. */
  tipMinor: minorAmount.min(1).exactOptional(),
  notes: refundedNotes.exactOptional(),
  carries,
});

export type OnAccount = z.infer<typeof onAccount>;
export type NamedTender = z.infer<typeof namedTender>;
export type Tender = z.infer<typeof tender>;
export type RefundTender = z.infer<typeof refundTender>;
export type CarriedFrom = z.infer<typeof carriedFrom>;

/** What goods that came back pay for goods that are taken home. */
export type CarriedTender = NamedTender & { readonly kind: 'exchange' };

/** Cash that these tenders put into the drawer, in minor units of `inCurrency`. */
export function cashIn(tenders: readonly Tender[], inCurrency: string): number {
  return tenders.reduce((sum, one) => {
    if (one.kind !== 'cash') return sum;
    return sum + (one.currency === inCurrency ? one.givenMinor : 0) - one.changeMinor;
  }, 0);
}

/** Notes of other currencies that these tenders put into the drawer, in their own minor units. */
export function foreignCash(tenders: readonly Tender[], inCurrency: string): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const one of tenders) {
    if (one.kind === 'cash' && one.currency !== inCurrency) sums[one.currency] = (sums[one.currency] ?? 0) + one.givenMinor;
  }
  return sums;
}

/** The tips within these tenders, in minor units of the sale. */
export function tipsOf(tenders: readonly { readonly tipMinor?: number | undefined }[]): number {
  return tenders.reduce((sum, { tipMinor = 0 }) => sum + tipMinor, 0);
}

/** A tender of notes of another currency. */
export interface TakenNotes {
  readonly currency: string;
  readonly givenMinor: number;
  readonly rate: string;
  /** What they paid in the currency of the sale, before change. */
  readonly worthMinor: number;
}

/** The notes of other currencies that these tenders took. */
export function takenNotes(tenders: readonly Tender[]): TakenNotes[] {
  return tenders.flatMap((one) => {
    if (one.kind !== 'cash' || one.rate === null) return [];
    const { currency: of, givenMinor, rate, amountMinor, changeMinor } = one;
    return givenMinor === 0 ? [] : [{ currency: of, givenMinor, rate, worthMinor: amountMinor + changeMinor }];
  });
}

/** A refund by one tender that nobody else has to confirm. */
export function refundTenderOf(kind: RefundTender['kind'], inCurrency: string, amountMinor: number): RefundTender {
  return { kind, currency: inCurrency, amountMinor, reference: null, state: 'accepted' };
}

/** Cash that a refund takes out of the drawer (or, negative, puts into it), in minor units of `inCurrency`. */
export function cashOut(tenders: readonly RefundTender[], inCurrency: string): number {
  return tenders.reduce((sum, one) => sum + (one.kind === 'cash' && one.currency === inCurrency ? one.amountMinor : 0), 0);
}

/** Notes of other currencies that a refund takes out of the drawer, in their own minor units. */
export function foreignCashOut(tenders: readonly RefundTender[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { currency: of, notes } of tenders) if (notes !== undefined) sums[of] = (sums[of] ?? 0) + notes.givenMinor;
  return sums;
}
