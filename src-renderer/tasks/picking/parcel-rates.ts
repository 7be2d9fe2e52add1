import { daysBetween } from '../../../domain/base/calendar-day.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { Rate } from '../../../domain/labels/compare-rates.ts';
import type { RateTable } from '../../../domain/labels/settings.ts';
import type { PackingDraft } from './packing-draft.ts';

/** A table that is older than that is shown as one that may be wrong. */
const OLD_DAYS = 90;

/** All parcels of an order by the service that somebody chose for them. */
export function sendBy(draft: PackingDraft, service: string): PackingDraft {
  return draft.map((parcel) => ({ ...parcel, service }));
}

/**
 * By which service an order is sent: the one that somebody chose, or that the web shop names by its code or name, or else the store's own.
 * @param standard of the store; null where it has none.
 */
export function serviceOf(
  { shippingMethod }: Pick<FulfillmentOrder, 'shippingMethod'>,
  draft: PackingDraft,
  rows: RateTable['rows'],
  standard: string | null,
): string | null {
  const chosen = draft.find((parcel) => parcel.service !== undefined)?.service;
  if (chosen !== undefined) return chosen;
  const asked = shippingMethod?.trim().toUpperCase();
  const named = rows.find(({ service, name }) => asked !== undefined && (service === asked || name.toUpperCase() === asked));
  return named?.service ?? standard;
}

/** What stands out of rates: the first is the cheapest, and the fastest where that is known of several and only one is. */
export function marksOf(rates: readonly Rate[]): { readonly cheapest: string | null; readonly fastest: string | null } {
  const days = rates.flatMap((rate) => rate.days ?? []);
  const fastest = rates.filter((rate) => rate.days !== null && rate.days === Math.min(...days));
  const [cheapest, second] = rates;
  return {
    cheapest: cheapest === undefined || second === undefined || second.minor === cheapest.minor ? null : cheapest.service,
    fastest: days.length < 2 || fastest.length !== 1 ? null : (fastest[0]?.service ?? null),
  };
}

/** How many days old prices are, 0 for those of days to come, and whether they may be wrong by now. @param today YYYY-MM-DD. */
export function ageOf({ since }: Pick<RateTable, 'since'>, today: string): { readonly days: number; readonly isOld: boolean } {
  const days = Math.max(0, daysBetween(since, today));
  return { days, isOld: days > OLD_DAYS };
}
