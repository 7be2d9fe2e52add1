import { defineEvent } from '../base/effect.ts';

/** The person was erased from an order. Kept for ten years: whoever restores a backup has to erase again. */
export const personErased = defineEvent<{ readonly orderId: string; readonly by: string }>({
  event: 'person_erased',
  keptDays: 3_653,
  idsOf: ({ orderId, by }) => ({ orderId, by }),
});
