import { useEffect, useMemo, useRef } from 'react';
import { isNew } from '../../../domain/fulfillment/acknowledge-orders.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { type FulfillmentOrder, hasEnded } from '../../../domain/fulfillment/fulfillment-order.ts';
import { useCurrent } from '../../kit/register-context.tsx';
import { useNow } from '../../kit/use-now.ts';
import { NOTHING_RUNG, ringFor, type RingTimes, URGENT } from './ring.ts';

/** The pickups that nobody in the store has acknowledged. */
export function useNewPickups(): readonly FulfillmentOrder[] {
  const current = useCurrent(fulfillmentOrderDocument);
  return useMemo(() => [...current.values()].filter(isNew), [current]);
}

/** The pickups whose customers wait outside. */
export function useOutside(): readonly FulfillmentOrder[] {
  const current = useCurrent(fulfillmentOrderDocument);
  return useMemo(() => [...current.values()].filter((order) => order.arrival !== undefined && !hasEnded(order)), [current]);
}

/** Rings for orders, by their ids, wherever in the app somebody is: once for each, and again while they are still among them. */
export function useRing(ids: readonly string[], sound: () => void, times: RingTimes = URGENT): void {
  const rung = useRef(NOTHING_RUNG);
  const now = useNow(10_000);
  useEffect(() => {
    const next = ringFor(rung.current, ids, Date.now(), times);
    if (next === null) return;
    rung.current = next;
    sound();
  }, [ids, now, sound, times]);
}
