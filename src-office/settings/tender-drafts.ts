import { currencyDecimals } from '../../domain/base/iso-4217.ts';
import type { ForeignCurrency } from '../../domain/payments/foreign-cash.ts';
import type { OfflineCardCaps } from '../../domain/payments/offline-cards.ts';
import type { VoucherKind } from '../../domain/payments/voucher.ts';
import { formatAmount, parseAmount } from '../../texts/say/format-money.ts';

/** Whether ISO 4217 has it. */
export function isKnownCurrency(code: string): boolean {
  try {
    return currencyDecimals(code) >= 0;
  } catch {
    return false;
  }
}

/** A currency and its rate as they were typed: with a comma, or in small letters. */
export function rateDraft({ currency, rate }: ForeignCurrency): ForeignCurrency {
  return { currency: currency.trim().toUpperCase(), rate: rate.trim().replace(',', '.') };
}

/** A kind of voucher as it stands in the form. */
export interface VoucherDraft {
  readonly id: string | null;
  readonly name: string;
  /** Empty where each says itself what it is worth. */
  readonly worth: string;
}

export function voucherDraft({ id, name, amountMinor }: VoucherKind, currency: string): VoucherDraft {
  return { id, name, worth: amountMinor === null ? '' : formatAmount(amountMinor, currency) };
}

/** The kind of voucher that a row of the form says; one that is not valid is refused by its schema. @param newId names a new kind. */
export function voucherOf({ id, name, worth }: VoucherDraft, currency: string, newId: () => string): VoucherKind {
  const amountMinor = worth.trim() === '' ? null : (parseAmount(worth, currency) ?? -1);
  return { id: id ?? newId(), name, amountMinor };
}

/** Limits for cards without the bank as they stand in the form; empty sets none. */
export interface CapsDraft {
  readonly paymentMinor: string;
  readonly dayMinor: string;
  readonly hours: string;
}

export function capsDraft({ paymentMinor, dayMinor, hours }: OfflineCardCaps, currency: string): CapsDraft {
  const amount = (minor: number | null) => (minor === null ? '' : formatAmount(minor, currency));
  return { paymentMinor: amount(paymentMinor), dayMinor: amount(dayMinor), hours: hours === null ? '' : String(hours) };
}

/** The limits that a form says; what is not valid is refused by their schema. */
export function capsOf({ paymentMinor, dayMinor, hours }: CapsDraft, currency: string): OfflineCardCaps {
  const amount = (typed: string) => (typed.trim() === '' ? null : (parseAmount(typed, currency) ?? -1));
  return { paymentMinor: amount(paymentMinor), dayMinor: amount(dayMinor), hours: hours.trim() === '' ? null : Number(hours) };
}
