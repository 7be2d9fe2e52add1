import { useEffect, useMemo, useRef } from 'react';
import { isNew } from '../../../domain/fulfillment/acknowledge-orders.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { useCurrent } from '../../kit/register-context.tsx';
import { soundNews } from '../../kit/scanner/scan-sounds.ts';
import { useNow } from '../../kit/use-now.ts';
import { NOTHING_RUNG, ringFor } from './ring.ts';

/** The pickups that nobody in the store has acknowledged. */
export function useNewPickups(): readonly FulfillmentOrder[] {
  const current = useCurrent(fulfillmentOrderDocument);
  return useMemo(() => [...current.values()].filter(isNew), [current]);
}

/** Rings for new pickups, wherever in the app somebody is. */
export function useRing(orders: readonly FulfillmentOrder[]): void {
  const rung = useRef(NOTHING_RUNG);
  const now = useNow(10_000);
  useEffect(() => {
    const next = ringFor(
      rung.current,
      orders.map((order) => order.id),
      Date.now(),
    );
    if (next === null) return;
    rung.current = next;
    soundNews();
  }, [orders, now]);
}
