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

const badgeUses = z.enum(['nothing', 'sign_in', 'sign_in_and_approve']);

export type BadgeUse = z.infer<typeof badgeUses>;

/**
 * What a scanned badge is good for. A badge can be found or borrowed, and a PIN cannot: signing in is all that it does unless the head
 * office says otherwise. Nobody has a badge before one was made for them.
 */
export const badgeUse = defineSetting({
  key: 'people.badges',
  levels: ['company', 'store'],
  schema: badgeUses,
  standard: 'sign_in',
});
