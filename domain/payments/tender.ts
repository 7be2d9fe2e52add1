import { z } from 'zod';
import { minorAmount } from '../base/money.ts';

export const cashTender = z.strictObject({
  kind: z.literal('cash'),
  /** What the customer handed over. */
  givenMinor: minorAmount.min(0),
  changeMinor: minorAmount.min(0),
});

/** The tenders a sale is paid with. Cash is the one there is; card terminals will be another member here. */
export const tender = z.discriminatedUnion('kind', [cashTender]);
