import { z } from 'zod';
import { sizeMm } from '../base/measure.ts';
import { text } from '../base/text.ts';
import { defineSetting } from '../settings/define-setting.ts';

/** A carton of the store. */
export const carton = z.strictObject({
  name: text.trim().min(1).max(40),
  /** Inside. */
  size: sizeMm,
  /** Of the empty carton. */
  weightGrams: z.number().int().min(1).max(100_000),
  /** The most that it carries, with everything. */
  mostGrams: z.number().int().min(1).max(1_000_000),
});

/** The cartons that a store packs in, the smallest first as they are listed. */
export const cartons = defineSetting({
  key: 'shipping.cartons',
  levels: ['company', 'store'],
  schema: z
    .array(carton)
    .max(50)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'Each carton is named once.'),
  standard: [],
});

/** Who sends parcels, as it stands on their labels. */
const sender = z.strictObject({
  name: text.trim().min(1).max(35),
  line1: text.trim().min(1).max(35),
  city: text.trim().min(1).max(30),
  region: text.trim().max(5),
  postalCode: text.trim().min(1).max(9),
  country: text.trim().regex(/^[A-Z]{2}$/),
});

/** The carrier's service by its code, `03` for UPS Ground, and who sends. Null: the store types or scans the numbers of its own labels. */
export const labelService = defineSetting({
  key: 'shipping.labels',
  levels: ['company', 'store'],
  schema: z.strictObject({ service: text.regex(/^[A-Z0-9]{2}$/), sender }).nullable(),
  standard: null,
});

/** When the carrier picks parcels up, by the clock of the store, HH:MM. Empty where it has no fixed time. */
export const carrierPickup = defineSetting({
  key: 'shipping.pickup_time',
  levels: ['company', 'store'],
  schema: text.regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'A time is written HH:MM.'),
  standard: '',
});

export type Carton = z.infer<typeof carton>;
export type LabelService = z.infer<typeof labelService.schema>;
