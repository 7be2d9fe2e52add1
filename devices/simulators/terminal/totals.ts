import type { GetTotalsResponse } from '../../nexo/messages.ts';
import type { LedgerEntry } from './ledger.ts';

type Totals = NonNullable<GetTotalsResponse['TransactionTotals']>;

interface Filter {
  readonly SaleID?: string | undefined;
  readonly ShiftNumber?: string | undefined;
}

/** Beyond this, amounts in whole units are rounded: no currency is finer. */
const FINEST = 100_000;

const brandOf = (entry: LedgerEntry, all: readonly LedgerEntry[]) =>
  (entry.payment ?? all.find((one) => one.category === 'Payment' && one.transactionId === entry.transactionId)?.payment)?.PaymentResult
    ?.PaymentInstrumentData?.CardData?.PaymentBrand;

/** What moved, by till, shift, currency and brand, as terminals add it up for a `GetTotalsRequest`. */
export function totalsOf(all: readonly LedgerEntry[], { SaleID, ShiftNumber }: Filter): Totals {
  const groups = new Map<string, Totals[number] & { PaymentTotals: NonNullable<Totals[number]['PaymentTotals']> }>();
  for (const entry of all) {
    const isWanted = (SaleID ?? entry.saleId) === entry.saleId && (ShiftNumber ?? entry.shiftNumber) === entry.shiftNumber;
    if (!isWanted || entry.moved === 0) continue;
    const about = { SaleID: entry.saleId, ShiftNumber: entry.shiftNumber, PaymentCurrency: entry.currency, CardBrand: brandOf(entry, all) };
    const key = JSON.stringify(about);
    const group = groups.get(key) ?? { ...about, PaymentTotals: [] };
    groups.set(key, group);
    const TransactionType = entry.moved > 0 ? 'Debit' : 'ReverseDebit';
    const known = group.PaymentTotals.find((one) => one.TransactionType === TransactionType);
    const sum = known ?? { TransactionType, TransactionCount: 0, TransactionAmount: 0 };
    if (known === undefined) group.PaymentTotals.push(sum);
    sum.TransactionCount += 1;
    sum.TransactionAmount = Math.round((sum.TransactionAmount + Math.abs(entry.moved)) * FINEST) / FINEST;
  }
  return [...groups.values()];
}
