import { useMemo, useState } from 'react';
import { type BinOf, ordersThatFit } from '../../../domain/fulfillment/build-wave.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { useNow } from '../../kit/use-now.ts';
import { EVERYTHING, type WaveChoice, type WaveOptions, waveOptions, wishOf } from './wave-choice.ts';

const MINUTE_MS = 60_000;

export interface ChosenOrders {
  readonly options: WaveOptions;
  readonly choice: WaveChoice;
  /** The orders that fit the choice, the most urgent first. */
  readonly fitting: readonly FulfillmentOrder[];
  /** Chooses others, and gives those that fit. */
  narrow(choice: WaveChoice): FulfillmentOrder[];
}

/** Which of the orders that wait somebody makes a wave of. @param limit orders in a wave. */
export function useWaveChoice(parcels: readonly FulfillmentOrder[], pickups: readonly FulfillmentOrder[], limit: number): ChosenOrders {
  const register = useRegister();
  const now = useNow(MINUTE_MS);
  const [choice, setChoice] = useState<WaveChoice>(() =>
    parcels.length === 0 && pickups.length > 0 ? { ...EVERYTHING, kind: 'pickup' } : EVERYTHING,
  );
  const { kind } = choice;
  const { options, fit } = useMemo(() => {
    const bins = new Map<string, string | null>();
    const binOf: BinOf = (sku) => {
      const known = bins.get(sku);
      if (known !== undefined) return known;
      const bin = register.stockOf(sku)?.bin ?? null;
      bins.set(sku, bin);
      return bin;
    };
    const waiting = { ship: parcels, pickup: pickups, both: [...parcels, ...pickups] };
    return {
      options: waveOptions(waiting[kind], binOf),
      fit: (one: WaveChoice, at: number) => ordersThatFit(waiting[one.kind], wishOf(one, limit, at), binOf),
    };
  }, [parcels, pickups, kind, register, limit]);
  const fitting = useMemo(() => fit(choice, now), [fit, choice, now]);
  return {
    options,
    choice,
    fitting,
    narrow(next) {
      setChoice(next);
      return fit(next, Date.now());
    },
  };
}
