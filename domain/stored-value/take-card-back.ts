import type { Refusal } from '../base/refusal.ts';
import { type Known, payWithStoredValue } from './pay-with-stored-value.ts';

/** A gift card that comes back, and what is refunded for it. */
export interface CardBack {
  readonly id: string;
  readonly known: Known;
  readonly currency: string;
  /** In minor units. */
  readonly refundMinor: number;
  /** The most that may be taken off one without the server, in minor units. */
  readonly offlineCapMinor: number;
}

/** Why a gift card is not taken back: what is refunded has to be on it still, as far as a till can know; null where it is. */
export function whyCardStays({ refundMinor, ...card }: CardBack): Refusal | null {
  if (refundMinor === 0) return null;
  const taken = payWithStoredValue({ ...card, wantedMinor: refundMinor }, 'gift_card');
  if (taken.ok && taken.value.amountMinor === refundMinor) return null;
  if (!taken.ok && taken.refusal !== 'stored_value_empty') return taken.refusal;
  return card.known.from === 'server' || (card.known.value?.balanceMinor ?? refundMinor) < refundMinor
    ? 'gift_card_used'
    : 'stored_value_offline';
}
