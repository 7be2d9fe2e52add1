import { z } from 'zod';
import { defineSetting } from '../settings/define-setting.ts';

/** How a store that is not heard is trusted less (rule P5). */
export const silentStores = defineSetting({
  key: 'stock.silent_stores',
  levels: ['company'],
  schema: z.strictObject({
    /** The chance, for each SKU of a silent store, that more of it was promised than its counters have left. */
    risk: z.number().gt(0).lt(1).default(0.05),
    /** For so long after it was last heard a store is trusted as ever. */
    graceMinutes: z.number().min(0).default(15),
    /** A store all of whose drawers were closed is not expected to sell, nor to be heard, for so long: it is night. */
    closedHours: z.number().min(0).default(12),
    /** Demand is reckoned from what the store sold in so many days before it fell silent. */
    watchedDays: z.number().gt(0).default(28),
  }),
  standard: { risk: 0.05, graceMinutes: 15, closedHours: 12, watchedDays: 28 },
});

export type SilentStores = typeof silentStores.standard;
