import { useCallback, useState } from 'react';
import type { ListedOrder } from '../../domain/orders/order-list-protocol.ts';
import { type Paged, usePaged } from '../../src-renderer/kit/use-paged.ts';
import { useOffice } from '../base/office-context.tsx';
import { filterOf, type OrderChoice } from './order-filter.ts';

const LOOK_AGAIN_MS = 10_000;

export interface FoundOrders extends Paged<ListedOrder> {
  /** How long the server and the way to it took, in milliseconds; null before the first answer. */
  readonly foundMs: number | null;
  /** Whether the server is still making its list of what was there before. */
  readonly isIncomplete: boolean;
}

/** The orders that a person has chosen to see, a page at a time. @param choice must stay the same object while it means the same. */
export function useOrders(choice: OrderChoice): FoundOrders {
  const { client, explain } = useOffice();
  const [found, setFound] = useState<{ readonly ms: number; readonly isIncomplete: boolean } | null>(null);
  const load = useCallback(
    async (after?: string) => {
      const began = performance.now();
      const page = await client.orders(filterOf(choice), after);
      setFound({ ms: Math.round(performance.now() - began), isIncomplete: !page.complete });
      return page;
    },
    [client, choice],
  );
  const list = usePaged(load, explain, LOOK_AGAIN_MS);
  return { ...list, foundMs: list.items === null ? null : (found?.ms ?? null), isIncomplete: found?.isIncomplete ?? false };
}
