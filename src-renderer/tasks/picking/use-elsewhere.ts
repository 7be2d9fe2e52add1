import { useEffect, useState } from 'react';
import { useRegister } from '../../kit/register-context.tsx';

/** More articles than anybody reads about before a tap. */
const ASKED = 5;

/**
 * How many of some articles other locations may still promise, by SKU, the first few. Nothing of one while the server has not answered, or
 * cannot be asked.
 */
export function useElsewhere(skus: readonly string[]): ReadonlyMap<string, number> {
  const { nearbyStock } = useRegister();
  const [found, setFound] = useState<ReadonlyMap<string, number>>(new Map());
  const wanted = [...new Set(skus)].slice(0, ASKED).join('\n');
  useEffect(() => {
    let mounted = true;
    for (const sku of wanted === '' ? [] : wanted.split('\n')) {
      void nearbyStock(sku).then((answer) => {
        if (!mounted || answer === null) return;
        const free = answer.items.reduce((sum, place) => sum + place.available, 0);
        setFound((before) => new Map(before).set(sku, free));
      });
    }
    return () => {
      mounted = false;
    };
  }, [nearbyStock, wanted]);
  return found;
}
