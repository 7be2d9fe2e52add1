import type { FulfillmentState, RejectReason, ShortPickReason } from '../../domain/fulfillment/fulfillment-order.ts';
import { ASKED_AGAIN_AFTER_HOURS } from '../../domain/fulfillment/reject-order.ts';
import { knownZone } from '../../domain/base/zoned-date.ts';
import { words } from '../../texts/words/words.ts';
import { locale } from '../../texts/words/chosen-language.ts';

/** Where a fulfillment order stands, in the words of the people who work on it. */
export function statusWords(state: FulfillmentState): string {
  switch (state.status) {
    case 'open':
    case 'acknowledged':
      return words('order.waiting');
    case 'picking':
      return words('order.picking');
    case 'picked':
      return words('order.picked');
    case 'packed':
      return words('order.packed');
    case 'ready':
      return words('order.ready', { place: state.stagingLocation });
    case 'handed_over':
      return words('order.handed_over');
    case 'shipped':
      return words('order.shipped');
    case 'rejected':
      return words('order.rejected');
    case 'cancelled':
      return words('order.cancelled');
    case 'expired':
      return words('order.expired');
  }
}

/** The reasons of a short pick, each with what it is called. */
export function shortPickWords(): Record<ShortPickReason, string> {
  return {
    not_found: words('shortPick.not_found'),
    damaged: words('shortPick.damaged'),
    sold_in_store: words('shortPick.sold_in_store'),
  };
}

/** What each reason of a short pick does to the stock on hand. */
export function shortPickEffects(): Record<ShortPickReason, string> {
  return {
    not_found: words('shortPick.leavesStock'),
    damaged: words('shortPick.leavesStock'),
    sold_in_store: words('shortPick.keepsStock'),
  };
}

/** What happens to units that a store cannot give. */
export function whatHappensTo(kind: 'pickup' | 'ship', count: number): string {
  return kind === 'ship' ? words('shortPick.fromElsewhere', { count }) : words('shortPick.waits', { count });
}

/** What a reject means, before somebody chooses the reason. */
export function rejectWords(kind: 'pickup' | 'ship'): string {
  return words(`reject.${kind}`);
}

/** What each reason of a reject means for what this store is asked for next. */
export function rejectEffects(): Record<RejectReason, string> {
  const again = (reason: keyof typeof ASKED_AGAIN_AFTER_HOURS) => words('reject.askedAgain', { count: ASKED_AGAIN_AFTER_HOURS[reason] });
  return {
    out_of_stock: words('reject.counts'),
    not_found: words('reject.counts'),
    damaged: words('reject.counts'),
    too_busy: again('too_busy'),
    closed: again('closed'),
  };
}

/** The reasons of a reject, each with what it is called. */
export function rejectReasonWords(): Record<RejectReason, string> {
  return {
    out_of_stock: words('reject.out_of_stock'),
    not_found: words('reject.not_found'),
    damaged: words('reject.damaged'),
    too_busy: words('reject.too_busy'),
    closed: words('reject.closed'),
  };
}

/** `1 unit`, `3 units`. */
export function unitWords(count: number): string {
  return words('kit.units', { count });
}

/** `1 order`, `3 orders`. */
export function orderWords(count: number): string {
  return words('kit.orders', { count });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as the store's clock shows it: `Mar 2, 2:05 PM`. */
export function formatWhen(instant: string, timezone: string): string {
  const key = `${locale()} ${timezone}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale(), {
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: knownZone(timezone),
    });
  formats.set(key, format);
  return format.format(new Date(instant));
}
