import { z } from 'zod';
import { sizeMm } from '../base/measure.ts';
import { currency, minorAmount } from '../base/money.ts';
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

/** The code of a carrier's service, `03` for UPS Ground. */
export const serviceCode = text.regex(/^[A-Z0-9]{2}$/);

/** The carrier's service, and who sends. Null: the store types or scans the numbers of its own labels. */
export const labelService = defineSetting({
  key: 'shipping.labels',
  levels: ['company', 'store'],
  schema: z.strictObject({ service: serviceCode, sender }).nullable(),
  standard: null,
});

/** What a service costs to some places, by weight. */
const rateRow = z.strictObject({
  service: serviceCode,
  name: text.trim().min(1).max(40),
  /** Until the parcel is there; null where nobody says. */
  days: z.number().int().min(0).max(60).nullable(),
  /** ISO 3166 countries, each with the beginnings of the postal codes that count; none for the whole country. */
  to: z
    .array(z.strictObject({ country: text.regex(/^[A-Z]{2}$/), postal: z.array(text.regex(/^[A-Z0-9]{1,9}$/i)).max(1_000) }))
    .min(1)
    .max(300),
  /** What a parcel of at most so many grams costs, in minor units, the lightest first. */
  bands: z
    .array(z.strictObject({ mostGrams: z.number().int().min(1).max(1_000_000), minor: minorAmount.min(0) }))
    .min(1)
    .max(200)
    .refine((bands) => bands.every(({ mostGrams }, index) => mostGrams > (bands[index - 1]?.mostGrams ?? 0)), 'The lightest comes first.'),
});

/** What the carrier's services cost by the contract of the company. Null: the packing desk compares none. */
export const shippingRates = defineSetting({
  key: 'shipping.rates',
  levels: ['company', 'store'],
  schema: z
    .strictObject({
      /** Since when these prices hold, YYYY-MM-DD: the packing desk says how old they are. */
      since: z.iso.date(),
      currency,
      rows: z.array(rateRow).min(1).max(500),
    })
    .nullable(),
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
export type RateTable = NonNullable<z.infer<typeof shippingRates.schema>>;
export type LabelService = z.infer<typeof labelService.schema>;
