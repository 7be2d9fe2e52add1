import { useCallback, useEffect, useRef, useState } from 'react';
import type { OrderAnswer } from '../../domain/orders/order-request.ts';
import type { OrderStory } from '../../domain/orders/order-story.ts';
import { useOffice } from '../base/office-context.tsx';

export interface ReadOrder {
  /** Null before the first answer. */
  readonly order: OrderAnswer | null;
  readonly story: OrderStory | null;
  /** Why it could not be read; null when it could. */
  readonly trouble: string | null;
  reload(): void;
}

/** An order with its story. @param version another one means that it has changed, and it is read again. */
export function useOrder(number: string, version: number): ReadOrder {
  const { client, explain } = useOffice();
  const [read, setRead] = useState<{ readonly order: OrderAnswer; readonly story: OrderStory } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const turn = useRef(0);
  const reload = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    Promise.all([client.order(number), client.orderStory(number)]).then(
      ([order, story]) => {
        if (mine !== turn.current) return;
        setRead({ order, story });
        setTrouble(null);
      },
      (error: unknown) => mine === turn.current && setTrouble(explain(error)),
    );
  }, [client, explain, number]);
  useEffect(() => {
    reload();
    return () => {
      turn.current += 1;
    };
  }, [reload, version]);
  return { order: read?.order ?? null, story: read?.story ?? null, trouble, reload };
}
