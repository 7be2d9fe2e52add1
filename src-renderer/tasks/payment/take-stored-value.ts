import type { Refusal } from '../../../domain/base/refusal.ts';
import { accept, refuse, type Result } from '../../../domain/base/result.ts';
import { payWithStoredValue } from '../../../domain/stored-value/pay-with-stored-value.ts';
import { readCardNumber, storedValueId } from '../../../domain/stored-value/stored-value.ts';
import type { RegisterServices } from '../../kit/register-services.ts';
import type { StoredValueEntry } from './payment-entry.ts';

export interface TakeStoredValue {
  /** As it was typed or scanned. */
  readonly number: string;
  readonly currency: string;
  /** What it is to pay at most, in minor units. */
  readonly wantedMinor: number;
  readonly offlineCapMinor: number;
  /** What is in the plan already: each pays once. */
  readonly entered: readonly StoredValueEntry[];
}

/** Looks a gift card or store credit up, and plans what it pays. Nothing is taken off it before the sale is recorded. */
export async function takeStoredValue(
  {
    findStoredValue,
    catalog,
  }: Pick<RegisterServices, 'findStoredValue'> & { readonly catalog: Pick<RegisterServices['catalog'], 'lookup'> },
  { number, currency, wantedMinor, offlineCapMinor, entered }: TakeStoredValue,
): Promise<Result<StoredValueEntry, Refusal>> {
  const read = readCardNumber(number);
  if (read === null) return refuse('card_number_not_valid');
  // Without a connection a number that nobody knows pays up to the cap: the code of an article must not.
  if (catalog.lookup(read) !== undefined) return refuse('stored_value_unknown');
  const id = storedValueId(read);
  if (entered.some(({ tender }) => tender.reference === id)) return refuse('stored_value_empty');
  const known = await findStoredValue(id);
  const paid = payWithStoredValue({ id, known, currency, wantedMinor, offlineCapMinor }, 'gift_card');
  if (!paid.ok) return paid;
  const balanceMinor = known.from === 'server' ? (known.value?.balanceMinor ?? null) : null;
  return accept({ tender: paid.value, leftMinor: balanceMinor === null ? null : balanceMinor - paid.value.amountMinor });
}
