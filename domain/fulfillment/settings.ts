import { z } from 'zod';
import { text } from '../base/text.ts';
import { defineSetting } from '../settings/define-setting.ts';

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
