import { type BinOf, type WaveWish, zoneOfOrder } from '../../../domain/fulfillment/build-wave.ts';
import { SOON_HOURS } from './ship-urgency.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';

/** By when the orders of a wave are promised: whenever, over already or within two hours, or within a day. */
export const CUT_OFFS = ['any', 'soon', 'day'] as const;
export type CutOff = (typeof CUT_OFFS)[number];

const HOUR_MS = 3_600_000;
const HOURS: Readonly<Record<CutOff, number | null>> = { any: null, soon: SOON_HOURS, day: 24 };

/** Which orders are picked together: parcels, pickups, or both on one walk. */
export const WAVE_KINDS = ['ship', 'pickup', 'both'] as const;
export type WaveKind = (typeof WAVE_KINDS)[number];

/** What somebody has chosen of the orders that wait. */
export interface WaveChoice {
  readonly kind: WaveKind;
  readonly zone: string | null;
  readonly shippingMethod: string | null;
  readonly cutOff: CutOff;
}

/** Every parcel: pickups go along only where somebody says so. */
export const EVERYTHING: WaveChoice = { kind: 'ship', zone: null, shippingMethod: null, cutOff: 'any' };

/** What a choice asks for. @param limit orders in a wave. @param now epoch milliseconds. */
export function wishOf({ zone, shippingMethod, cutOff }: WaveChoice, limit: number, now: number): WaveWish {
  const hours = HOURS[cutOff];
  return { limit, zone, shippingMethod, dueBy: hours === null ? null : now + hours * HOUR_MS };
}

/** What there is to choose from: the zones in which whole orders lie, the ways they are sent, and whether any is promised. */
export interface WaveOptions {
  readonly zones: readonly string[];
  readonly shippingMethods: readonly string[];
  readonly isPromised: boolean;
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Reads from the orders that wait what can be chosen; a choice of one is none. */
export function waveOptions(waiting: readonly FulfillmentOrder[], binOf: BinOf): WaveOptions {
  const zones = new Set<string>();
  const methods = new Set<string>();
  for (const order of waiting) {
    const zone = zoneOfOrder(order, binOf);
    if (zone !== null) zones.add(zone);
    if (order.shippingMethod !== undefined) methods.add(order.shippingMethod);
  }
  return {
    zones: zones.size > 1 ? [...zones].sort(natural.compare) : [],
    shippingMethods: methods.size > 0 ? [...methods].sort(natural.compare) : [],
    isPromised: waiting.some((order) => order.promisedAt !== undefined),
  };
}
