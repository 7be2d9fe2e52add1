import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { minorAmount } from '../base/money.ts';

/** One tax on a line. A line may bear several, of a state and a city say. */
export const lineTax = z.strictObject({
  /** Which tax it is, in the tax table of the store. */
  code: entityId,
  /** Parts per million: 8.875 % is 88_750. */
  ratePpm: z.number().int().min(0).max(1_000_000),
  /** What it is reckoned on, without any tax. */
  baseMinor: minorAmount,
  amountMinor: minorAmount,
});

export type LineTax = z.infer<typeof lineTax>;
