import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { defineSetting } from '../settings/define-setting.ts';

/** What each tax class pays, in parts per million. A class that is not named pays nothing. */
export const taxRates = defineSetting({
  key: 'tax.rates',
  levels: ['company', 'store'],
  schema: z.record(entityId, z.number().int().min(0).max(1_000_000, 'A rate is at most 1,000,000 parts per million: 100 %.')),
  standard: {},
});
