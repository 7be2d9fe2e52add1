import { currencyDecimals } from '../../domain/base/iso-4217.ts';
import type { ForeignCurrency } from '../../domain/payments/foreign-cash.ts';
import type { VoucherKind } from '../../domain/payments/voucher.ts';
import { formatAmount, parseAmount } from '../../src-renderer/kit/format-money.ts';

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
