import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { NamedTender } from '../payments/tender.ts';
import type { StoredValue, StoredValueKind } from './stored-value.ts';

/** What a till knows of a stored value. */
export type Known =
  /** The server answered just now; null when it knows none. */
  | { readonly from: 'server'; readonly value: StoredValue | null }
  /** The store's own copy, with what this till took off since; null when it has none. */
  | { readonly from: 'copy'; readonly value: StoredValue | null; readonly takenMinor: number };

interface PayWith {
  readonly id: string;
  readonly known: Known;
  readonly currency: string;
  /** What is to be paid, in minor units, at least 1. */
  readonly wantedMinor: number;
  /** The most that may be taken off one without the server, in minor units. */
  readonly offlineCapMinor: number;
}

function availableOf({ known, offlineCapMinor }: PayWith): number {
  const balance = known.value?.balanceMinor;
  if (known.from === 'server') return balance ?? 0;
  const underCap = offlineCapMinor - known.takenMinor;
  return known.value === null || known.value.issuedAt === null ? underCap : Math.min(balance ?? 0, underCap);
}

/**
 * Decides what a stored value pays: all that is wanted, or what it has. Without the server a till takes no more than the cap, also
 * where its store does not know the number: what another till has taken meanwhile becomes an exception (rule J5).
 * @param kind what it is called where nobody knows it yet.
 */
export function payWithStoredValue(request: PayWith, kind: StoredValueKind): Result<NamedTender, Refusal> {
  const { id, known, currency, wantedMinor } = request;
  const { value } = known;
  if (!Number.isSafeInteger(wantedMinor) || wantedMinor < 1) return refuse('amount_not_valid');
  if (value === null && known.from === 'server') return refuse('stored_value_unknown');
  if (value?.isBlocked === true) return refuse('stored_value_is_blocked');
  if (value !== null && value.currency !== currency) return refuse('stored_value_other_currency');
  const available = availableOf(request);
  if (available <= 0)
    return refuse(known.from === 'copy' && (value?.balanceMinor ?? 1) > 0 ? 'stored_value_offline' : 'stored_value_empty');
  return accept({
    kind: value?.kind ?? kind,
    currency,
    amountMinor: Math.min(wantedMinor, available),
    tipMinor: 0,
    reference: id,
    state: known.from === 'server' ? 'accepted' : 'offline',
  });
}
