import { z } from 'zod';
import { text } from '../base/text.ts';
import { type IdentityDocument, IDENTITY_DOCUMENTS, identityDocument } from './identity.ts';
import { SIGNATURE_RULES } from './pickup-signature.ts';
import { defineSetting } from '../settings/define-setting.ts';

/** How many orders one picker takes into a wave: so many fit on a trolley. */
export const waveOrders = defineSetting({
  key: 'picking.wave_orders',
  levels: ['company', 'store', 'register'],
  schema: z.number().int().min(1).max(100),
  standard: 12,
});

/** For which orders to ship registers ring: new ones and those about to be late, the latter alone, or none. Pickups always ring. */
export const pickingRings = defineSetting({
  key: 'picking.rings',
  levels: ['company', 'store', 'register'],
  schema: z.enum(['all', 'late', 'none']),
  standard: 'all',
});

/**
 * With what the codes of a store's totes begin: what is scanned and begins so is a tote. Empty where the store picks without totes.
 */
export const totePrefix = defineSetting({
  key: 'picking.tote_prefix',
  levels: ['company', 'store'],
  schema: text.regex(/^[A-Za-z0-9-]{0,10}$/),
  standard: '',
});

/** The shelves and boxes in which orders wait for their customers, in the order in which they are offered. */
export const stagingLocations = defineSetting({
  key: 'pickup.staging_locations',
  levels: ['company', 'store'],
  schema: z
    .array(text.min(1).max(64))
    .max(500)
    .refine((names) => new Set(names).size === names.length, 'Each place is named once.'),
  standard: ['P1', 'P2', 'P3', 'P4'],
});

/** The documents by which a customer without a pickup code shows who they are, and which a proxy shows; none where only the code counts. */
export const pickupIdentity = defineSetting({
  key: 'pickup.identity',
  levels: ['company', 'store'],
  schema: z
    .array(identityDocument)
    .max(IDENTITY_DOCUMENTS.length)
    .refine((kinds) => new Set(kinds).size === kinds.length, 'Each document is named once.'),
  standard: ['id_card', 'passport', 'driving_licence'] satisfies IdentityDocument[] as IdentityDocument[],
});

/** Whether customers sign for what they fetch: not at all, where somebody asks them to, or always. */
export const pickupSignatureRule = defineSetting({
  key: 'pickup.signature',
  levels: ['company', 'store'],
  schema: z.enum(SIGNATURE_RULES),
  standard: 'none',
});

/** How many minutes after it was placed a pickup is promised, where its order names no time. */
export const pickupPromise = defineSetting({
  key: 'pickup.promise_minutes',
  levels: ['company', 'store'],
  schema: z.number().int().min(1).max(10_080),
  standard: 120,
});

/** Whether customers are told by mail that their pickup is ready, that it still waits, and that it was not fetched. */
export const pickupMails = defineSetting({
  key: 'pickup.mails',
  levels: ['company', 'store'],
  schema: z.enum(['sent', 'none']),
  standard: 'sent',
});

/** After how many hours a customer is reminded of a pickup, and again after as many, three times at most; 0 for never. */
export const pickupReminder = defineSetting({
  key: 'pickup.reminder_hours',
  levels: ['company', 'store'],
  schema: z.number().int().min(0).max(720),
  standard: 48,
});

/** For how many days a ready pickup waits for its customer before it ends; 0 for as long as it takes. */
export const pickupKeepDays = defineSetting({
  key: 'pickup.keep_days',
  levels: ['company', 'store'],
  schema: z.number().int().min(0).max(365),
  standard: 0,
});
