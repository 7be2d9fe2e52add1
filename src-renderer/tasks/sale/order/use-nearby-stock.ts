import { useEffect, useState } from 'react';
import type { NearbyStock } from '../../../../domain/stock/nearby.ts';
import { useRegister } from '../../../kit/register-context.tsx';

/** What the server says of an article elsewhere; `asking` until it has, null where it cannot be asked. */
export type NearbyAnswer = NearbyStock | 'asking' | null;

/** Asks the server who else has an article. Nothing waits for the answer. */
export function useNearbyStock(sku: string): NearbyAnswer {
  const { nearbyStock } = useRegister();
  const [answer, setAnswer] = useState<{ readonly sku: string; readonly found: NearbyStock | null } | null>(null);
  useEffect(() => {
    let isOver = false;
    void nearbyStock(sku).then((found) => {
      if (!isOver) setAnswer({ sku, found });
    });
    return () => {
      isOver = true;
    };
  }, [nearbyStock, sku]);
  return answer?.sku === sku ? answer.found : 'asking';
}
