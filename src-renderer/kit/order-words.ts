import type { FulfillmentState, RejectReason, ShortPickReason } from '../../domain/fulfillment/fulfillment-order.ts';
import { knownZone } from '../../domain/base/zoned-date.ts';

/** Where a fulfillment order stands, in the words of the people who work on it. */
export function statusWords(state: FulfillmentState): string {
  switch (state.status) {
    case 'open':
    case 'acknowledged':
      return 'Waiting';
    case 'picking':
      return 'Being picked';
    case 'picked':
      return 'Picked';
    case 'packed':
      return 'Packed';
    case 'ready':
      return `Ready at ${state.stagingLocation}`;
    case 'handed_over':
      return 'Handed over';
    case 'shipped':
      return 'Shipped';
    case 'rejected':
      return 'Rejected by this store';
    case 'cancelled':
      return 'Cancelled';
    case 'expired':
      return 'Not picked up in time';
  }
}

export const SHORT_PICK_WORDS: Record<ShortPickReason, string> = {
  not_found: 'Not on the shelf',
  damaged: 'Damaged',
  sold_in_store: 'Sold in the store',
};

/** What happens to units that a store cannot give. */
export function whatHappensTo(kind: 'pickup' | 'ship', count: number): string {
  if (kind === 'ship') return `${unitWords(count)} will come from another location, or wait for stock.`;
  if (count === 1) return '1 unit waits until this store has it again. The customer can choose another store or have it shipped.';
  return `${unitWords(count)} wait until this store has them again. The customer can choose another store or have them shipped.`;
}

/** What a reject means, before somebody chooses the reason. */
export function rejectWords(kind: 'pickup' | 'ship'): string {
  const next =
    kind === 'ship'
      ? 'Another location is asked to send it.'
      : 'It waits until this store can do it, or until the customer chooses another store or has it shipped.';
  return (
    `This store will not do it now. ${next} Goods that were picked have to be put back. Where goods are missing, this store is ` +
    'asked to count them. Why?'
  );
}

export const REJECT_WORDS: Record<RejectReason, string> = {
  out_of_stock: 'Out of stock',
  not_found: 'Not found',
  damaged: 'Damaged',
  too_busy: 'Too busy',
  closed: 'Store is closed',
};

/** `1 unit`, `3 units`. */
export function unitWords(count: number): string {
  return `${count} ${count === 1 ? 'unit' : 'units'}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as the store's clock shows it: `Mar 2, 2:05 PM`. */
export function formatWhen(instant: string, timezone: string): string {
  const format =
    formats.get(timezone) ??
    new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: knownZone(timezone) });
  formats.set(timezone, format);
  return format.format(new Date(instant));
}
