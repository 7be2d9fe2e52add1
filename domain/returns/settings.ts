import { z } from 'zod';
import { defineSetting } from '../settings/define-setting.ts';

/**
 * What comes back of goods that a promotion made cheaper. `prorated`: what was paid for them. `repriced`: what was paid for all,
 * less what the kept goods cost alone, so that nobody keeps a discount for goods that they brought back.
 */
export const promotionPolicy = defineSetting({
  key: 'returns.promotion_policy',
  levels: ['company'],
  schema: z.enum(['prorated', 'repriced']),
  standard: 'prorated',
});
