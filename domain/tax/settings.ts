import { z } from 'zod';
import { ROUNDING_MODES } from '../base/round-ratio.ts';
import { defineSetting } from '../settings/define-setting.ts';
import { destinationKey, taxDestination } from './destination.ts';
import { ROUNDING_SCOPES } from './round-taxes.ts';
import { STANDARD_ROUNDING } from './tax-rules.ts';
import { taxTable } from './tax-table.ts';

/** The taxes of a store with their dated rates, and what each class of goods bears. */
export const taxes = defineSetting({
  key: 'tax.table',
  levels: ['company', 'store'],
  schema: taxTable,
  standard: { taxes: {}, classes: {}, holidays: [] },
});

/** What is rounded at once, and how. */
export const taxRounding = defineSetting({
  key: 'tax.rounding',
  levels: ['company', 'store'],
  schema: z.strictObject({ scope: z.enum(ROUNDING_SCOPES), mode: z.enum(ROUNDING_MODES) }),
  standard: STANDARD_ROUNDING,
});

/** In which store's taxes parcels to a region are sold. Others bear those of the company. */
export const taxDestinations = defineSetting({
  key: 'tax.destinations',
  levels: ['company'],
  schema: z
    .array(taxDestination)
    .max(1000)
    .refine((all) => new Set(all.map(destinationKey)).size === all.length, 'Each region is named once.'),
  standard: [],
});
