import { z } from 'zod';
import { defineSetting } from '../settings/define-setting.ts';

/** After so many minutes without a touch a register asks for a PIN again. */
export const lockAfter = defineSetting({
  key: 'people.lock_after_minutes',
  levels: ['company', 'store', 'register'],
  schema: z.number().min(1).max(480),
  standard: 10,
});

/** For so many days without its server a register takes PINs: nobody who has left the company gets in for ever. */
export const pinsOfflineDays = defineSetting({
  key: 'people.pins_offline_days',
  levels: ['company', 'store'],
  schema: z.number().int().min(1).max(365),
  standard: 14,
});
