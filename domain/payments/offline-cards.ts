import { z } from 'zod';
import { minorAmount } from '../base/money.ts';
import type { CardPayment } from './card-payment.ts';

const HOUR_MS = 3_600_000;

/** A day: a register forgets card payments some days after that (see `cardPaymentDocument`), so it could not count much further back. */
const MOST_HOURS = 24;

const cap = minorAmount.min(0, 'A limit cannot be negative.').nullable();

/** How much a register lets a terminal approve without its bank, in minor units; null sets no limit. The shop bears that risk. */
export const offlineCardCaps = z.strictObject({
  /** Of one payment. */
  paymentMinor: cap,
  /** Of all such payments in 24 hours. */
  dayMinor: cap,
  /** Since the first that was approved without the bank, as long as the bank has approved none after it. */
  hours: z.number().int().min(0).max(MOST_HOURS).nullable(),
});

export type OfflineCardCaps = z.infer<typeof offlineCardCaps>;

type Approved = Pick<CardPayment, 'startedAt' | 'approval' | 'status' | 'amountMinor'>;

const startOf = ({ startedAt }: Approved) => Date.parse(startedAt);

/** How long no bank has approved a payment while the terminal approved some alone, in milliseconds; 0 where that is not so. */
function aloneFor(payments: readonly Approved[], now: number): number {
  const lastOnline = Math.max(...payments.filter(({ approval }) => approval?.isOnline === true).map(startOf), Number.NEGATIVE_INFINITY);
  const alone = payments.filter((one) => one.approval?.isOnline === false && startOf(one) > lastOnline).map(startOf);
  return alone.length === 0 ? 0 : Math.max(0, now - Math.min(...alone));
}

/** What the shop bears the risk of, in minor units: also of a payment without an answer, which may have been approved without the bank. */
function atRisk({ approval, status, amountMinor }: Approved): number {
  if (approval !== null) return approval.isOnline ? 0 : approval.authorizedMinor;
  return status === 'started' ? amountMinor : 0;
}

/**
 * Whether the bank itself has to approve this payment, because the limits for approvals without it are reached.
 * @param payments of this register, of the last day. @param amountMinor in minor units. @param now epoch milliseconds.
 */
export function mustBeOnline(caps: OfflineCardCaps, payments: readonly Approved[], amountMinor: number, now: number): boolean {
  const { paymentMinor, dayMinor, hours } = caps;
  if (paymentMinor !== null && amountMinor > paymentMinor) return true;
  if (hours !== null && (hours === 0 || aloneFor(payments, now) >= hours * HOUR_MS)) return true;
  if (dayMinor === null) return false;
  const taken = payments.reduce((sum, one) => (now - startOf(one) < MOST_HOURS * HOUR_MS ? sum + atRisk(one) : sum), 0);
  return taken + amountMinor > dayMinor;
}
