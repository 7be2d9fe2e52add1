import type { Refusal } from '../../../domain/base/refusal.ts';
import { pointsToUse, takenOffByPoints } from '../../../domain/loyalty/points.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import type { Known } from '../../../domain/stored-value/pay-with-stored-value.ts';

type Priced = Pick<PricedSale, 'lines' | 'usedPoints'>;

/** What points of a customer can do for a sale. */
export type PointsOffer =
  /** They take something off. */
  | { readonly kind: 'used'; readonly points: number; readonly amountMinor: number }
  /** `most` is to be used, of which the sale needs `points`. Amounts in minor units. */
  | { readonly kind: 'offered'; readonly has: number; readonly most: number; readonly points: number; readonly amountMinor: number }
  /** The customer has some, and they take nothing off these goods; or none can be used without the server. */
  | { readonly kind: 'nothing'; readonly has: number; readonly why: Refusal | null };

export interface OfferAsked {
  /** What is known of the points; null while it is being asked. */
  readonly known: Known | null;
  /** As many as may be used without the server. */
  readonly offlineCap: number;
  /** What the customer wants to use at most; null for none. */
  readonly wanted: number | null;
  /** The sale as it is priced now. */
  readonly priced: Priced;
  /** The sale with so many points at most. */
  readonly priceWith: (points: number) => Priced;
}

/** What is offered of the points of a customer; null where there is nothing to say. */
export function pointsOffer({ known, offlineCap, wanted, priced, priceWith }: OfferAsked): PointsOffer | null {
  const amountMinor = takenOffByPoints(priced.lines);
  if (amountMinor > 0) return { kind: 'used', points: priced.usedPoints, amountMinor };
  const has = known?.value?.balanceMinor ?? 0;
  if (known === null || has <= 0) return null;
  const most = pointsToUse(known, offlineCap);
  if (!most.ok) return most.refusal === 'points_offline' ? { kind: 'nothing', has, why: most.refusal } : null;
  const tried = wanted === null ? priceWith(most.value) : priced;
  const takes = takenOffByPoints(tried.lines);
  if (takes === 0) return { kind: 'nothing', has, why: null };
  return { kind: 'offered', has, most: most.value, points: tried.usedPoints, amountMinor: takes };
}

/** How many of the points that were wanted can still be used, now that this is known; null for none. */
export function stillWanted(wanted: number, known: Known, offlineCap: number): number | null {
  const most = pointsToUse(known, offlineCap);
  return most.ok ? Math.min(wanted, most.value) : null;
}
