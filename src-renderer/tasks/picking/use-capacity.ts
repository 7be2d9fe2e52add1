import { storeCapacityDocument } from '../../../domain/capacity/documents.ts';
import { pauseAt, type StoreCapacity } from '../../../domain/capacity/store-capacity.ts';
import { useDocuments, useRegister } from '../../kit/register-context.tsx';
import { useNow } from '../../kit/use-now.ts';

const LOOK_AGAIN_MS = 15_000;

export interface Capacity {
  readonly paused: StoreCapacity['paused'];
  readonly ordersADay: number | null;
}

/** How many orders to ship this store takes, as far as the register knows. */
export function useCapacity(): Capacity {
  const { identity } = useRegister();
  const capacity = useDocuments(storeCapacityDocument).get(identity.storeId);
  return { paused: pauseAt(capacity, useNow(LOOK_AGAIN_MS)), ordersADay: capacity?.ordersADay ?? null };
}
