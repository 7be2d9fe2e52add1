import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { useCurrent } from '../../kit/register-context.tsx';
import { useNow } from '../../kit/use-now.ts';
import { shipNews, type ShipNews } from './ship-urgency.ts';

/** The orders that somebody at this register has had on the screen. After a restart they are news once more. */
const seen = createStore<ReadonlySet<string>>(() => new Set<string>());

/** Takes the orders that wait to be picked for seen, while they are on the screen. */
export function useSeen(waiting: readonly FulfillmentOrder[]): void {
  useEffect(() => seen.setState(new Set(waiting.map(({ id }) => id)), true), [waiting]);
}

export interface UnseenShipNews extends Omit<ShipNews, 'waiting'> {
  /** Orders that nobody picks yet, and that nobody at this register has had on the screen. */
  readonly unseen: readonly string[];
}

/** What is to be told of this store's orders to ship. */
export function useShipNews(): UnseenShipNews {
  const current = useCurrent(fulfillmentOrderDocument);
  const now = useNow(10_000);
  const known = useStore(seen);
  const { waiting, late, soon } = useMemo(() => shipNews(current.values(), now), [current, now]);
  const unseen = useMemo(() => waiting.filter((id) => !known.has(id)), [waiting, known]);
  return { unseen, late, soon };
}
