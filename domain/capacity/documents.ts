import { defineDocument } from '../base/define-document.ts';
import { defineEvent } from '../base/effect.ts';
import { WHILE_CURRENT } from '../base/retention.ts';
import { type StoreCapacity, storeCapacity } from './store-capacity.ts';

/** How many orders to ship a store takes, for its registers and for sourcing. */
export const storeCapacityDocument = defineDocument({
  kind: 'store_capacity',
  since: 2,
  schema: storeCapacity,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
  idOf: (capacity) => capacity.storeId,
  storeOf: (capacity) => capacity.storeId,
});

/** A store takes more orders than before: those that wait may go there. */
export const capacityGrown = defineEvent<Pick<StoreCapacity, 'storeId'>>({
  event: 'capacity_grown',
  keptDays: 90,
  idsOf: ({ storeId }) => ({ storeId }),
});
