import type { SaleOrderFulfillment } from '../../../../domain/sale-orders/sale-order.ts';
import type { NearbyPlace } from '../../../../domain/stock/nearby.ts';
import { formatNumber } from '../../../../texts/say/format-money.ts';
import { formatAge } from '../../../../texts/say/format-time.ts';
import { words } from '../../../../texts/words/words.ts';

/** How the customer gets goods that are ordered, as it stands on their line. */
export function orderedWords(fulfillment: SaleOrderFulfillment): string {
  return fulfillment.kind === 'ship' ? words('saleOrder.lineShips') : words('saleOrder.linePickup', { store: fulfillment.storeName });
}

/** How far a place is and how old its numbers are. @param now epoch milliseconds. */
export function placeWords({ distanceKm, heardAt }: Pick<NearbyPlace, 'distanceKm' | 'heardAt'>, now: number): string {
  const parts = [
    ...(distanceKm === null ? [] : [words('saleOrder.distance', { km: formatNumber(Math.round(distanceKm * 10) / 10) })]),
    ...(heardAt === null ? [] : [words('saleOrder.heard', { age: formatAge(Date.parse(heardAt), now) })]),
  ];
  return parts.join(' · ');
}
